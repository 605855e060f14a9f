// Writes one map layer: a small gzipped container of attributes and TWKB geometries.
// The form is described in assets/map/FORMAT.md.
import fs from 'node:fs';
import zlib from 'node:zlib';

const MAGIC = 'sightline-map 1';
const TYPES = { Point: 1, LineString: 2, Polygon: 3, MultiPoint: 4, MultiLineString: 5, MultiPolygon: 6 };
const HAS_BOX = 0x01;

/** A byte buffer that grows, with the two number encodings TWKB and the container use. */
class Bytes {
  #bytes = Buffer.alloc(1 << 16);
  #length = 0;

  byte(value) {
    if (this.#length === this.#bytes.length) {
      this.#bytes = Buffer.concat([this.#bytes, Buffer.alloc(this.#bytes.length)]);
    }
    this.#bytes[this.#length++] = value;
  }

  raw(buffer) {
    for (const b of buffer) this.byte(b);
  }

  varint(value) {
    while (value > 0x7f) {
      this.byte((value & 0x7f) | 0x80);
      value >>>= 7;
    }
    this.byte(value);
  }

  /** Zigzag, for values of at most 31 bits: degrees to 6 decimals fit. */
  signed(value) {
    this.varint(((value << 1) ^ (value >> 31)) >>> 0);
  }

  text(string) {
    const utf8 = Buffer.from(string, 'utf8');
    this.varint(utf8.length);
    this.raw(utf8);
  }

  toBuffer() {
    return Buffer.from(this.#bytes.subarray(0, this.#length));
  }
}

/** Rounds to the grid and drops points that fall on their predecessor; parts that collapse become empty. */
function snap(part, scale, least) {
  const out = [];
  for (const [x, y] of part) {
    const px = Math.round(x * scale);
    const py = Math.round(y * scale);
    const last = out[out.length - 1];
    if (!last || last[0] !== px || last[1] !== py) out.push([px, py]);
  }
  return out.length < least ? [] : out;
}

function snapRings(rings, scale) {
  for (const ring of rings) {
    const [first, last] = [ring[0], ring[ring.length - 1]];
    if (first[0] !== last[0] || first[1] !== last[1]) throw new Error(`A ring is not closed at ${first}`);
  }
  const snapped = rings.map((ring) => snap(ring, scale, 4));
  return snapped[0].length === 0 ? [] : snapped.filter((ring) => ring.length > 0);
}

/** The geometry's parts on the integer grid, as [type, parts]; null when nothing is left of it. */
function toGrid(geometry, scale) {
  const { type, coordinates } = geometry;
  switch (type) {
    case 'LineString':
    case 'MultiLineString': {
      const lines = (type === 'LineString' ? [coordinates] : coordinates)
        .map((line) => snap(line, scale, 2))
        .filter((line) => line.length > 0);
      if (lines.length === 0) return null;
      return lines.length === 1 ? ['LineString', lines[0]] : ['MultiLineString', lines];
    }
    case 'Polygon':
    case 'MultiPolygon': {
      const polygons = (type === 'Polygon' ? [coordinates] : coordinates)
        .map((rings) => snapRings(rings, scale))
        .filter((rings) => rings.length > 0);
      if (polygons.length === 0) return null;
      return polygons.length === 1 ? ['Polygon', polygons[0]] : ['MultiPolygon', polygons];
    }
    default:
      throw new Error(`Cannot write a ${type}`);
  }
}

function writeTwkb(type, parts, precision) {
  const out = new Bytes();
  out.byte((((precision << 1) ^ (precision >> 31)) << 4) | TYPES[type]);
  out.byte(HAS_BOX);
  const flat = parts.flat(type === 'LineString' ? 0 : type === 'MultiPolygon' ? 2 : 1);
  let west = Infinity, east = -Infinity, south = Infinity, north = -Infinity;
  for (const [x, y] of flat) {
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  out.signed(west);
  out.varint(east - west);
  out.signed(south);
  out.varint(north - south);
  let lastX = 0, lastY = 0;
  const points = (list) => {
    out.varint(list.length);
    for (const [x, y] of list) {
      out.signed(x - lastX);
      out.signed(y - lastY);
      lastX = x;
      lastY = y;
    }
  };
  const rings = (list) => {
    out.varint(list.length);
    list.forEach(points);
  };
  switch (type) {
    case 'LineString': points(parts); break;
    case 'Polygon':
    case 'MultiLineString': rings(parts); break;
    case 'MultiPolygon': out.varint(parts.length); parts.forEach(rings); break;
    default: throw new Error(type);
  }
  return out.toBuffer();
}

/**
 * Writes features ({geometry: GeoJSON, ...attributes}) to `folder/name-scale.twkb.gz`.
 * `precision` is the number of decimals of a degree kept.
 */
export function writeLayer(folder, name, scale, precision, attributes, features) {
  const grid = 10 ** precision;
  const body = new Bytes();
  let count = 0, points = 0;
  for (const feature of features) {
    const snapped = toGrid(feature.geometry, grid);
    if (!snapped) continue;
    for (const attribute of attributes) body.text(String(feature[attribute] ?? ''));
    const twkb = writeTwkb(...snapped, precision);
    body.varint(twkb.length);
    body.raw(twkb);
    count++;
    points += snapped[1].flat(Infinity).length / 2;
  }
  const header = `${MAGIC}\n${name}\t${scale}\t${precision}\t${count}\t${points}\n${attributes.join('\t')}\n`;
  const file = `${folder}/${name}-${scale}.twkb.gz`;
  writeGzip(file, Buffer.concat([Buffer.from(header, 'utf8'), body.toBuffer()]));
  console.log(`${file}: ${count} features, ${points} points, ${fs.statSync(file).size} bytes`);
}

/** Gzip with the fields that name a time and a system blanked, so that the same data gives the same bytes. */
export function writeGzip(file, buffer) {
  const packed = zlib.gzipSync(buffer, { level: 9 });
  packed.fill(0, 4, 8);
  packed[9] = 255;
  fs.writeFileSync(file, packed);
}
