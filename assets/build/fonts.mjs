// IBM Plex as TrueType, unpacked from WOFF 1.0: the tables are the same bytes, only deflated one by one.
import fs from 'node:fs';
import zlib from 'node:zlib';

const FONTS = {
  'plex-sans': ['IBMPlexSans-Regular', 'IBMPlexSans-Medium', 'IBMPlexSans-SemiBold', 'IBMPlexSans-Bold', 'IBMPlexSans-Italic'],
  'plex-sans-condensed': ['IBMPlexSansCondensed-Regular', 'IBMPlexSansCondensed-Italic', 'IBMPlexSansCondensed-SemiBold'],
};

/** What every font must hold: Latin with diacritics, and Cyrillic with the Ukrainian and Belarusian letters. */
const REQUIRED = 'AZazÀÿŁłŞşŽžАЯаяЁёЄєІіЇїҐґЎў’“”–—°′″№€';

/** WOFF 1.0 (W3C Recommendation, 2012): a header of 44 bytes and a directory of 20 bytes for each table. */
function unpack(woff) {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('Not a WOFF file');
  const count = woff.readUInt16BE(12);
  const tables = [];
  for (let i = 0; i < count; i++) {
    const at = 44 + 20 * i;
    const [offset, packed, length, checksum] = [4, 8, 12, 16].map((d) => woff.readUInt32BE(at + d));
    const bytes = woff.subarray(offset, offset + packed);
    tables.push({ tag: woff.readUInt32BE(at), checksum, offset, bytes: packed < length ? zlib.inflateSync(bytes) : bytes });
  }
  const power = 2 ** Math.floor(Math.log2(count));
  const header = Buffer.alloc(12 + 16 * count);
  header.writeUInt32BE(woff.readUInt32BE(4), 0);
  header.writeUInt16BE(count, 4);
  header.writeUInt16BE(power * 16, 6);
  header.writeUInt16BE(Math.log2(power), 8);
  header.writeUInt16BE(count * 16 - power * 16, 10);
  const parts = [header];
  let offset = header.length;
  const place = new Map();
  for (const table of [...tables].sort((a, b) => a.offset - b.offset)) {
    place.set(table, offset);
    const padding = Buffer.alloc((4 - (table.bytes.length % 4)) % 4);
    parts.push(table.bytes, padding);
    offset += table.bytes.length + padding.length;
  }
  [...tables].sort((a, b) => a.tag - b.tag).forEach((table, i) => {
    const at = 12 + 16 * i;
    header.writeUInt32BE(table.tag, at);
    header.writeUInt32BE(table.checksum, at + 4);
    header.writeUInt32BE(place.get(table), at + 8);
    header.writeUInt32BE(table.bytes.length, at + 12);
  });
  return Buffer.concat(parts);
}

/** The code points of a font's format 4 character map. */
function characters(ttf) {
  const count = ttf.readUInt16BE(4);
  for (let i = 0; i < count; i++) {
    const at = 12 + 16 * i;
    if (ttf.toString('latin1', at, at + 4) !== 'cmap') continue;
    const cmap = ttf.subarray(ttf.readUInt32BE(at + 8));
    for (let j = 0; j < cmap.readUInt16BE(2); j++) {
      const table = cmap.subarray(cmap.readUInt32BE(4 + 8 * j + 4));
      if (table.readUInt16BE(0) === 4) return segments(table);
    }
  }
  throw new Error('No format 4 character map');
}

function segments(table) {
  const twice = table.readUInt16BE(6);
  const found = new Set();
  for (let s = 0; s < twice; s += 2) {
    const end = table.readUInt16BE(14 + s);
    const start = table.readUInt16BE(16 + twice + s);
    for (let c = start; c <= end && c < 0xffff; c++) found.add(c);
  }
  return found;
}

export function writeFonts(folder) {
  for (const [family, names] of Object.entries(FONTS)) {
    for (const name of names) {
      const ttf = unpack(fs.readFileSync(new URL(`./node_modules/@ibm/${family}/fonts/complete/woff/${name}.woff`, import.meta.url)));
      const known = characters(ttf);
      const missing = [...REQUIRED].filter((c) => !known.has(c.codePointAt(0)));
      if (missing.length > 0) throw new Error(`${name} lacks ${missing.join(' ')}`);
      fs.writeFileSync(`${folder}/${name}.ttf`, ttf);
    }
  }
  fs.writeFileSync(`${folder}/OFL.txt`, fs.readFileSync(new URL('./node_modules/@ibm/plex-sans/LICENSE.txt', import.meta.url)));
}
