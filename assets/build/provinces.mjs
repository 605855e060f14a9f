// Provinces (first-level divisions) and the lines between provinces of one country.
import { codeOf } from './codes.mjs';
import { box, contains, doubleArea, polygonsOf } from './geometry.mjs';
import { readTable } from './geopackage.mjs';
import { sharedLines } from './lines.mjs';

/** Of latitude. */
const KM_PER_DEGREE = 111.2;

const TO_UKRAINE = new Set(['Crimea', 'Sevastopol']);

/** Natural Earth's spellings that are out of use. */
const RENAMED = { Kiev: 'Kyiv Oblast', 'Kiev City': 'Kyiv', Odessa: 'Odesa', "Luhans'k": 'Luhansk', "Donets'k": 'Donetsk',
  "Dnipropetrovs'k": 'Dnipropetrovsk', "L'viv": 'Lviv', "Khmel'nyts'kyy": 'Khmelnytskyi', Mykolayiv: 'Mykolaiv',
  "Ivano-Frankivs'k": 'Ivano-Frankivsk', "Ternopil'": 'Ternopil', Vinnytsya: 'Vinnytsia',
  Zaporizhzhya: 'Zaporizhzhia', Transcarpathia: 'Zakarpattia' };

export async function readProvinces(geopackage) {
  const rows = await readTable(geopackage, 'states_provinces', ['iso_a2', 'name', 'admin', 'woe_name', 'gn_name']);
  return rows.map((row) => {
    const crimea = row.admin === 'Russia' && TO_UKRAINE.has(row.name);
    const iso = crimea ? 'UA' : /^[A-Z]{2}$/.test(row.iso_a2) ? row.iso_a2 : codeOf('', row.admin);
    const name = iso === 'UA' ? RENAMED[row.name] ?? row.name : row.name;
    return { iso, name, others: spellings(name, row), crimea, geometry: row.geometry };
  });
}

function spellings(name, row) {
  const all = new Set([row.name, row.woe_name, row.gn_name].map((n) => n.trim()).filter((n) => n && n !== name));
  return [...all].join('|');
}

/** Gives each province the GeoNames first-level code that most of the places inside it have. */
export function nameByPlaces(provinces, places) {
  const index = new Map();
  for (const place of places) {
    const key = `${Math.floor(place.lon)},${Math.floor(place.lat)}`;
    if (!index.has(key)) index.set(key, []);
    index.get(key).push(place);
  }
  for (const province of provinces) {
    const votes = new Map();
    for (const polygon of polygonsOf(province.geometry)) {
      const [west, south, east, north] = box(polygon[0]);
      for (let x = Math.floor(west); x <= east; x++) {
        for (let y = Math.floor(south); y <= north; y++) {
          for (const place of index.get(`${x},${y}`) ?? []) {
            if (place.country === province.iso && place.admin1 && contains(polygon, [place.lon, place.lat])) {
              votes.set(place.admin1, (votes.get(place.admin1) ?? 0) + 1);
            }
          }
        }
      }
    }
    const ranked = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    province.admin1 = ranked.length > 0 ? ranked[0][0] : '';
  }
}

/** Kilometres; a line's is the greatest of these that its lesser province reaches, or the least. */
const WIDTHS = [4, 8, 16, 32, 64];

/**
 * Lines that two provinces of one country share; one feature for each country and width, which is that of the lesser
 * province: where a map cannot show that, the line is but clutter.
 */
export function provinceLines(provinces) {
  const areas = provinces.map(({ geometry }, owner) => ({ owner, geometry }));
  const widths = provinces.map(({ geometry }) => width(geometry));
  const groups = new Map();
  for (const { left, right, geometry } of sharedLines(areas)) {
    const { iso } = provinces[left];
    if (iso === '' || iso !== provinces[right].iso) continue;
    const least = Math.min(widths[left], widths[right]);
    const kilometres = WIDTHS.findLast((w) => w <= least) ?? WIDTHS[0];
    const group = `${iso}\t${kilometres}`;
    if (!groups.has(group)) groups.set(group, { iso, kilometres: String(kilometres), lines: [] });
    groups.get(group).lines.push(...geometry.coordinates);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { lines, ...attributes }]) => (
    { ...attributes, geometry: { type: 'MultiLineString', coordinates: lines } }));
}

/** Kilometres of the side of a square as large as an area. */
function width(geometry) {
  let square = 0;
  for (const [outer, ...holes] of polygonsOf(geometry)) {
    const [, south, , north] = box(outer);
    const degrees = Math.abs(doubleArea(outer)) - holes.reduce((sum, hole) => sum + Math.abs(doubleArea(hole)), 0);
    square += (degrees / 2) * KM_PER_DEGREE ** 2 * Math.cos((((south + north) / 2) * Math.PI) / 180);
  }
  return Math.sqrt(square);
}
