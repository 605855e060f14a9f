// Rebuilds everything under assets/map and assets/gazetteer, and the fonts. See README.md.
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { alpha3, allCodes, nameOf, otherNames } from './codes.mjs';
import { writeGzip, writeLayer } from './container.mjs';
import { buildCountries } from './countries.mjs';
import { fineBorders } from './fine-borders.mjs';
import { writeFonts } from './fonts.mjs';
import { extentOf, largest, pointInside } from './geometry.mjs';
import { admin1Table, placesTable, readDivisions, readPlaces } from './places.mjs';
import { nameByPlaces, provinceLines, readProvinces } from './provinces.mjs';
import { readClaims } from './recognised.mjs';
import { regionsTable } from './regions.mjs';
import { writeTowns } from './towns.mjs';
import { buildWater } from './water.mjs';

/** Decimals of a degree kept at each scale. */
const PRECISION = { '110m': 2, '50m': 3, '10m': 4 };

const BORDER = ['left', 'right', 'disputed'];

const folder = (name) => {
  const path = fileURLToPath(new URL(`../${name}`, import.meta.url));
  fs.mkdirSync(path, { recursive: true });
  return path;
};

function writeCountryLayers(scale, layers) {
  const precision = PRECISION[scale];
  const map = folder('map');
  writeLayer(map, 'land', scale, precision, [], layers.land);
  writeLayer(map, 'countries', scale, precision, ['iso', 'iso3', 'name'], layers.countries);
  writeLayer(map, 'borders', scale, precision, BORDER, layers.borders);
  writeLayer(map, 'control', scale, precision, ['iso', 'name'], layers.controlLines);
}

function countriesTable(countries, places) {
  const shapes = new Map(countries.filter((c) => c.iso).map((c) => [c.iso, c.geometry]));
  const rows = allCodes().map((code) => {
    const capital = places.find((p) => p.country === code && p.feature === 'PPLC');
    const shape = shapes.get(code);
    const seat = places.find((p) => p.country === code);
    const [lon, lat] = shape ? pointInside(largest(shape)) : seat ? [seat.lon, seat.lat] : [];
    if (lon === undefined) return null;
    const extent = shape ? extentOf(shape) : [lon, lat, lon, lat];
    return [code, alpha3(code), nameOf(code), otherNames(code, []).join('|'), capital?.name ?? '',
      lat.toFixed(3), lon.toFixed(3), ...extent.map((v) => v.toFixed(3))].join('\t');
  }).filter(Boolean);
  return ['iso\tiso3\tname\tothers\tcapital\tlat\tlon\twest\tsouth\teast\tnorth', ...rows, ''].join('\n');
}

async function main(geopackage) {
  const places = readPlaces();
  const provinces = await readProvinces(geopackage);
  nameByPlaces(provinces, places);
  const crimea = provinces.filter((p) => p.crimea).map((p) => p.geometry);
  const claims = await readClaims(geopackage);
  let finest;
  for (const scale of ['110m', '50m', '10m']) {
    const layers = buildCountries(scale, crimea, claims);
    writeCountryLayers(scale, layers);
    finest = layers;
  }
  const map = folder('map');
  writeLayer(map, 'borders', '1m', 4, BORDER, fineBorders(finest.land, finest.borders));
  writeLayer(map, 'provinces', '10m', PRECISION['10m'], ['iso', 'admin1', 'name', 'others'], provinces);
  writeLayer(map, 'province-lines', '10m', PRECISION['10m'], ['iso', 'kilometres'], provinceLines(provinces));
  for (const scale of ['110m', '50m']) {
    for (const layer of ['lakes', 'rivers']) writeLayer(map, layer, scale, 3, [], buildWater(layer, scale));
  }
  const gazetteer = folder('gazetteer');
  writeGzip(`${gazetteer}/places.tsv.gz`, Buffer.from(placesTable(places), 'utf8'));
  writeTowns(gazetteer, places);
  const divisions = readDivisions();
  fs.writeFileSync(`${gazetteer}/admin1.tsv`, admin1Table(divisions));
  fs.writeFileSync(`${gazetteer}/regions.tsv`, regionsTable(provinces, divisions));
  fs.writeFileSync(`${gazetteer}/countries.tsv`, countriesTable(finest.countries, places));
  writeFonts(folder('fonts'));
}

if (!process.argv[2]) {
  console.error('Usage: npm run build -- PATH/world_map.gpkg   (see README.md for where it comes from)');
  process.exit(2);
}
await main(process.argv[2]);
