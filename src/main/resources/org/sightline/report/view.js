// Moving the map: pointer, wheel, fingers, keys and buttons.

class Steering {
  /** @param tell {choose(claim), say(text)} */
  constructor(chart, place, words, tell) {
    Object.assign(this, { chart, place, words, tell });
    this.still = matchMedia("(prefers-reduced-motion: reduce)");
    this.fingers = new Map();
    this.view = new View(0.5, 0.5, 512, 600, 400);
    this.measure();
    this.listen();
  }

  measure() {
    const box = this.place.getBoundingClientRect();
    this.view = this.view.with({ width: Math.max(box.width, 50), height: Math.max(box.height, 50) });
  }

  /** Draws in the next frame. */
  redraw(hurried) {
    this.hurried = Boolean(hurried);
    if (!this.waiting) {
      this.waiting = true;
      requestAnimationFrame(() => {
        this.waiting = false;
        this.paint();
      });
    }
  }

  paint() {
    this.chart.draw(this.view, Math.min(devicePixelRatio || 1, 2), this.hurried);
    clearTimeout(this.settling);
    if (this.hurried) {
      this.settling = setTimeout(() => this.redraw(), 110);
    }
    this.scale();
  }

  scale() {
    const metres = groundWidth(this.view.y) / this.view.world * 110;
    const power = 10 ** Math.floor(Math.log10(metres));
    const round = [5, 2, 1].find(n => n * power <= metres) * power;
    const bar = document.getElementById("scale");
    bar.style.width = 110 * round / metres + "px";
    bar.firstElementChild.textContent = round >= 1000
      ? fill(this.words.km, round / 1000) : fill(this.words.m, Math.round(round * 100) / 100);
  }

  go(target) {
    cancelAnimationFrame(this.flight);
    if (this.still.matches || document.hidden) {
      this.view = target;
      this.redraw();
      return;
    }
    const from = this.view, start = performance.now();
    const turn = Math.round(from.x - target.x);
    const step = now => {
      const t = Math.min(1, (now - start) / 260), eased = 1 - (1 - t) ** 3;
      const world = from.world * (target.world / from.world) ** eased;
      // the middle moves as the scale does, so that what is aimed at stays in sight
      const share = Math.abs(target.world / from.world - 1) < 1e-6
        ? eased : (1 / from.world - 1 / world) / (1 / from.world - 1 / target.world);
      this.view = t === 1 ? target : from.with({
        world, x: from.x + (target.x + turn - from.x) * share, y: from.y + (target.y - from.y) * share,
      });
      this.redraw(t < 1);
      if (t < 1) {
        this.flight = requestAnimationFrame(step);
      }
    };
    this.flight = requestAnimationFrame(step);
  }

  zoom(factor, x, y) {
    this.go(this.view.zoomed(factor, x ?? this.view.width / 2, y ?? this.view.height / 2));
  }

  pan(dx, dy) {
    this.view = this.view.with({ x: this.view.x - dx / this.view.world, y: this.view.y - dy / this.view.world });
    this.redraw(true);
  }

  /** The box of some claims on the plane; null when none has a place. */
  extent(claims) {
    const box = { west: Infinity, east: -Infinity, north: Infinity, south: -Infinity };
    const first = claims.find(c => c.at);
    if (!first) {
      return null;
    }
    for (const claim of claims.filter(c => c.at)) {
      const x = claim.x + Math.round(first.x - claim.x);
      for (const line of claim.area || claim.route || []) {
        const turn = Math.round(x - line.west);
        box.west = Math.min(box.west, line.west + turn);
        box.east = Math.max(box.east, line.east + turn);
        box.north = Math.min(box.north, line.north);
        box.south = Math.max(box.south, line.south);
      }
      const around = claim.area || claim.route ? 0 : Math.min(claim.radius || 0, 400000) / groundWidth(claim.y);
      box.west = Math.min(box.west, x - around);
      box.east = Math.max(box.east, x + around);
      box.north = Math.min(box.north, claim.y - around);
      box.south = Math.max(box.south, claim.y + around);
    }
    return box;
  }

  /** A view of some claims, not so near that nothing is around them; the view as it is where none has a place. */
  viewOf(claims, view) {
    const box = this.extent(claims);
    const fitted = box ? view.fitted(box, Math.min(48, view.width / 8)) : view;
    return fitted.with({ world: Math.min(fitted.world, 256 * 2 ** 11) });
  }

  /** Shows some claims. */
  fit(claims, atOnce) {
    const target = this.viewOf(claims, this.view);
    if (atOnce) {
      this.view = target;
      this.redraw();
    } else {
      this.go(target);
    }
  }

  /** Moves only where the claim is out of sight. */
  reveal(claim) {
    if (!claim.at) {
      return;
    }
    const x = this.view.sx(this.view.near(claim.x)), y = this.view.sy(claim.y);
    if (x < 40 || y < 60 || x > this.view.width - 40 || y > this.view.height - 30) {
      this.go(this.view.with({ x: claim.x, y: claim.y }));
    }
  }

