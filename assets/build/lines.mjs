// Lines that two neighbours share, found from segments that stand, vertex for vertex, in the rings of both.
import { doubleArea, polygonsOf } from './geometry.mjs';

const key = ([x, y]) => `${x},${y}`;

/** Whether a ring has its polygon at its left; rings across the antimeridian are unrolled first. */
export function insideIsLeft(ring, hole) {
  let turn = 0;
  const open = ring.map(([x, y], i) => {
    if (i > 0 && Math.abs(x - ring[i - 1][0]) > 180) turn += x > ring[i - 1][0] ? -360 : 360;
    return [x + turn, y];
  });
  return doubleArea(open) > 0 !== hole;
}

/** Every segment with the owners at its left and right (seen from its lesser end to its greater). */
function segmentsOf(areas) {
  const segments = new Map();
  for (const { owner, geometry } of areas) {
    for (const rings of polygonsOf(geometry)) {
      rings.forEach((ring, number) => {
        const left = insideIsLeft(ring, number > 0);
        for (let i = 1; i < ring.length; i++) {
          const [a, b] = [ring[i - 1], ring[i]];
          const [ka, kb] = [key(a), key(b)];
          if (ka === kb) continue;
          const forward = ka < kb;
          const id = forward ? `${ka} ${kb}` : `${kb} ${ka}`;
          let segment = segments.get(id);
          if (!segment) {
            segment = { a: forward ? a : b, b: forward ? b : a, left: [], right: [] };
            segments.set(id, segment);
          }
          segment[forward === left ? 'left' : 'right'].push(owner);
        }
      });
    }
  }
  return segments.values();
}

/**
 * The lines along which different owners meet, as {left, right, geometry}: seen along the line, `left` is at the left.
 * `areas` are {owner, geometry}; where areas of several owners overlap, the first is taken.
 */
export function sharedLines(areas, { keep = () => true } = {}) {
  const byPair = new Map();
  for (const { a, b, left, right } of segmentsOf(areas)) {
    if (left.length === 0 || right.length === 0) continue;
    const l = left[0], r = right[0];
    if (l === r || !keep(a, b)) continue;
    const [pair, segment] = l <= r ? [`${l}\t${r}`, [a, b]] : [`${r}\t${l}`, [b, a]];
    if (!byPair.has(pair)) byPair.set(pair, []);
    byPair.get(pair).push(segment);
  }
  return [...byPair].sort(([a], [b]) => (a < b ? -1 : 1)).map(([pair, segments]) => {
    const [left, right] = pair.split('\t');
    return { left, right, geometry: { type: 'MultiLineString', coordinates: joined(segments) } };
  });
}

/** Joins directed segments end to end into lines, stopping where three or more meet. */
export function joined(segments) {
  const from = new Map(), degree = new Map();
  segments.forEach(([a, b], i) => {
    for (const end of [a, b]) degree.set(key(end), (degree.get(key(end)) ?? 0) + 1);
    if (!from.has(key(a))) from.set(key(a), []);
    from.get(key(a)).push(i);
  });
  const used = new Uint8Array(segments.length);
  const walk = (first) => {
    const line = [segments[first][0]];
    for (let i = first; i !== undefined; ) {
      used[i] = 1;
      const end = segments[i][1];
      line.push(end);
      i = degree.get(key(end)) === 2 ? from.get(key(end))?.find((n) => !used[n]) : undefined;
    }
    return line;
  };
  const into = new Set(segments.map(([, b]) => key(b)));
  const isStart = ([a]) => degree.get(key(a)) !== 2 || !into.has(key(a));
  const lines = [];
  segments.forEach((segment, i) => { if (!used[i] && isStart(segment)) lines.push(walk(i)); });
  segments.forEach((segment, i) => { if (!used[i]) lines.push(walk(i)); });
  return lines;
}

/** Douglas and Peucker (1973), with longitudes shrunk to the line's latitude; tolerance in degrees of latitude. */
export function simplified(line, tolerance) {
  const shrink = Math.cos((line[line.length >> 1][1] * Math.PI) / 180);
  const keep = new Uint8Array(line.length);
  keep[0] = keep[line.length - 1] = 1;
  const stack = [[0, line.length - 1]];
  const closed = key(line[0]) === key(line[line.length - 1]);
  while (stack.length > 0) {
    const [from, to] = stack.pop();
    let worst = -1, at = -1;
    for (let i = from + 1; i < to; i++) {
      const d = offset(line[i], line[from], line[to], shrink);
      if (d > worst) [worst, at] = [d, i];
    }
    if (at > 0 && (worst > tolerance || (closed && from === 0 && to === line.length - 1))) {
      keep[at] = 1;
      stack.push([from, at], [at, to]);
    }
  }
  return line.filter((_, i) => keep[i]);
}

function offset([px, py], [ax, ay], [bx, by], shrink) {
  const dx = (bx - ax) * shrink, dy = by - ay;
  const x = (px - ax) * shrink, y = py - ay;
  const t = dx || dy ? Math.max(0, Math.min(1, (x * dx + y * dy) / (dx * dx + dy * dy))) : 0;
  return Math.hypot(x - t * dx, y - t * dy);
}

/** Kilometres on a sphere, enough to compare lengths. */
export function lengthOf(geometry) {
  let sum = 0;
  for (const line of geometry.coordinates) {
    for (let i = 1; i < line.length; i++) {
      const shrink = Math.cos((line[i][1] * Math.PI) / 180);
      sum += Math.hypot((line[i][0] - line[i - 1][0]) * shrink, line[i][1] - line[i - 1][1]) * 111.2;
    }
  }
  return sum;
}
