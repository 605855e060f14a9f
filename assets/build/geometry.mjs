// Plane geometry on degrees, enough to sort polygons into each other.

export const polygonsOf = (geometry) =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

export function box(coordinates) {
  const b = [Infinity, Infinity, -Infinity, -Infinity];
  const walk = (c) => {
    if (typeof c[0] === 'number') {
      b[0] = Math.min(b[0], c[0]);
      b[1] = Math.min(b[1], c[1]);
      b[2] = Math.max(b[2], c[0]);
      b[3] = Math.max(b[3], c[1]);
    } else {
      c.forEach(walk);
    }
  };
  walk(coordinates);
  return b;
}

/** Even-odd rule over all rings, so holes are outside. */
export function contains(rings, [x, y]) {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i];
      const [xj, yj] = ring[j];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
  }
  return inside;
}

/** Twice the signed area of a ring, in square degrees. */
export function doubleArea(ring) {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    sum += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
  }
  return sum;
}

export const largest = (geometry) =>
  polygonsOf(geometry).reduce((a, b) => (Math.abs(doubleArea(b[0])) > Math.abs(doubleArea(a[0])) ? b : a));

/**
 * A point well inside a polygon: the widest of the spans that 31 evenly spaced parallels cut out of it.
 * Used for labels and for telling which polygon lies in which.
 */
export function pointInside(rings) {
  const [, south, , north] = box(rings[0]);
  let best = null, bestScore = -1;
  for (let step = 1; step < 32; step++) {
    const y = south + ((north - south) * step) / 32;
    const cuts = [];
    for (const ring of rings) {
      for (let i = 1; i < ring.length; i++) {
        const [ax, ay] = ring[i - 1];
        const [bx, by] = ring[i];
        if (ay > y !== by > y) cuts.push(ax + ((bx - ax) * (y - ay)) / (by - ay));
      }
    }
    cuts.sort((a, b) => a - b);
    for (let i = 1; i < cuts.length; i += 2) {
      const width = (cuts[i] - cuts[i - 1]) * Math.cos((y * Math.PI) / 180);
      const score = width * Math.sin((Math.PI * step) / 32);
      if (score > bestScore) {
        bestScore = score;
        best = [(cuts[i] + cuts[i - 1]) / 2, y];
      }
    }
  }
  return best ?? rings[0][0];
}

/** Degrees that islands may lie apart to count as one with the main part of a country. */
const TOGETHER = 10;

/**
 * [west, south, east, north] of a country's main part: the largest polygon and what lies within ten degrees of it,
 * step by step. Overseas parts, and what lies across the antimeridian, are left out: this is what a map is zoomed to.
 */
export function extentOf(geometry) {
  const boxes = polygonsOf(geometry).map((polygon) => box(polygon[0]));
  const extent = box(largest(geometry)[0]);
  let rest = boxes;
  for (let grown = true; grown; ) {
    grown = false;
    rest = rest.filter((b) => {
      const apart = Math.max(b[0] - extent[2], extent[0] - b[2], b[1] - extent[3], extent[1] - b[3]);
      if (apart > TOGETHER) return true;
      extent[0] = Math.min(extent[0], b[0]);
      extent[1] = Math.min(extent[1], b[1]);
      extent[2] = Math.max(extent[2], b[2]);
      extent[3] = Math.max(extent[3], b[3]);
      grown = true;
      return false;
    });
  }
  return extent;
}
