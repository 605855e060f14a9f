// The table of claims. Only the rows in sight are in the page, so that many claims cost no more than few.

const ROW = 34;

class Table {
  /** @param choose called with a claim */
  constructor(choose) {
    this.choose = choose;
    this.table = document.getElementById("table");
    this.body = document.getElementById("rows");
    this.scroller = document.getElementById("scroller");
    this.key = "id";
    this.down = false;
    this.rows = [];
    this.heads = [...this.table.querySelectorAll("th")];
    this.heads.forEach(head => head.querySelector("button").addEventListener("click", () => this.sortBy(head.dataset.key)));
    this.scroller.addEventListener("scroll", () => this.fill(), { passive: true });
    this.table.addEventListener("keydown", event => this.pressed(event));
    this.body.addEventListener("click", event => {
      const row = event.target.closest("tr[data-at]");
      if (row) {
        this.choose(this.rows[+row.dataset.at]);
      }
    });
    new ResizeObserver(() => this.fill()).observe(this.scroller);
    this.mark();
  }

  show(claims) {
    this.rows = this.sorted(claims);
    this.from = -1;
    this.fill();
  }

  sortBy(key) {
    this.down = this.key === key && !this.down;
    this.key = key;
    this.mark();
    this.show(this.rows);
    this.scrollTo(this.chosen);
  }

  mark() {
    for (const head of this.heads) {
      head.setAttribute("aria-sort", head.dataset.key !== this.key ? "none" : this.down ? "descending" : "ascending");
    }
  }

  sorted(claims) {
    const words = new Intl.Collator("en", { numeric: true });
    const keys = {
      id: c => c.id, text: c => c.text, place: c => c.place, status: c => STATUSES.indexOf(c.status),
      when: c => c.when === undefined ? undefined : c.from ?? c.to, credibility: c => c.credibility, roots: c => c.roots,
    };
    const value = keys[this.key], way = this.down ? -1 : 1;
    return [...claims].sort((a, b) => {
      const x = value(a), y = value(b);
      if (x === undefined || y === undefined) { // what is not known stands last either way
        return (x === undefined) - (y === undefined) || a.id - b.id;
      }
      return way * (typeof x === "string" ? words.compare(x, y) : x - y) || a.id - b.id;
    });
  }

  fill() {
    const head = this.table.tHead.offsetHeight;
    const from = Math.max(0, Math.floor((this.scroller.scrollTop - head) / ROW) - 6);
    const to = Math.min(this.rows.length, from + Math.ceil(this.scroller.clientHeight / ROW) + 14);
    if (from === this.from && to === this.to) {
      return;
    }
    this.from = from;
    this.to = to;
    const rows = [this.gap(from * ROW)];
    for (let i = from; i < to; i++) {
      rows.push(this.row(this.rows[i], i));
    }
    rows.push(this.gap((this.rows.length - to) * ROW));
    this.body.replaceChildren(...rows);
    this.table.setAttribute("aria-rowcount", this.rows.length + 1);
    this.active();
  }

  gap(height) {
    const row = document.createElement("tr");
    row.className = "gap";
    row.setAttribute("aria-hidden", "true");
    row.style.height = height + "px";
    return row;
  }

  row(claim, at) {
    const row = document.createElement("tr");
    row.id = "row-" + claim.id;
    row.dataset.at = at;
    row.setAttribute("role", "row");
    row.setAttribute("aria-rowindex", at + 2);
    row.setAttribute("aria-selected", claim === this.chosen);
    const cell = (text, name) => {
      const td = document.createElement("td");
      td.setAttribute("role", "gridcell");
      td.className = name;
      td.dir = "auto";
      td.textContent = text ?? "–";
      row.append(td);
      return td;
    };
    cell("", "c-id").append(sign(claim), String(claim.id));
    cell(claim.text, "c-text").title = claim.text;
    cell(claim.when, "c-when").title = claim.when ?? "";
    cell(claim.place, "c-place").title = claim.place ?? "";
    cell(statusName(claim.status), "c-status " + claim.status);
    cell(claim.credibility, "c-grade");
    cell(claim.roots, "c-roots");
    return row;
  }

  select(claim) {
    this.chosen = claim;
    this.body.querySelectorAll("tr[data-at]").forEach(row =>
      row.setAttribute("aria-selected", this.rows[+row.dataset.at] === claim));
    this.active();
  }

  active() {
    const there = this.chosen && document.getElementById("row-" + this.chosen.id);
    if (there) {
      this.table.setAttribute("aria-activedescendant", there.id);
    } else {
      this.table.removeAttribute("aria-activedescendant");
    }
  }

  scrollTo(claim) {
    const at = this.rows.indexOf(claim), head = this.table.tHead.offsetHeight;
    if (at >= 0) {
      const top = at * ROW, room = this.scroller.clientHeight - head;
      if (top < this.scroller.scrollTop || top + ROW > this.scroller.scrollTop + room) {
        this.scroller.scrollTop = Math.max(0, top - room / 2 + ROW / 2);
      }
      this.fill();
      this.active();
    }
  }

  pressed(event) {
    if (event.target !== this.table || event.ctrlKey || event.metaKey || event.altKey || !this.rows.length) {
      return;
    }
    const at = this.rows.indexOf(this.chosen);
    const page = Math.max(1, Math.floor(this.scroller.clientHeight / ROW) - 2);
    const to = {
      ArrowDown: at + 1, ArrowUp: at < 0 ? 0 : at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: this.rows.length - 1,
    }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.choose(this.rows[Math.min(this.rows.length - 1, Math.max(0, to))]);
    }
  }
}

/** The claim's sign as it stands in its article. */
function sign(claim) {
  const article = document.getElementById("claim-" + claim.id);
  const drawn = article && article.querySelector("svg.sign");
  return drawn ? drawn.cloneNode(true) : "";
}
