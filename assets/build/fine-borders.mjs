// Border lines at about 1:1m from OpenStreetMap. Natural Earth's are up to some kilometres off, too far for asking how
// far a place is from a border. The package holds each country with its territorial waters, to 10 metres; where
// the edges of two of them meet on land is their border.
import fs from 'node:fs';
import { isDisputed, fromAlpha3 } from './codes.mjs';
import { box, polygonsOf } from './geometry.mjs';
import { insideIsLeft, joined, lengthOf, simplified } from './lines.mjs';

/** Degrees of latitude: about 20 metres. */
const TOLERANCE = 0.0002;

/** Territories that the package draws both alone and inside their state; the layer of countries has them in it. */
const WITHIN = {
  GUF: 'FRA', GLP: 'FRA', MTQ: 'FRA', REU: 'FRA', MYT: 'FRA', BES: 'NLD', SJM: 'NOR', ALA: 'FIN',
};

/** Metres outwards from a country's edge at which its neighbour is looked for: the two may not meet exactly. */
const PROBES = [60, 300, 1000, 2500];

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

/**
 * Borders for the scale `1m`, with the same pairs of countries as `coarse`, the 1:10m borders. Of the two sides' lines the
 * one is taken whose length is nearer to the coarse one's; where neither comes near, as with claims that are drawn for
 * both, the coarse line is kept.
 */
export function fineBorders(land, coarse) {
  const onLand = new Areas(land.map(({ geometry }) => ({ owner: 'land', geometry })));
  const all = areas();
  const countries = new Areas(all);
  const edges = new Map();
  for (const area of all) {
    for (const [neighbour, segments] of edgesOf(area, onLand, countries)) {
      const key = `${area.owner} ${neighbour}`;
      edges.set(key, [...(edges.get(key) ?? []), ...segments]);
    }
  }
  return coarse.map((border) => {
    const { left, right } = border;
    const want = lengthOf(border.geometry);
    const views = [
      ['left', edges.get(`${left} ${right}`) ?? []],
      ['right', (edges.get(`${right} ${left}`) ?? []).map(([a, b]) => [b, a])],
    ].map(([side, segments]) => {
      const geometry = { type: 'MultiLineString', coordinates: joined(segments) };
      const ratio = lengthOf(geometry) / want;
      return { side, geometry, ratio, off: Math.abs(Math.log(ratio || 1e-9)) };
    });
    const best = views[0].off <= views[1].off + 0.05 ? views[0] : views[1];
    if (best.ratio < 0.7 || best.ratio > 2.5) {
      console.log(`  ${left || '-'} ${right || '-'}: ${views.map((v) => (v.ratio * want).toFixed(0)).join(' or ')} of ${want.toFixed(0)} km; the coarse line is kept`);
      return border;
    }
    return reduced(left, right, best.geometry);
  });
}

function reduced(left, right, geometry) {
  const coordinates = geometry.coordinates.map((line) => simplified(line, TOLERANCE));
  return { left, right, disputed: isDisputed(left, right), geometry: { type: 'MultiLineString', coordinates } };
}
