// Provinces (first-level divisions) and the lines between provinces of one country.
import { codeOf } from './codes.mjs';
import { box, contains, polygonsOf } from './geometry.mjs';
import { readTable } from './geopackage.mjs';

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

/** Segments that two provinces of one country share, joined into lines; one feature for each country. */
export function provinceLines(provinces) {
  const segments = new Map();
  const key = ([x, y]) => `${x},${y}`;
  provinces.forEach((province, number) => {
    for (const ring of polygonsOf(province.geometry).flat()) {
      for (let i = 1; i < ring.length; i++) {
        const [a, b] = [ring[i - 1], ring[i]];
        const [ka, kb] = [key(a), key(b)];
        const id = ka < kb ? `${ka} ${kb}` : `${kb} ${ka}`;
        const known = segments.get(id);
        if (known) known.owners.push(number);
        else segments.set(id, { a, b, owners: [number] });
      }
    }
  });
  const byCountry = new Map();
  for (const { a, b, owners } of segments.values()) {
    if (owners.length !== 2) continue;
    const [one, two] = owners.map((n) => provinces[n]);
    if (one === two || one.iso !== two.iso || one.iso === '') continue;
    if (!byCountry.has(one.iso)) byCountry.set(one.iso, []);
    byCountry.get(one.iso).push([a, b]);
  }
  return [...byCountry].sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([iso, list]) => ({ iso, geometry: { type: 'MultiLineString', coordinates: join(list) } }));
}

/** Joins segments end to end, stopping at junctions. */
function join(segments) {
  const ends = new Map();
  const key = ([x, y]) => `${x},${y}`;
  segments.forEach((segment, i) => segment.forEach((end) => {
    if (!ends.has(key(end))) ends.set(key(end), []);
    ends.get(key(end)).push(i);
  }));
  const used = new Array(segments.length).fill(false);
  const follow = (line) => {
    for (;;) {
      const end = line[line.length - 1];
      const here = ends.get(key(end));
      if (here.length !== 2) return;
      const next = here.find((i) => !used[i]);
      if (next === undefined) return;
      used[next] = true;
      const [a, b] = segments[next];
      line.push(key(a) === key(end) ? b : a);
    }
  };
  const lines = [];
  segments.forEach((segment, i) => {
    if (used[i]) return;
    used[i] = true;
    const line = [...segment];
    follow(line);
    line.reverse();
    follow(line);
    lines.push(line);
  });
  return lines;
}