  act(target) {
    if (target && target.claim) {
      this.tell.choose(target.claim);
    } else if (target) {
      this.openCluster(target.cluster);
    }
  }

  /** Nearer until it falls apart; what lies on one spot is fanned out. */
  openCluster(cluster) {
    const members = cluster.members;
    const nearest = 256 * 2 ** 16.5;
    if (onePlace(members) || this.view.world >= nearest) {
      this.chart.open(members);
      this.redraw();
      return;
    }
    const before = this.view.world;
    const spots = members.map(m => ({ at: m.at, x: m.x, y: m.y }));
    const target = this.view.fitted(this.extent(spots), 70);
    this.go(target.with({ world: Math.max(before * 1.8, Math.min(target.world, nearest)) }));
  }

  listen() {
    const at = event => {
      const box = this.place.getBoundingClientRect();
      return [event.clientX - box.left, event.clientY - box.top];
    };
    this.place.addEventListener("wheel", event => {
      event.preventDefault();
      const pixels = event.deltaY * (event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1);
      cancelAnimationFrame(this.flight);
      this.view = this.view.zoomed(2 ** (-Math.max(-240, Math.min(240, pixels)) / 240), ...at(event));
      this.redraw(true);
    }, { passive: false });
    this.place.addEventListener("pointerdown", event => {
      this.place.setPointerCapture(event.pointerId);
      cancelAnimationFrame(this.flight);
      this.fingers.set(event.pointerId, at(event));
      this.pressed = this.fingers.size === 1 ? at(event) : null;
    });
    this.place.addEventListener("pointermove", event => this.moved(event, at(event)));
    const up = event => {
      const [x, y] = at(event);
      const tapped = this.pressed && event.type === "pointerup" && this.fingers.size === 1;
      this.fingers.delete(event.pointerId);
      this.pressed = null;
      if (tapped) {
        this.act(this.chart.at(x, y));
      }
    };
    this.place.addEventListener("pointerup", up);
    this.place.addEventListener("pointercancel", up);
    this.place.addEventListener("dblclick", event => {
      const [x, y] = at(event);
      if (!this.chart.at(x, y)) {
        this.zoom(2, x, y);
      }
    });
    this.place.addEventListener("keydown", event => this.key(event));
    this.place.addEventListener("blur", () => this.point(null));
    new ResizeObserver(() => {
      this.measure();
      this.redraw();
    }).observe(this.place);
  }

  moved(event, [x, y]) {
    const before = this.fingers.get(event.pointerId);
    if (!before) {
      this.hover(this.chart.at(x, y));
      return;
    }
    if (this.pressed && Math.hypot(x - this.pressed[0], y - this.pressed[1]) < 4) {
      return;
    }
    this.pressed = null;
    if (this.fingers.size === 1) {
      this.pan(x - before[0], y - before[1]);
    } else {
      const other = [...this.fingers].find(([id]) => id !== event.pointerId)[1];
      const times = Math.hypot(x - other[0], y - other[1]) / Math.max(1, Math.hypot(before[0] - other[0], before[1] - other[1]));
      this.view = this.view.zoomed(times, other[0], other[1]);
      this.redraw(true);
    }
    this.fingers.set(event.pointerId, [x, y]);
  }

  hover(target) {
    const thing = target && (target.claim || target.cluster);
    if (thing !== this.chart.hovered) {
      this.chart.hovered = thing;
      this.place.style.cursor = thing ? "pointer" : "";
      this.place.title = !thing ? "" : target.claim ? thing.id + "  " + thing.text : fill(this.words.cluster, thing.members.length);
      this.redraw(true);
    }
  }

  point(target) {
    this.chart.pointed = target && (target.claim || target.cluster);
    this.target = target;
    if (target) {
      this.tell.say(target.claim ? fill(this.words.pinHere, target.claim.id, target.claim.text)
        : fill(this.words.clusterHere, target.cluster.members.length));
    }
    this.redraw();
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const step = event.shiftKey ? 240 : 80;
    const acts = {
      ArrowLeft: () => this.pan(step, 0), ArrowRight: () => this.pan(-step, 0),
      ArrowUp: () => this.pan(0, step), ArrowDown: () => this.pan(0, -step),
      "+": () => this.zoom(1.6), "=": () => this.zoom(1.6), "-": () => this.zoom(1 / 1.6),
      0: () => this.fit(this.chart.claims),
      n: () => this.step(1), p: () => this.step(-1),
      Enter: () => this.act(this.target), " ": () => this.act(this.target),
      Escape: () => this.point(null),
    };
    const act = acts[event.key] || acts[event.key.toLowerCase()];
    if (act) {
      event.preventDefault();
      act();
    }
  }

  /** To the next or previous thing in sight. */
  step(way) {
    const things = this.chart.inSight();
    if (things.length) {
      const current = things.findIndex(t => (t.claim || t.cluster) === this.chart.pointed);
      this.point(things[current < 0 ? (way > 0 ? 0 : things.length - 1) : (current + way + things.length) % things.length]);
    }
  }
}
