// Moves border lines inside Natural Earth's topology to where the UN's resolutions have them, where that takes a cut:
// the Golan to Syria (A/RES/36/226, S/RES/497) and all of Western Sahara to its own territory (A/RES/34/37). Natural
// Earth has both lines as claims ("Syrian claim", "Western Saharan claim"), so nothing is drawn by hand.
import { simplified } from './lines.mjs';
import { readTable } from './geopackage.mjs';

/** From whom, to whom (ISO 3166-1 numeric), and the name of the claim whose line becomes the border. */
const MOVES = [
  { from: '376', to: '760', claim: 'Syrian claim', owner: 'ISR', iso: 'SY', control: 'Golan: ceasefire line of 1974' },
  { from: '504', to: '732', claim: 'Western Saharan claim', owner: 'MAR', iso: 'EH', control: 'Western Sahara: the berm' },
];

/** Degrees; the claims are drawn for 1:10m. */
const TOLERANCE = { '110m': 0.03, '50m': 0.008, '10m': 0 };

const same = ([ax, ay], [bx, by]) => ax === bx && ay === by;
const last = (list) => list[list.length - 1];

export async function readClaims(geopackage) {
  const rows = await readTable(geopackage, 'disputed_borders', ['name', 'adm0_a3_l']);
  return MOVES.map((move) => {
    const row = rows.find((r) => r.name === move.claim && r.adm0_a3_l === move.owner);
    return { ...move, line: chained(row.geometry.coordinates) };
  });
}

/** Parts that meet end to end, in whatever direction, as one line. */
function chained(parts) {
  const rest = parts.slice(1);
  let line = parts[0];
  for (let grown = true; grown; ) {
    grown = false;
    for (const part of rest) {
      const way = [part, [...part].reverse()].find((p) => same(last(line), p[0]) || same(last(p), line[0]));
      if (!way) continue;
      line = same(last(line), way[0]) ? [...line, ...way.slice(1)] : [...way, ...line.slice(1)];
      rest.splice(rest.indexOf(part), 1);
      grown = true;
      break;
    }
  }
  return line;
}

/** A topology with plain coordinates instead of quantised differences, so that arcs can be changed. */
export function decoded(topology) {
  const { scale, translate } = topology.transform;
  const arcs = topology.arcs.map((arc) => {
    let x = 0, y = 0;
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
  const { transform, ...rest } = topology;
  return { ...rest, arcs };
}

/** Rings of arc numbers that `edit` may replace, of every object. */
function editRings(topology, edit) {
  const walk = (arcs, object) => (typeof arcs[0] === 'number' ? edit(arcs, object) : arcs.map((a) => walk(a, object)));
  const each = (object) => {
    if (object.geometries) object.geometries.forEach(each);
    else if (object.arcs) object.arcs = walk(object.arcs, object);
  };
  Object.values(topology.objects).forEach(each);
}

/** The line of an arc as a ring runs along it: negative numbers run backwards. */
const lineOf = (topology, ref) => (ref < 0 ? [...topology.arcs[~ref]].reverse() : topology.arcs[ref]);

function setLine(topology, ref, line) {
  topology.arcs[ref < 0 ? ~ref : ref] = ref < 0 ? [...line].reverse() : line;
}

/** Cuts an arc in two at a point along it, for all who use it; returns the reference of the second part. */
function split(topology, ref, first, second) {
  setLine(topology, ref, first);
  const added = topology.arcs.push(second) - 1;
  editRings(topology, (ring) => ring.flatMap((r) => (r === ref ? [r, added] : r === ~ref ? [~added, r] : [r])));
  return added;
}

/** Where a line of the ring is nearest to a point: [up to there, from there on]. */
function cutAt(line, [x, y]) {
  let best = 0, least = Infinity, at = line[0];
  for (let i = 1; i < line.length; i++) {
    const [[ax, ay], [bx, by]] = [line[i - 1], line[i]];
    const dx = bx - ax, dy = by - ay;
    const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
    const point = t === 0 ? line[i - 1] : t === 1 ? line[i] : [ax + t * dx, ay + t * dy];
    const distance = Math.hypot(x - point[0], y - point[1]);
    if (distance < least) [least, best, at] = [distance, i, point];
  }
  const before = [...line.slice(0, best), at].filter((p, i, all) => i === 0 || !same(p, all[i - 1]));
  const after = [at, ...line.slice(best)].filter((p, i, all) => i === 0 || !same(p, all[i - 1]));
  return [before, after];
}

/**
 * Gives what lies between the old line and the claim's to the claimant. The old line and the two arcs it ends on belong
 * to one ring of the holder; the claim's line starts on the one and ends on the other.
 */
function move(topology, scale, { from, to, line }) {
  const objectOf = (id) => topology.objects.countries.geometries.find((g) => g.id === id);
  const refsOf = (id) => new Set(objectOf(id).arcs.flat(3));
  const theirs = refsOf(to);
  const ringOf = () => {
    const rings = objectOf(from).type === 'Polygon' ? objectOf(from).arcs : objectOf(from).arcs.flat(1);
    return rings.find((ring) => ring.some((ref) => theirs.has(~ref)));
  };
  const old = ringOf().find((ref) => theirs.has(~ref));
  const neighbour = (step) => {
    const ring = ringOf();
    return ring[(ring.indexOf(old) + step + ring.length) % ring.length];
  };
  const was = lineOf(topology, old);
  let claim = simplified(line, TOLERANCE[scale]);
  const gap = ([ax, ay], [bx, by]) => Math.hypot(ax - bx, ay - by);
  if (gap(claim[0], was[0]) > gap(last(claim), was[0])) claim = [...claim].reverse();
  const given = [];
  // the head of the arc after the old line
  const after = neighbour(1);
  const [head, tail] = cutAt(lineOf(topology, after), last(claim));
  if (head.length > 1 && tail.length > 1) {
    const rest = split(topology, after < 0 ? ~after : after, ...(after < 0 ? [[...tail].reverse(), [...head].reverse()] : [head, tail]));
    given.push(after < 0 ? ~rest : after);
  }
  // the tail of the arc before it
  const before = neighbour(-1);
  const [start, end] = cutAt(lineOf(topology, before), claim[0]);
  let ending;
  if (start.length > 1 && end.length > 1) {
    const rest = split(topology, before < 0 ? ~before : before, ...(before < 0 ? [[...end].reverse(), [...start].reverse()] : [start, end]));
    ending = before < 0 ? before : rest;
  }
  setLine(topology, old, [last(start), ...claim.slice(1, -1), tail[0]]);
  editRings(topology, (ring, object) => {
    if (object === objectOf(from)) return ring.filter((ref) => !given.includes(ref) && ref !== ending);
    if (object !== objectOf(to)) return ring;
    return ring.flatMap((ref) => (ref === ~old ? [...given, ref, ...(ending === undefined ? [] : [ending])] : [ref]));
  });
  return was;
}

/** Applies all claims; returns the lines they replace, which are lines of control from then on. */
export function recognise(topology, scale, claims) {
  return claims.map((claim) => ({
    iso: claim.iso,
    name: claim.control,
    geometry: { type: 'LineString', coordinates: move(topology, scale, claim) },
  }));
}
