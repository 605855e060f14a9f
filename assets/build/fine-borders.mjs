// Border lines at about 1:1m from OpenStreetMap. Natural Earth's are up to some kilometres off, too far for asking how
// far a place is from a border. The package holds each country with its territorial waters, to 10 metres; where
// the edges of two of them meet on land is their border.
import fs from 'node:fs';
import { isDisputed, fromAlpha3 } from './codes.mjs';
import { box, polygonsOf } from './geometry.mjs';
import { insideIsLeft, joined, lengthOf, sharedLines, simplified } from './lines.mjs';

/** Degrees of latitude: about 20 metres. */
const TOLERANCE = 0.0002;

/** Territories that the package draws both alone and inside their state; the layer of countries has them in it. */
const WITHIN = {
  GUF: 'FRA', GLP: 'FRA', MTQ: 'FRA', REU: 'FRA', MYT: 'FRA', BES: 'NLD', SJM: 'NOR', ALA: 'FIN',
};

/** Metres outwards from a country's edge at which its neighbour is looked for: the two may not meet exactly. */
const PROBES = [60, 300, 1000, 2500];

/** Pairs whose line in OpenStreetMap is the line of control: the recognised one of 1:10m is kept (recognised.mjs). */
const HELD = new Set(['IL SY']);

/** Where Russia's claim to Crimea has edges: they are no border. */
const CRIMEA = { owner: 'RU', west: 32, south: 44, east: 36.7, north: 46.3 };

/** Polygons searched by the one-degree cells that their boxes cover. */
class Areas {
  #cells = new Map();

  constructor(areas) {
    for (const { owner, geometry } of areas) {
      for (const rings of polygonsOf(geometry)) {
        const [w, s, e, n] = box(rings[0]);
        const bands = bandsOf(rings);
        for (let x = Math.floor(w); x <= e; x++) {
          for (let y = Math.floor(s); y <= n; y++) {
            const cell = `${x},${y}`;
            if (!this.#cells.has(cell)) this.#cells.set(cell, []);
            this.#cells.get(cell).push({ owner, bands });
          }
        }
      }
    }
  }

  /** The owner of the first polygon that holds the point and is not `except`'s. */
  at([x, y], except) {
    const found = (this.#cells.get(`${Math.floor(x)},${Math.floor(y)}`) ?? []).find(({ owner, bands }) => {
      if (owner === except) return false;
      let inside = false;
      for (const [xi, yi, xj, yj] of bands.get(Math.floor(y * BANDS)) ?? []) {
        if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
      }
      return inside;
    });
    return found?.owner;
  }
}

const BANDS = 8;

/** The segments of a polygon by eighth degree of latitude. */
function bandsOf(rings) {
  const bands = new Map();
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [[xi, yi], [xj, yj]] = [ring[i - 1], ring[i]];
      for (let band = Math.floor(Math.min(yi, yj) * BANDS); band <= Math.floor(Math.max(yi, yj) * BANDS); band++) {
        if (!bands.has(band)) bands.set(band, []);
        bands.get(band).push([xi, yi, xj, yj]);
      }
    }
  }
  return bands;
}

function areas() {
  const file = new URL('./node_modules/@geo-maps/countries-maritime-10m/map.geo.json', import.meta.url);
  return JSON.parse(fs.readFileSync(file, 'utf8')).features.map((feature) => {
    const alpha3 = feature.properties.A3;
    return { owner: fromAlpha3(WITHIN[alpha3] ?? alpha3), geometry: feature.geometry };
  });
}

/**
 * A country's edges on land by the neighbour beyond them. OpenStreetMap has most borders once, shared by both sides, but
 * some twice, a few hundred metres apart or overlapping; so the neighbour is found by looking outwards.
 */
function edgesOf({ owner, geometry }, land, countries) {
  const edges = new Map();
  for (const rings of polygonsOf(geometry)) {
    rings.forEach((ring, number) => {
      const left = insideIsLeft(ring, number > 0);
      for (let i = 1; i < ring.length; i++) {
        const [a, b] = [ring[i - 1], ring[i]];
        const middle = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
        if (inCrimea(owner, middle) || !land.at(middle)) continue;
        const neighbour = beyond(a, b, middle, left, owner, countries);
        if (!neighbour) continue;
        if (!edges.has(neighbour)) edges.set(neighbour, []);
        edges.get(neighbour).push(left ? [a, b] : [b, a]);
      }
    });
  }
  return edges;
}

function inCrimea(owner, [x, y]) {
  return owner === CRIMEA.owner && x > CRIMEA.west && x < CRIMEA.east && y > CRIMEA.south && y < CRIMEA.north;
}

function beyond([ax, ay], [bx, by], [x, y], left, owner, countries) {
  const shrink = Math.max(0.01, Math.cos((y * Math.PI) / 180));
  const dx = (bx - ax) * shrink, dy = by - ay;
  const length = Math.hypot(dx, dy);
  if (length === 0 || length > 5) return undefined;
  // to the right of an edge that has its country at the left
  const [nx, ny] = left ? [dy / length, -dx / length] : [-dy / length, dx / length];
  for (const metres of PROBES) {
    const degrees = metres / 111200;
    const found = countries.at([x + (nx * degrees) / shrink, y + ny * degrees], owner);
    if (found) return found;
  }
  return undefined;
}

function ringsByOwner(all) {
  const byOwner = new Map();
  for (const { owner, geometry } of all) {
    if (!byOwner.has(owner)) byOwner.set(owner, []);
    for (const rings of polygonsOf(geometry)) byOwner.get(owner).push(...rings);
  }
  return byOwner;
}

