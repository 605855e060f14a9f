// The page: one selection for map, table and articles; search and time narrow all of them.

/** Puts values into words such as "{0} of {1}". */
const fill = (words, ...values) => words.replace(/\{(\d)\}/g, (all, i) =>
  typeof values[i] === "number" ? values[i].toLocaleString("en") : values[i] ?? all);

/** The same for searching, whatever the case, the accents and the spaces. */
const folded = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ");

const statusNames = new Map();

function statusName(status) {
  if (!statusNames.has(status)) {
    const told = document.querySelector("#claims .status." + status);
    statusNames.set(status, told ? told.textContent : status);
  }
  return statusNames.get(status);
}

class Page {
  constructor() {
    const data = JSON.parse(document.getElementById("data").textContent);
    this.words = data.words;
    this.claims = data.claims;
    for (const claim of this.claims) {
      if (claim.at) {
        claim.x = planeX(claim.at[0]);
        claim.y = planeY(claim.at[1]);
      }
      for (const shape of ["route", "area", "edge"]) {
        if (claim[shape]) {
          claim[shape] = claim[shape].map(text => unpack(text, 1e-5));
        }
      }
    }
    this.byId = new Map(this.claims.map(c => [c.id, c]));
    document.documentElement.classList.add("live");
    this.chart = new Chart(document.getElementById("canvas"), new Base(data.map, new Layers(data.layers)));
    this.switchSigns();
    this.map = new Steering(this.chart, document.getElementById("chart"), this.words, {
      choose: claim => this.choose(claim, "map"),
      say: text => { document.getElementById("map-says").textContent = text; },
    });
    this.timeline = new Timeline(this.claims, this.words, () => this.narrow());
    this.table = new Table(claim => this.choose(claim, "table"));
    this.listen();
    this.listenToLayers();
    this.narrow();
    this.map.measure();
    this.map.fit(this.claims, true);
    this.follow();
  }

