// When claims are said to hold, as bars, and two handles that keep what lies between them.

const DAY = 86400;

class Timeline {
  /** @param changed called when the period or the treatment of undated claims was changed */
  constructor(claims, words, changed) {
    Object.assign(this, { claims, words, changed });
    this.canvas = document.getElementById("bars");
    this.fromField = document.getElementById("from");
    this.toField = document.getElementById("to");
    this.undatedField = document.getElementById("undated");
    const known = claims.flatMap(c => [c.from, c.to].filter(t => t !== undefined));
    this.first = known.length ? Math.floor(known.reduce((a, b) => Math.min(a, b)) / DAY) : 0;
    this.last = known.length ? Math.ceil(known.reduce((a, b) => Math.max(a, b)) / DAY) : 0;
    this.first = Math.min(this.first, this.last - 1);
    this.from = this.first;
    this.to = this.last;
    const undated = claims.filter(c => c.when === undefined).length;
    document.getElementById("undated-count").textContent = "(" + undated + ")";
    this.undatedField.disabled = undated === 0;
    for (const field of [this.fromField, this.toField]) {
      field.min = this.first;
      field.max = this.last;
      field.disabled = known.length === 0;
      field.addEventListener("input", () => this.moved(field));
    }
    this.undatedField.addEventListener("change", () => this.changed());
    document.getElementById("always").addEventListener("click", () => {
      this.from = this.first;
      this.to = this.last;
      this.undatedField.checked = true;
      this.tell();
      this.changed();
    });
    this.fromField.value = this.from;
    this.toField.value = this.to;
    this.none = known.length === 0;
    this.tell();
    new ResizeObserver(() => this.draw()).observe(this.canvas);
  }

  moved(field) {
    if (field === this.fromField) {
      this.from = Math.min(+field.value, this.to - 1);
    } else {
      this.to = Math.max(+field.value, this.from + 1);
    }
    this.tell();
    this.changed();
  }

  tell() {
    this.fromField.value = this.from;
    this.toField.value = this.to;
    const from = this.date(this.from), to = this.date(this.to - 1);
    this.fromField.setAttribute("aria-valuetext", from);
    this.toField.setAttribute("aria-valuetext", to);
    document.getElementById("period").textContent = this.none ? this.words.noTime : from + " – " + to;
    this.draw();
  }

  date(day) {
    return new Date(day * DAY * 1000).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  }

  whole() {
    return this.from === this.first && this.to === this.last;
  }

  /** Whether a claim may hold at some time in the period. */
  admits(claim) {
    if (claim.when === undefined) {
      return this.undatedField.checked;
    }
    return this.whole() || ((claim.from ?? -Infinity) < this.to * DAY && (claim.to ?? Infinity) > this.from * DAY);
  }

  draw() {
    const width = this.canvas.clientWidth, height = this.canvas.clientHeight, ratio = Math.min(devicePixelRatio || 1, 2);
    if (!width || this.none) {
      return;
    }
    const colour = readColours();
    this.canvas.width = width * ratio;
    this.canvas.height = height * ratio;
    const g = this.canvas.getContext("2d");
    g.scale(ratio, ratio);
    const inset = 9, floor = height - 17, across = width - 2 * inset;
    const x = day => inset + across * (day - this.first) / (this.last - this.first);
    const count = Math.max(1, Math.min(this.last - this.first, Math.floor(across / 5)));
    const sure = new Float64Array(count), open = new Float64Array(count);
    const bin = t => Math.min(count - 1, Math.max(0, Math.floor((t / DAY - this.first) / (this.last - this.first) * count)));
    for (const claim of this.claims) {
      if (claim.when !== undefined) {
        const bars = hollow(claim) ? open : sure;
        const a = claim.from === undefined ? 0 : bin(claim.from), b = claim.to === undefined ? count - 1 : bin(claim.to - 1);
        for (let i = a; i <= b; i++) {
          bars[i] += 1;
        }
      }
    }
    let most = 1;
    for (let i = 0; i < count; i++) {
      most = Math.max(most, sure[i] + open[i]);
    }
    const wide = across / count, up = n => Math.sqrt(n / most) * (floor - 6);
    this.ticks(g, x, floor, width, colour);
    for (let i = 0; i < count; i++) {
      const day = this.first + (i + 0.5) / count * (this.last - this.first);
      g.globalAlpha = day >= this.from && day <= this.to ? 1 : 0.28;
      const left = inset + i * wide, solid = up(sure[i] + open[i]) * sure[i] / Math.max(1, sure[i] + open[i]);
      g.fillStyle = colour("accent");
      g.fillRect(left + 0.5, floor - solid, Math.max(1, wide - 1), solid);
      const rest = up(sure[i] + open[i]) - solid;
      if (open[i]) {
        g.strokeStyle = colour("accent");
        g.lineWidth = 1;
        g.strokeRect(left + 1, floor - solid - rest + 0.5, Math.max(1, wide - 2), rest - 1);
      }
    }
    g.globalAlpha = 1;
    g.fillStyle = colour("coast");
    g.fillRect(inset, floor, across, 1);
  }

  ticks(g, x, floor, width, colour) {
    const days = this.last - this.first;
    const months = days > 900 ? 12 * Math.ceil(days / 365 / (width / 60)) : days > 50 ? Math.ceil(days / 30 / (width / 80)) : 0;
    g.font = '11px "IBM Plex Sans",system-ui,sans-serif';
    g.textAlign = "left";
    let free = -1;
    const tick = (day, text) => {
      const at = x(day);
      g.fillStyle = colour("coast");
      g.fillRect(at, floor, 1, 4);
      if (at > free && at + g.measureText(text).width < width) {
        g.fillStyle = colour("town-text");
        g.fillText(text, at + 3, floor + 13);
        free = at + g.measureText(text).width + 12;
      }
    };
    if (!months) {
      const step = Math.max(1, Math.ceil(days / (width / 70)));
      for (let day = this.first; day < this.last; day += step) {
        tick(day, new Date(day * DAY * 1000).toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }));
      }
      return;
    }
    const start = new Date(this.first * DAY * 1000);
    for (let m = months >= 12 ? 0 : start.getUTCMonth(); ; m += months) {
      const at = Date.UTC(start.getUTCFullYear(), m, 1), day = at / 1000 / DAY;
      if (day >= this.last) {
        break;
      }
      if (day >= this.first) {
        tick(day, new Date(at).toLocaleDateString("en-GB", months >= 12
          ? { year: "numeric", timeZone: "UTC" } : { month: "short", year: "numeric", timeZone: "UTC" }));
      }
    }
  }
}
