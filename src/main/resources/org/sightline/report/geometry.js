// Positions on the Web Mercator plane: the world is 1 wide, x to the east, y to the south.

const EARTH = 40075016.686;
const DIGIT = new Map([..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"].map((c, i) => [c.charCodeAt(0), i]));

const planeX = lon => (lon + 180) / 360;

function planeY(lat) {
  const s = Math.sin(Math.min(85.0511, Math.max(-85.0511, lat)) * Math.PI / 180);
  return 0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI);
}

const latitude = y => 360 / Math.PI * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - 90;

/** Metres on the ground for the width of the world, at a y of the plane. */
const groundWidth = y => EARTH * Math.cos(latitude(y) * Math.PI / 180);

/** A line as PackedLine writes it: {xy, west, north, east, south} on the plane. */
function unpack(text, unit) {
  const xy = [];
  let at = 0, lon = 0, lat = 0;
  const number = () => {
    let value = 0, factor = 1, digit;
    do {
      digit = DIGIT.get(text.charCodeAt(at++));
      value += (digit & 31) * factor;
      factor *= 32;
    } while (digit > 31);
    return value % 2 ? -(value + 1) / 2 : value / 2;
  };
  const line = { xy: null, west: Infinity, north: Infinity, east: -Infinity, south: -Infinity };
  while (at < text.length) {
    lon += number();
    lat += number();
    const x = planeX(lon * unit), y = planeY(lat * unit);
    xy.push(x, y);
    line.west = Math.min(line.west, x);
    line.east = Math.max(line.east, x);
    line.north = Math.min(line.north, y);
    line.south = Math.max(line.south, y);
  }
  line.xy = Float64Array.from(xy);
  return line;
}

/** What a map shows: the middle of a rectangle of pixels on the plane, and how many pixels the world is wide. */
class View {
  constructor(x, y, world, width, height) {
    Object.assign(this, { x, y, world, width, height });
  }
  sx(x) { return (x - this.x) * this.world + this.width / 2; }
  sy(y) { return (y - this.y) * this.world + this.height / 2; }
  px(sx) { return this.x + (sx - this.width / 2) / this.world; }
  py(sy) { return this.y + (sy - this.height / 2) / this.world; }
  /** The turn of the world in which an x is nearest to the middle. */
  near(x) { return x + Math.round(this.x - x); }
  with(change) {
    const v = Object.assign(new View(), this, change);
    v.world = Math.min(256 * 2 ** 17, Math.max(Math.min(v.height, 256), v.world));
    const half = v.height / 2 / v.world;
    v.y = half >= 0.5 ? 0.5 : Math.min(1 - half, Math.max(half, v.y));
    v.x -= Math.floor(v.x);
    return v;
  }
  zoomed(factor, sx, sy) {
    const x = this.px(sx), y = this.py(sy);
    const next = this.with({ world: this.world * factor });
    return next.with({ x: x - (sx - this.width / 2) / next.world, y: y - (sy - this.height / 2) / next.world });
  }
  /** Shows a box {west, north, east, south} of the plane. */
  fitted(box, padding) {
    const across = Math.max(box.east - box.west, 4e-5), down = Math.max(box.south - box.north, 4e-5);
    const world = Math.min((this.width - 2 * padding) / across, (this.height - 2 * padding) / down);
    return this.with({ world: Math.max(world, 1), x: (box.west + box.east) / 2, y: (box.north + box.south) / 2 });
  }
}
