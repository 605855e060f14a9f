// The map of claims: base map below, then areas, rings, routes and pins, drawn anew only where something changed.

class Chart {
  constructor(canvas, base) {
    this.canvas = canvas;
    this.base = base;
    this.claims = [];
    this.opened = new Set();
    this.chosen = null;
    this.hovered = null;
    this.pointed = null; // what the keyboard has come to
    this.ground = document.createElement("canvas");
    this.restyle();
  }

  restyle() {
    this.colour = readColours();
    this.drawn = null;
    this.gathered = null;
  }

  show(claims) {
    this.claims = claims;
    this.opened.clear();
    this.pointed = null;
    this.gathered = null;
    this.placed = null;
    this.drawn = null;
  }

  open(members) {
    this.opened = new Set(members.map(m => m.id));
    this.gathered = this.placed = this.drawn = null;
  }

  /** @param hurried whether the map is on the move and an older picture of the ground will do */
  draw(view, ratio, hurried) {
    this.view = view;
    this.ratio = ratio;
    this.arrange(view);
    this.paintGround(view, hurried);
    const g = this.canvas.getContext("2d");
    g.setTransform(1, 0, 0, 1, 0, 0);
    if (this.canvas.width !== Math.round(view.width * ratio) || this.canvas.height !== Math.round(view.height * ratio)) {
      this.canvas.width = Math.round(view.width * ratio);
      this.canvas.height = Math.round(view.height * ratio);
    }
    g.scale(ratio, ratio);
    g.fillStyle = this.colour("sea");
    g.fillRect(0, 0, view.width, view.height);
    const from = this.drawn, times = view.world / from.world;
    g.drawImage(this.ground, view.sx(from.x + Math.round(view.x - from.x)) - from.width * times / 2,
      view.sy(from.y) - from.height * times / 2, from.width * times, from.height * times);
    this.paintClaims(g, view);
  }

  /** The ground is painted with a margin, so that it can be moved a while. */
  paintGround(view, hurried) {
    const d = this.drawn;
    const fits = d && d.ratio === this.ratio && (hurried || Math.abs(d.world / view.world - 1) < 1e-9)
      && Math.abs((view.x - d.x - Math.round(view.x - d.x)) * view.world) <= (d.width * view.world / d.world - view.width) / 2
      && Math.abs((view.y - d.y) * view.world) <= (d.height * view.world / d.world - view.height) / 2;
    if (fits && view.world / d.world < 3) {
      return;
    }
    const wide = Object.assign(new View(), view, { width: view.width + 2 * BEYOND, height: view.height + 2 * BEYOND });
    this.ground.width = Math.round(wide.width * this.ratio);
    this.ground.height = Math.round(wide.height * this.ratio);
    const g = this.ground.getContext("2d");
    g.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    const around = (x, y, reach) => [x - reach, y - reach, x + reach, y + reach].map((v, i) =>
      v + BEYOND + (i % 2 ? this.dy : this.dx));
    const heads = this.placed.crowded ? [] : this.placed.pins.map(p => around(p.headX, p.headY, RADIUS * 1.2));
    const discs = this.placed.discs.map(d => around(d.x, d.y, d.cluster.radius + 2));
    this.base.draw(g, wide, this.colour, heads.concat(discs));
    this.drawn = Object.assign(wide, { ratio: this.ratio });
  }

  /** Clusters change with the scale, the places of heads with what is in sight. */
  arrange(view) {
    if (!this.gathered || Math.abs(this.gathered.world / view.world - 1) > 1e-9) {
      this.gathered = Object.assign(gather(this.claims.filter(c => c.at), view.world, this.opened), { world: view.world });
      this.placed = null;
    }
    const p = this.placed;
    const dx = p ? (p.view.x - view.x - Math.round(p.view.x - view.x)) * view.world : 0;
    const dy = p ? (p.view.y - view.y) * view.world : 0;
    if (!p || Math.abs(dx) > BEYOND / 2 || Math.abs(dy) > BEYOND / 2 || p.view.width !== view.width || p.view.height !== view.height) {
      this.placed = Object.assign(spread(this.gathered.single, this.gathered.clusters, view), { view });
      this.dx = this.dy = 0;
    } else {
      this.dx = dx;
      this.dy = dy;
    }
  }

  emphasis(claim) {
    return claim === this.chosen ? 2 : claim === this.hovered || claim === this.pointed ? 1 : 0;
  }

