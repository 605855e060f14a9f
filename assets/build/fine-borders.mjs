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
  const fine = new Map(sharedLines(areas(), { keep }).map((border) => [`${border.left} ${border.right}`, border]));
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

function reduced({ left, right, geometry }) {
  const coordinates = geometry.coordinates.map((line) => simplified(line, TOLERANCE));
  return { left, right, disputed: isDisputed(left, right), geometry: { type: 'MultiLineString', coordinates } };
}
