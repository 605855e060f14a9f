// The gazetteer's regions: Natural Earth's provinces, and GeoNames' first-level divisions where those are larger.
import { extentOf, largest, pointInside, polygonsOf } from './geometry.mjs';

const plain = (name) => name.normalize('NFD').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()
  .replace(/(oblast|voblasts?|voblasc|province|region|state|county|municipality|city)$/, '');

function row(iso, admin1, name, others, geometry) {
  const [lon, lat] = pointInside(largest(geometry));
  const names = [...new Set(others)].filter((n) => n && n !== name).join('|');
  return [iso, admin1, name, names, lat.toFixed(3), lon.toFixed(3), ...extentOf(geometry).map((v) => v.toFixed(3))].join('\t');
}

/** @param divisions rows of GeoNames' first-level divisions: {country, code, name} */
export function regionsTable(provinces, divisions) {
  const byDivision = new Map();
  for (const province of provinces) {
    const key = `${province.iso}.${province.admin1}`;
    if (!byDivision.has(key)) byDivision.set(key, []);
    byDivision.get(key).push(province);
  }
  const nameOf = new Map(divisions.map((d) => [`${d.country}.${d.code}`, d.name]));
  const rows = [];
  for (const province of provinces) {
    if (!province.iso || !province.name) continue;
    const key = `${province.iso}.${province.admin1}`;
    const alone = byDivision.get(key).length === 1;
    const others = province.others.split('|');
    rows.push(row(province.iso, province.admin1, province.name, alone ? [...others, nameOf.get(key)] : others, province.geometry));
  }
  for (const [key, parts] of byDivision) {
    const name = nameOf.get(key);
    if (!name || parts.length < 2 || parts.some((p) => plain(p.name) === plain(name))) continue;
    const geometry = { type: 'MultiPolygon', coordinates: parts.flatMap((p) => polygonsOf(p.geometry)) };
    rows.push(row(parts[0].iso, parts[0].admin1, name, [], geometry));
  }
  return ['iso\tadmin1\tname\tothers\tlat\tlon\twest\tsouth\teast\tnorth', ...rows.sort(), ''].join('\n');
}
