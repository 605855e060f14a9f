// Natural Earth's TopoJSON has its shapes stitched together across the antimeridian, for use on a sphere. On a plane
// of degrees they must be cut there again (RFC 7946, 3.1.9), and Antarctica closed along the pole.
import { contains, doubleArea, polygonsOf } from './geometry.mjs';

/** Longitudes run on past 180 instead of jumping to -180. */
function unwrapped(ring) {
  let turn = 0;
  return ring.map(([x, y], i) => {
    if (i > 0) {
      const step = x - ring[i - 1][0];
      if (step > 180) turn -= 360;
      else if (step < -180) turn += 360;
    }
    return [x + turn, y];
  });
}

const crosses = (ring) => ring.some(([x], i) => i > 0 && Math.abs(x - ring[i - 1][0]) > 180);

/** A ring around the south pole, closed along the parallel of 90 degrees south. */
function closedAtPole(ring) {
  const first = ring[0], last = ring[ring.length - 1];
  return [...ring, [last[0], -90], [first[0], -90], first];
}

const whole = (ring) => Math.abs(ring[ring.length - 1][0] - ring[0][0]) < 180;

/**
 * Cuts a simple ring along the meridian `at`. Crossings sorted by latitude bound the parts of the meridian inside the
 * ring in pairs; each chain of the ring on one side is joined to the next through its pair.
 * Returns [west rings, east rings].
 */
function cut(ring, at) {
  const sideOf = ([x]) => (x > at ? 1 : 0);
  const points = ring.slice(0, -1);
  const n = points.length;
  const start = points.findIndex((p, i) => sideOf(p) !== sideOf(points[(i + n - 1) % n]));
  if (start < 0) return sideOf(points[0]) ? [[], [ring]] : [[ring], []];
  const chains = [];
  for (let i = 0; i < n; i++) {
    const b = points[(start + i) % n];
    const a = points[(start + i + n - 1) % n];
    if (sideOf(a) !== sideOf(b)) {
      const y = a[1] + ((b[1] - a[1]) * (at - a[0])) / (b[0] - a[0]);
      if (chains.length > 0) chains[chains.length - 1].end = y;
      chains.push({ side: sideOf(b), begin: y, points: [[at, y]] });
    }
    chains[chains.length - 1].points.push(b);
  }
  chains[chains.length - 1].end = chains[0].begin;
  chains.forEach((chain) => chain.points.push([at, chain.end]));
  const crossings = chains.map((chain) => chain.begin).sort((a, b) => a - b);
  const partner = (y) => crossings[crossings.indexOf(y) ^ 1];
  const sides = [[], []];
  for (const first of chains) {
    if (first.used) continue;
    const joined = [];
    for (let chain = first; !chain.used; ) {
      chain.used = true;
      joined.push(...chain.points);
      const y = partner(chain.end);
      chain = chains.find((c) => c.side === first.side && c.begin === y);
    }
    sides[first.side].push([...joined, joined[0]]);
  }
  return sides;
}

const shifted = (ring, by) => ring.map(([x, y]) => [x + by, y]);

/** The ring's parts, each within -180 to 180. */
function parts(ring) {
  const open = unwrapped(ring);
  const closed = whole(open) ? open : closedAtPole(open);
  let rest = [closed];
  const done = [];
  for (const [from, to] of [[-540, -180], [-180, 180], [180, 540]]) {
    const next = [];
    for (const part of rest) {
      const [west, east] = cut(part, to);
      done.push(...west.map((r) => shifted(r, -(from + 180))));
      next.push(...east);
    }
    rest = next;
  }
  return done;
}

/** A ring drawn around the pole itself, as 1:50m has one; closing along the pole makes it needless. */
const atPole = (ring) => ring.every(([, y]) => y < -89.9);

/** The geometry with no part across the antimeridian. */
export function cutAtAntimeridian(geometry) {
  const polygons = polygonsOf(geometry).map((rings) => rings.filter((ring) => !atPole(ring)));
  if (!polygons.some((rings) => rings.some(crosses))) return geometry;
  const out = polygons.flatMap((rings) => {
    if (!rings.some(crosses)) return [rings];
    const shells = parts(rings[0]).filter((r) => Math.abs(doubleArea(r)) > 1e-9).map((r) => [r]);
    for (const hole of rings.slice(1).flatMap(parts)) {
      const shell = shells.find((s) => contains([s[0]], hole[0]) || contains([s[0]], hole[1]));
      if (shell) shell.push(hole);
    }
    return shells;
  });
  return { type: 'MultiPolygon', coordinates: out };
}