  paintClaims(g, view) {
    const turns = [0, 1, 2];
    const shaped = this.claims.filter(c => c.at && (c.area || c.route));
    turns.forEach(t => shaped.filter(c => c.area && this.emphasis(c) === t).forEach(c => this.area(g, view, c, t)));
    const pins = this.placed.pins;
    if (!this.placed.crowded) {
      const rings = new Set();
      turns.forEach(t => pins.filter(p => this.emphasis(p.claim) === t).forEach(p => this.ring(g, view, p.claim, t, rings)));
    } else if (this.chosen && this.chosen.at) {
      this.ring(g, view, this.chosen, 2, new Set());
    }
    turns.forEach(t => shaped.filter(c => c.route && this.emphasis(c) === t).forEach(c => this.route(g, view, c, t)));
    g.save();
    g.translate(this.dx, this.dy);
    this.targets = [];
    for (const disc of this.placed.discs) {
      const lit = disc.cluster === this.hovered || disc.cluster === this.pointed || disc.cluster.members.includes(this.chosen);
      drawCluster(g, disc.cluster, disc.x, disc.y, lit ? 1 : 0, this.colour);
      this.targets.push({ cluster: disc.cluster, x: disc.x, y: disc.y, reach: disc.cluster.radius + 2 });
    }
    const crowded = this.placed.crowded;
    const pointed = p => !p.aside && sharp(p.claim);
    pins.filter(p => !crowded && !pointed(p))
      .forEach(p => drawStem(g, p.claim, p.x, p.y, p.headX, p.headY, this.colour));
    for (const turn of turns) {
      for (const p of pins.filter(q => this.emphasis(q.claim) === turn)) {
        if (crowded && turn === 0) {
          drawMark(g, p.claim, p.x, p.y, this.colour);
          this.targets.push({ claim: p.claim, x: p.x, y: p.y, reach: RADIUS * 0.6 });
        } else {
          if (crowded && !pointed(p)) {
            drawStem(g, p.claim, p.x, p.y, p.headX, p.headY, this.colour);
          }
          drawHead(g, p.claim, p.headX, p.headY, pointed(p), turn, this.colour);
          this.targets.push({ claim: p.claim, x: p.headX, y: p.headY, reach: RADIUS * 1.25 });
        }
      }
    }
    g.restore();
  }

  /** What is at a pixel, topmost first: {claim} or {cluster}. */
  at(x, y) {
    return (this.targets || []).findLast(t => Math.hypot(t.x + this.dx - x, t.y + this.dy - y) <= t.reach) || null;
  }

  /** What is in sight, in reading order. */
  inSight() {
    return (this.targets || []).filter(t => t.x + this.dx > 0 && t.y + this.dy > 0
      && t.x + this.dx < this.view.width && t.y + this.dy < this.view.height)
      .sort((a, b) => Math.round((a.y - b.y) / 30) || a.x - b.x);
  }

  trace(g, view, lines, closed) {
    g.beginPath();
    for (const line of lines) {
      const turn = Math.round(view.x - (line.west + line.east) / 2);
      for (let i = 0; i < line.xy.length; i += 2) {
        const x = view.sx(line.xy[i] + turn), y = view.sy(line.xy[i + 1]);
        i ? g.lineTo(x, y) : g.moveTo(x, y);
      }
      if (closed) {
        g.closePath();
      }
    }
  }

  glow(g, emphasis) {
    if (emphasis) {
      g.globalAlpha = emphasis > 1 ? 0.45 : 0.3;
      g.strokeStyle = this.colour("accent");
      g.lineWidth = emphasis > 1 ? 11 : 9;
      g.lineJoin = "round";
      g.stroke();
      g.globalAlpha = 1;
    }
  }

  area(g, view, claim, emphasis) {
    const tone = this.colour(claim.status + "-line");
    // the sides along which an area is cut at the antimeridian or a pole are no boundary of it
    const bounds = () => this.trace(g, view, claim.edge || claim.area, !claim.edge);
    bounds();
    this.glow(g, emphasis);
    this.trace(g, view, claim.area, true);
    g.save();
    g.globalAlpha = 0.09;
    g.fillStyle = tone;
    g.fill("evenodd");
    g.clip("evenodd");
    g.globalAlpha = 0.34;
    g.strokeStyle = tone;
    g.lineWidth = 0.8;
    this.hatch(g, view, claim.area);
    g.restore();
    bounds();
    g.strokeStyle = tone;
    g.lineWidth = 1.6;
    g.setLineDash(hollow(claim) ? [6, 4] : []);
    g.stroke();
    g.setLineDash([]);
  }

