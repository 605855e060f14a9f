// Provinces (first-level divisions) and the lines between provinces of one country.
import { codeOf } from './codes.mjs';
import { box, contains, polygonsOf } from './geometry.mjs';
import { readTable } from './geopackage.mjs';
import { sharedLines } from './lines.mjs';

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

/** Lines that two provinces of one country share; one feature for each country. */
export function provinceLines(provinces) {
  const areas = provinces.map(({ iso, geometry }) => ({ owner: iso, geometry }));
  return sharedLines(areas, { same: true }).filter(({ left }) => left !== '').map(({ left, geometry }) => ({ iso: left, geometry }));
}
