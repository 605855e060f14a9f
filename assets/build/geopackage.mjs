// Reads a feature table of a GeoPackage as GeoJSON-like features.
import fs from 'node:fs';
import initSqlJs from 'sql.js';

const ENVELOPE_BYTES = [0, 32, 48, 48, 64];

export async function readTable(file, table, columns, geometryColumn = 'geom') {
  const SQL = await initSqlJs();
  const database = new SQL.Database(fs.readFileSync(file));
  const features = [];
  const rows = database.prepare(`select ${[...columns, geometryColumn].join(', ')} from ${table} order by fid`);
  while (rows.step()) {
    const row = rows.get();
    const feature = { geometry: readGeometry(Buffer.from(row[columns.length])) };
    columns.forEach((column, i) => (feature[column] = row[i] ?? ''));
    features.push(feature);
  }
  database.close();
  return features;
}

/** GeoPackage 1.3, clause 2.1.3: a header with an optional envelope, then ISO WKB. */
function readGeometry(bytes) {
  let at = 8 + ENVELOPE_BYTES[(bytes[3] >> 1) & 7];
  const uint = () => { const v = bytes.readUInt32LE(at); at += 4; return v; };
  const point = () => { const p = [bytes.readDoubleLE(at), bytes.readDoubleLE(at + 8)]; at += 16; return p; };
  const list = (item) => Array.from({ length: uint() }, item);
  const geometry = () => {
    if (bytes[at++] !== 1) throw new Error('Only little-endian WKB is read');
    const type = uint();
    switch (type) {
      case 2: return { type: 'LineString', coordinates: list(point) };
      case 3: return { type: 'Polygon', coordinates: list(() => list(point)) };
      case 5: return { type: 'MultiLineString', coordinates: list(() => geometry().coordinates) };
      case 6: return { type: 'MultiPolygon', coordinates: list(() => geometry().coordinates) };
      default: throw new Error(`WKB type ${type} is not read`);
    }
  };
  return geometry();
}