  /** Slanting lines that are fixed to the ground. */
  hatch(g, view, lines) {
    const turnOf = l => Math.round(view.x - (l.west + l.east) / 2), turn = turnOf(lines[0]);
    const left = Math.max(0, Math.min(...lines.map(l => view.sx(l.west + turnOf(l)))));
    const right = Math.min(view.width, Math.max(...lines.map(l => view.sx(l.east + turnOf(l)))));
    const top = Math.max(0, Math.min(...lines.map(l => view.sy(l.north))));
    const bottom = Math.min(view.height, Math.max(...lines.map(l => view.sy(l.south))));
    const step = 10, phase = (view.sx(turn) + view.sy(0)) % step;
    g.beginPath();
    for (let sum = Math.floor((left + top - phase) / step) * step + phase; sum <= right + bottom; sum += step) {
      g.moveTo(sum - bottom, bottom);
      g.lineTo(sum - top, top);
    }
    g.stroke();
  }

  /** Somewhere within lies the place. */
  ring(g, view, claim, emphasis, drawn) {
    const vague = ["town", "district", "region", "country"].includes(claim.precision) || claim.radius > 500;
    const pixels = claim.radius / groundWidth(claim.y) * view.world;
    const key = claim.x + " " + claim.y + " " + claim.radius;
    if (claim.area || claim.route || !vague || pixels < RADIUS * 0.5 || (!emphasis && drawn.has(key))) {
      return;
    }
    drawn.add(key);
    g.beginPath();
    g.arc(view.sx(view.near(claim.x)), view.sy(claim.y), pixels, 0, 7);
    const tone = this.colour(claim.status + "-line");
    g.globalAlpha = (pixels < 80 ? 0.09 : pixels < 250 ? 0.06 : 0.04) * (emphasis ? 2 : 1);
    g.fillStyle = tone;
    g.fill();
    g.globalAlpha = emphasis ? 1 : 0.65;
    g.strokeStyle = tone;
    g.lineWidth = emphasis ? 1.6 : 1;
    g.setLineDash([2, 3]);
    g.stroke();
    g.setLineDash([]);
    g.globalAlpha = 1;
  }

  /** An arrow: broken where the course is unknown, double where it is only planned or predicted. */
  route(g, view, claim, emphasis) {
    const tone = this.colour(claim.status + "-line"), inner = hollow(claim);
    const stroke = (style, width, dashes, alpha) => {
      g.strokeStyle = style;
      g.lineWidth = width;
      g.globalAlpha = alpha || 1;
      g.lineJoin = g.lineCap = "round";
      g.lineCap = dashes ? "butt" : "round";
      g.setLineDash(dashes || []);
      g.stroke();
      g.setLineDash([]);
      g.globalAlpha = 1;
    };
    this.trace(g, view, claim.route);
    this.glow(g, emphasis);
    stroke(this.colour("paper"), 5.2, null, 0.85);
    stroke(tone, inner ? 3.4 : 2.4, claim.known ? null : [8, 5]);
    if (inner) {
      stroke(this.colour("paper"), 1.3);
    }
    const last = claim.route[claim.route.length - 1];
    const turn = Math.round(view.x - (last.west + last.east) / 2);
    const n = last.xy.length;
    const tipX = view.sx(last.xy[n - 2] + turn), tipY = view.sy(last.xy[n - 1]);
    for (let i = n - 4; i >= 0; i -= 2) {
      const x = view.sx(last.xy[i] + turn), y = view.sy(last.xy[i + 1]);
      if (Math.hypot(tipX - x, tipY - y) > 12 || i === 0) {
        g.save();
        g.translate(tipX, tipY);
        g.rotate(Math.atan2(tipY - y, tipX - x));
        g.beginPath();
        g.moveTo(0, 0);
        g.lineTo(-15, -7.6);
        g.lineTo(-11.4, 0);
        g.lineTo(-15, 7.6);
        g.closePath();
        g.strokeStyle = this.colour("paper");
        g.lineWidth = 2.6;
        g.stroke();
        g.fillStyle = inner ? this.colour("paper") : tone;
        g.fill();
        g.strokeStyle = tone;
        g.lineWidth = 1.1;
        g.stroke();
        g.restore();
        break;
      }
    }
  }
}