  listen() {
    const search = document.getElementById("search");
    search.addEventListener("input", () => {
      clearTimeout(this.typing);
      this.typing = setTimeout(() => this.narrow(), 90);
    });
    search.addEventListener("keydown", event => {
      if (event.key === "ArrowDown") {
        event.preventDefault();
        document.getElementById("table").focus();
      }
    });
    document.getElementById("nearer").addEventListener("click", () => this.map.zoom(1.8));
    document.getElementById("farther").addEventListener("click", () => this.map.zoom(1 / 1.8));
    document.getElementById("whole").addEventListener("click", () => this.map.fit(this.shown));
    document.addEventListener("keydown", event => {
      if (event.key === "/" && !event.target.matches("input[type=search]")) {
        event.preventDefault();
        search.focus();
      }
    });
    addEventListener("hashchange", () => this.follow());
    addEventListener("load", () => this.follow());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.restyle());
    addEventListener("beforeprint", () => this.toPaper());
    addEventListener("afterprint", () => this.toScreen());
  }

  /** Which signs stand for claims; what each is, is told by the legend. */
  switchSigns() {
    const military = document.getElementById("military");
    signs.military = Boolean(military && military.checked);
    document.documentElement.classList.toggle("military", signs.military);
  }

  listenToLayers() {
    const box = document.getElementById("layers");
    if (!box) {
      return;
    }
    box.open = matchMedia("(min-width: 900px)").matches;
    box.addEventListener("change", event => {
      const layer = this.chart.base.layers.all[event.target.dataset.layer];
      if (layer) {
        layer.on = event.target.checked;
      } else {
        this.switchSigns();
      }
      this.chart.drawn = null;
      this.credit();
      this.map.redraw();
    });
    this.credit();
  }

  /** Whom the layers name that are shown. */
  credit() {
    const names = [...document.querySelectorAll("#layers li")]
      .filter(item => item.querySelector("input").checked && item.querySelector(".whose"))
      .map(item => item.querySelector(".whose").textContent);
    document.getElementById("layer-credit").textContent = [...new Set(names)].map(name => " · " + name).join("");
  }

  restyle() {
    this.chart.restyle();
    this.map.redraw();
    this.timeline.draw();
  }

  /** What search and time let through. */
  narrow() {
    const wanted = folded(document.getElementById("search").value).split(" ").filter(w => w);
    this.shown = this.claims.filter(c => this.timeline.admits(c) && wanted.every(w => this.haystack(c).includes(w)));
    this.chart.show(this.shown);
    this.map.redraw();
    this.table.show(this.shown);
    const counts = this.shown.length < this.claims.length ? fill(this.words.count, this.shown.length, this.claims.length)
      : this.claims.length === 1 ? this.words.countOne : fill(this.words.countAll, this.claims.length);
    const unplaced = this.shown.filter(c => !c.at).length;
    document.getElementById("counts").textContent = counts + (unplaced ? " · " + fill(this.words.unplaced, unplaced) : "");
    const none = document.getElementById("no-rows");
    none.hidden = this.shown.length > 0;
    none.textContent = this.words.none;
  }

  haystack(claim) {
    if (claim.hay === undefined) {
      const article = document.getElementById("claim-" + claim.id);
      claim.hay = folded(article ? article.textContent : claim.text);
    }
    return claim.hay;
  }

  /** @param origin who chose: the others follow */
  choose(claim, origin) {
    if (this.chosen) {
      this.article(this.chosen).classList.remove("chosen");
    }
    this.chosen = claim;
    this.chart.chosen = claim;
    document.getElementById("missing").hidden = true;
    document.getElementById("claims").classList.toggle("reading", Boolean(claim));
    this.table.select(claim);
    this.map.redraw();
    if (!claim) {
      return;
    }
    this.article(claim).classList.add("chosen");
    document.getElementById("claims").scrollTop = 0;
    if (origin !== "table" || !this.inTableSight(claim)) {
      this.table.scrollTo(claim);
    }
    if (origin !== "map") {
      this.map.reveal(claim);
    }
    if (origin !== "hash") {
      history.replaceState(null, "", "#claim-" + claim.id);
    }
    document.getElementById("map-says").textContent = fill(this.words.chosen, claim.id);
    if (origin !== "table" && matchMedia("(max-width: 899px)").matches) {
      document.getElementById("claims").scrollIntoView({ block: "nearest" });
    }
  }

  inTableSight(claim) {
    const row = document.getElementById("row-" + claim.id);
    const box = row && row.getBoundingClientRect(), frame = this.table.scroller.getBoundingClientRect();
    return Boolean(box) && box.top >= frame.top + this.table.table.tHead.offsetHeight && box.bottom <= frame.bottom;
  }

  article(claim) {
    return document.getElementById("claim-" + claim.id);
  }

  /** Goes where the address points. */
  follow() {
    const asked = /^#claim-(\d+)$/.exec(location.hash);
    if (!asked) {
      return;
    }
    const claim = this.byId.get(+asked[1]);
    // the browser has moved to the article as if all of them stood in a list
    requestAnimationFrame(() => scrollTo(0, 0));
    if (claim) {
      requestAnimationFrame(() => this.choose(claim, "hash"));
    } else {
      this.choose(null);
      const missing = document.getElementById("missing");
      missing.hidden = false;
      missing.textContent = fill(this.words.noClaim, asked[1]);
    }
  }

  /** On paper stand the claims that are shown, below their map. */
  toPaper() {
    const shown = new Set(this.shown.map(c => c.id));
    this.claims.forEach(c => this.article(c).classList.toggle("left-out", !shown.has(c.id)));
    const root = document.documentElement, canvas = document.getElementById("paper");
    if (!canvas) {
      return;
    }
    root.classList.add("paper"); // its colours, whatever the screen's
    const chart = new Chart(canvas, this.chart.base);
    const sheet = new View(0.5, 0.5, 512, canvas.width / 2, canvas.height / 2);
    chart.show(this.shown);
    chart.draw(this.map.viewOf(this.shown, sheet), 2);
    root.classList.remove("paper");
  }

  toScreen() {
    document.querySelectorAll(".left-out").forEach(article => article.classList.remove("left-out"));
  }
}

window.addEventListener("error", () => document.documentElement.classList.remove("live"));
window.report = new Page(); // for whoever wants to steer the page from outside
