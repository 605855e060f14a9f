// Border lines at about 1:1m from OpenStreetMap. Natural Earth's are up to some kilometres off, too far for asking how
// far a place is from a border. The package holds each country with its territorial waters, to 10 metres; what two
// countries share on land is their border.
import fs from 'node:fs';
import { isDisputed, fromAlpha3 } from './codes.mjs';
import { box, contains, polygonsOf } from './geometry.mjs';
import { lengthOf, sharedLines, simplified } from './lines.mjs';

/** Degrees of latitude: about 20 metres. */
const TOLERANCE = 0.0002;

/** Territories that the package draws both alone and inside their state; the layer of countries has them in it. */
const WITHIN = {
  GUF: 'FRA', GLP: 'FRA', MTQ: 'FRA', REU: 'FRA', MYT: 'FRA', BES: 'NLD', SJM: 'NOR', ALA: 'FIN',
};

/** Land at 1:10m, searched by the one-degree cells its boxes cover. */
class Land {
  #cells = new Map();

  constructor(land) {
    for (const { geometry } of land) {
      for (const rings of polygonsOf(geometry)) {
        const [w, s, e, n] = box(rings[0]);
        const bands = bandsOf(rings);
        for (let x = Math.floor(w); x <= e; x++) {
          for (let y = Math.floor(s); y <= n; y++) {
            const cell = `${x},${y}`;
            if (!this.#cells.has(cell)) this.#cells.set(cell, []);
            this.#cells.get(cell).push(bands);
          }
        }
      }
    }
  }

  has([x, y]) {
    return (this.#cells.get(`${Math.floor(x)},${Math.floor(y)}`) ?? []).some((bands) => {
      let inside = false;
      for (const [xi, yi, xj, yj] of bands.get(Math.floor(y * 4)) ?? []) {
        if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
      }
      return inside;
    });
  }
}

/** The segments of a polygon by quarter degree of latitude. */
function bandsOf(rings) {
  const bands = new Map();
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [[xi, yi], [xj, yj]] = [ring[i - 1], ring[i]];
      for (let band = Math.floor(Math.min(yi, yj) * 4); band <= Math.floor(Math.max(yi, yj) * 4); band++) {
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
 * Borders for the scale `1m`. A pair of countries whose border is missing or much shorter here than in `coarse` (the
 * 1:10m borders) keeps the coarse line: there the source draws both claims, and they do not meet.
 */
export function fineBorders(land, coarse) {
  const onLand = new Land(land);
  const keep = (a, b) => onLand.has([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]);
  const all = areas();
  const shared = sharedLines(all, { keep });
  const ringsBy = ringsByOwner(all);
  const fine = new Map(shared.map((border) => [`${border.left} ${border.right}`, bridged(border, ringsBy, keep)]));
  const out = [];
  for (const border of coarse) {
    const pair = `${border.left} ${border.right}`;
    const found = fine.get(pair);
    const [have, want] = [found ? lengthOf(found.geometry) : 0, lengthOf(border.geometry)];
    if (have < want * 0.7) {
      console.log(`  ${pair}: ${have.toFixed(0)} of ${want.toFixed(0)} km; the coarse line is kept`);
      out.push(border);
    } else {
      out.push(reduced(found));
    }
    fine.delete(pair);
  }
  for (const [pair, border] of fine) console.log(`  ${pair}: ${lengthOf(border.geometry).toFixed(0)} km, not in the coarse borders; left out`);
  return out;
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
  if (bridges.length > 0) {
    const km = lengthOf({ coordinates: bridges });
    console.log(`  ${border.left} ${border.right}: ${bridges.length} gaps bridged, ${km.toFixed(1)} km`);
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

function reduced({ left, right, geometry }) {
  const coordinates = geometry.coordinates.map((line) => simplified(line, TOLERANCE));
  return { left, right, disputed: isDisputed(left, right), geometry: { type: 'MultiLineString', coordinates } };
}
