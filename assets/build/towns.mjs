// The towns as the map names them: each with its isolation, the distance to the nearest more important one. They stand
// most isolated first, so that a map takes the beginning of the list, the longer the nearer it is.
// Alone, from the gazetteer that is there: node towns.mjs
import fs from 'node:fs';
import zlib from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { writeGzip } from './container.mjs';

const EARTH_RADIUS = 6371008.8;

/** What the most important town of all is from a more important one: more than any distance. */
const FARTHEST = 99999999;

/** Territories of a state elsewhere, which have a code of their own; their seats of government are no capitals of states. */
const TERRITORIES = new Set(('AI AS AW AX BL BM BQ BV CC CW CX FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF '
  + 'PF PM PN PR RE SH SJ SX TC TF TK UM VG VI WF YT').split(' '));

const seat = ({ feature, country }) => {
  if (feature === 'PPLC') return TERRITORIES.has(country) ? 'A' : 'C';
  return feature === 'PPLA' ? 'A' : '';
};

/** Seats of government count for more than their size. */
function importance(town) {
  const people = town.population;
  if (town.seat === 'C') return 4 * people + Math.min(400000, 20 * people);
  if (town.seat === 'A') return 1.5 * people + Math.min(20000, 2 * people);
  return people;
}

/** A k-d tree over points of the unit sphere that grows as towns are taken in order of importance. */
class Tree {
  #nodes = [];

  constructor(towns) {
    this.#nodes = towns.map(({ lat, lon }) => {
      const phi = (lat * Math.PI) / 180, lambda = (lon * Math.PI) / 180;
      const at = [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
      return { at, left: null, right: null };
    });
  }

  insert(i) {
    const town = this.#nodes[i];
    let node = this.#nodes[0];
    for (let depth = 0; ; depth++) {
      const side = town.at[depth % 3] < node.at[depth % 3] ? 'left' : 'right';
      if (!node[side]) {
        node[side] = town;
        return;
      }
      node = node[side];
    }
  }

  /** The square of the chord to the nearest town inserted before. */
  nearest(i) {
    const at = this.#nodes[i].at;
    let best = Infinity;
    const visit = (node, depth) => {
      let sum = 0;
      for (let a = 0; a < 3; a++) sum += (node.at[a] - at[a]) ** 2;
      best = Math.min(best, sum);
      const gap = at[depth % 3] - node.at[depth % 3];
      const [near, far] = gap < 0 ? [node.left, node.right] : [node.right, node.left];
      if (near) visit(near, depth + 1);
      if (far && gap * gap < best) visit(far, depth + 1);
    };
    visit(this.#nodes[0], 0);
    return best;
  }
}

export function townsTable(places) {
  const towns = places
    .map((p) => ({ name: p.name, lat: Number(p.lat), lon: Number(p.lon), population: Number(p.population), seat: seat(p) }))
    .sort((a, b) => importance(b) - importance(a));
  const tree = new Tree(towns);
  towns.forEach((town, i) => {
    town.isolation = i === 0 ? FARTHEST : Math.round(EARTH_RADIUS * Math.sqrt(tree.nearest(i)));
    if (i > 0) tree.insert(i);
  });
  const rows = towns
    .sort((a, b) => b.isolation - a.isolation)
    .map((t) => [t.isolation, t.seat, t.population || '', t.lat.toFixed(5), t.lon.toFixed(5), t.name].join('\t'));
  return ['isolation\tseat\tpopulation\tlat\tlon\tname', ...rows, ''].join('\n');
}

export function writeTowns(folder, places) {
  writeGzip(`${folder}/towns.tsv.gz`, Buffer.from(townsTable(places), 'utf8'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL('../gazetteer', import.meta.url));
  const [, ...lines] = zlib.gunzipSync(fs.readFileSync(`${folder}/places.tsv.gz`)).toString('utf8').split('\n').filter(Boolean);
  writeTowns(folder, lines.map((line) => {
    const [, name, , country, , lat, lon, population, feature] = line.split('\t');
    return { name, country, lat, lon, population, feature };
  }));
}