/** Kilometres: the longest stretch that two neighbours may draw apart and that is still taken for their border. */
const LONGEST_BRIDGE = 60;

/**
 * The border with its gaps closed. Here and there the two states' rings run metres apart instead of sharing their
 * vertices; such a stretch, on land and between two shared ones, is taken from the ring of the first state alone.
 */
function bridged(border, ringsBy, keep) {
  const key = ([x, y]) => `${x},${y}`;
  const id = (a, b) => (key(a) < key(b) ? `${key(a)} ${key(b)}` : `${key(b)} ${key(a)}`);
  const shared = new Set();
  for (const line of border.geometry.coordinates) {
    for (let i = 1; i < line.length; i++) shared.add(id(line[i - 1], line[i]));
  }
  const bridges = [];
  for (const ring of ringsBy.get(border.left) ?? []) {
    const segments = ring.length - 1;
    const isShared = (i) => shared.has(id(ring[i % segments], ring[(i % segments) + 1]));
    const first = [...Array(segments).keys()].find((i) => isShared(i));
    if (first === undefined) continue;
    let open = null;
    for (let i = first; i <= first + segments; i++) {
      const at = i % segments;
      if (!isShared(i)) {
        open ??= [ring[at]];
        open.push(ring[at + 1]);
      } else if (open) {
        const onLand = open.slice(1).filter((p, n) => keep(open[n], p)).length;
        if (lengthOf({ coordinates: [open] }) <= LONGEST_BRIDGE && onLand >= 0.9 * (open.length - 1)) bridges.push(open);
        open = null;
      }
    }
  }
  const coordinates = linked([...border.geometry.coordinates, ...bridges.map((line) => directed(line, border))]);
  return { ...border, geometry: { ...border.geometry, coordinates } };
}

/** A bridge runs the way its neighbours run: it starts where one of them ends. */
function directed(line, border) {
  const same = ([ax, ay], [bx, by]) => ax === bx && ay === by;
  const follows = border.geometry.coordinates.some((other) => same(other[other.length - 1], line[0]));
  return follows ? line : [...line].reverse();
}

/** Lines that meet end to start, made one. */
function linked(lines) {
  const key = ([x, y]) => `${x},${y}`;
  const rest = [...lines];
  for (let changed = true; changed; ) {
    changed = false;
    const byStart = new Map(rest.map((line, i) => [key(line[0]), i]));
    for (let i = 0; i < rest.length && !changed; i++) {
      const next = byStart.get(key(rest[i][rest[i].length - 1]));
      if (next !== undefined && next !== i) {
        rest[i] = [...rest[i], ...rest[next].slice(1)];
        rest.splice(next, 1);
        changed = true;
      }
    }
  }
  return rest;
}

/** The lines of each pair of neighbours as looking outwards from either finds them. */
function viewsOf(all, onLand) {
  const countries = new Areas(all);
  const edges = new Map();
  for (const area of all) {
    for (const [neighbour, segments] of edgesOf(area, onLand, countries)) {
      const key = `${area.owner} ${neighbour}`;
      edges.set(key, [...(edges.get(key) ?? []), ...segments]);
    }
  }
  return (left, right) => [
    edges.get(`${left} ${right}`) ?? [],
    (edges.get(`${right} ${left}`) ?? []).map(([a, b]) => [b, a]),
  ].map((segments) => ({ type: 'MultiLineString', coordinates: joined(segments) }));
}

/**
 * Borders for the scale `1m`, with the same pairs of countries as `coarse`, the 1:10m borders. Most come out whole from
 * what both sides share. For the others the line is taken, of the two sides', whose length is nearer to the coarse one's;
 * where neither comes near, as with claims that are drawn for both, the coarse line is kept.
 */
export function fineBorders(land, coarse) {
  const onLand = new Areas(land.map(({ geometry }) => ({ owner: 'land', geometry })));
  const keep = (a, b) => onLand.at([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]) !== undefined;
  const all = areas();
  const ringsBy = ringsByOwner(all);
  const shared = new Map(sharedLines(all, { keep }).map((border) => [`${border.left} ${border.right}`, border]));
  const views = viewsOf(all, onLand);
  return coarse.map((border) => {
    const { left, right } = border;
    const want = lengthOf(border.geometry);
    const ratioOf = (geometry) => lengthOf(geometry) / want;
    if (HELD.has(`${left} ${right}`)) return border;
    const both = shared.get(`${left} ${right}`);
    if (both) {
      const { geometry } = bridged(both, ringsBy, keep);
      if (ratioOf(geometry) > 0.9 && ratioOf(geometry) < 2.5) return reduced(left, right, geometry);
    }
    const off = (geometry) => Math.abs(Math.log(ratioOf(geometry) || 1e-9));
    const [one, other] = views(left, right);
    const best = off(one) <= off(other) + 0.05 ? one : other;
    const named = `  ${left || '-'} ${right || '-'}: ${lengthOf(best).toFixed(0)} of ${want.toFixed(0)} km`;
    if (ratioOf(best) < 0.7 || ratioOf(best) > 2.5) {
      console.log(`${named}; the coarse line is kept`);
      return border;
    }
    console.log(`${named}, as one side draws it`);
    return reduced(left, right, best);
  });
}

function reduced(left, right, geometry) {
  const coordinates = geometry.coordinates.map((line) => simplified(line, TOLERANCE));
  return { left, right, disputed: isDisputed(left, right), geometry: { type: 'MultiLineString', coordinates } };
}
