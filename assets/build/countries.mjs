// Land, countries, border lines and lines of control from Natural Earth's TopoJSON, with Crimea in Ukraine.
import fs from 'node:fs';
import * as topojson from 'topojson-client';
import { isDisputed, codeOf, nameOf, alpha3, CONTROL_UNITS } from './codes.mjs';
import { cutAtAntimeridian } from './antimeridian.mjs';
import { box, contains, pointInside, polygonsOf } from './geometry.mjs';
import { sharedLines } from './lines.mjs';
import { decoded, recognise } from './recognised.mjs';

const asMultiPolygon = (arcs) => ({ type: 'MultiPolygon', arcs });

/**
 * Every polygon of every country with the code it belongs to. The topology's arcs are shared between neighbours,
 * so reassigning a polygon moves countries and border lines at one stroke.
 */
function assignedPolygons(topology, crimea) {
  const polygons = [];
  for (const object of topology.objects.countries.geometries) {
    const unit = object.properties.name;
    const code = codeOf(object.id, unit);
    const parts = object.type === 'Polygon' ? [object.arcs] : object.arcs ?? [];
    for (const arcs of parts) {
      const inCrimea = code === 'RU' && isInside(topology, arcs, crimea);
      polygons.push({ arcs, unit, code: inCrimea ? 'UA' : code });
    }
  }
  const moved = polygons.filter((p) => p.unit === 'Russia' && p.code === 'UA').length;
  if (moved !== 1) throw new Error(`Expected one polygon to be Crimea, found ${moved}`);
  return polygons;
}

function isInside(topology, arcs, areas) {
  const rings = topojson.feature(topology, { type: 'Polygon', arcs }).geometry.coordinates;
  const [west, south, east, north] = box(rings);
  if (west < 30 || east > 38 || south < 43 || north > 47) return false;
  const point = pointInside(rings);
  return areas.some((geometry) => polygonsOf(geometry).some((polygon) => contains(polygon, point)));
}

/** Polygons by country code; units without one by their name behind a hyphen. */
function byOwner(polygons) {
  const owners = new Map();
  for (const polygon of polygons) {
    const owner = polygon.code || `-${polygon.unit}`;
    if (!owners.has(owner)) owners.set(owner, []);
    owners.get(owner).push(polygon);
  }
  return [...owners].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Merged only where units come together: one unit's own polygons need no merging. */
function shapeOf(topology, parts) {
  const separate = new Set(parts.map((part) => part.unit)).size === 1;
  return separate
    ? topojson.feature(topology, asMultiPolygon(parts.map((part) => part.arcs))).geometry
    : topojson.merge(topology, parts.map((part) => asMultiPolygon([part.arcs])));
}

function mergedCountries(topology, polygons) {
  return byOwner(polygons).map(([, parts]) => {
    const code = parts[0].code;
    return {
      iso: code,
      iso3: code && alpha3(code),
      name: code ? nameOf(code) : parts[0].unit,
      geometry: cutAtAntimeridian(shapeOf(topology, parts)),
    };
  });
}

/** The border lines; countries of one scale share their vertices. Units without a state have an empty code. */
function borders(topology, polygons) {
  const areas = byOwner(polygons).map(([owner, parts]) => ({ owner, geometry: shapeOf(topology, parts) }));
  const code = (owner) => (owner.startsWith('-') ? '' : owner);
  return sharedLines(areas).map(({ left, right, geometry }) => (
    { left: code(left), right: code(right), disputed: isDisputed(code(left), code(right)), geometry }));
}

/** Lines inside one state along which control ends: not borders. */
function controlLines(topology, polygons) {
  const units = polygons.filter((p) => p.code === 'CY' || p.code === 'SO').map((p) => ({
    owner: `${p.code} ${p.unit}`, geometry: topojson.feature(topology, { type: 'Polygon', arcs: p.arcs }).geometry }));
  const unit = (owner) => owner.slice(3);
  return sharedLines(units)
    .filter(({ left, right }) => left.slice(0, 2) === right.slice(0, 2))
    .filter(({ left, right }) => CONTROL_UNITS.has(unit(left)) || CONTROL_UNITS.has(unit(right)))
    .map(({ left, right, geometry }) => ({ iso: left.slice(0, 2), name: `${unit(left)} - ${unit(right)}`, geometry }));
}

/**
 * @param crimea the polygons of Crimea and Sevastopol, as GeoJSON geometries
 * @param claims the lines that become borders, see recognised.mjs
 */
export function buildCountries(scale, crimea, claims) {
  const file = new URL(`./node_modules/world-atlas/countries-${scale}.json`, import.meta.url);
  const topology = decoded(JSON.parse(fs.readFileSync(file, 'utf8')));
  const replaced = recognise(topology, scale, claims);
  const polygons = assignedPolygons(topology, crimea);
  const land = topojson.feature(topology, topology.objects.land);
  const landFeatures = (land.features ?? [land]).flatMap((f) => polygonsOf(cutAtAntimeridian(f.geometry)))
    .map((coordinates) => ({ geometry: { type: 'Polygon', coordinates } }));
  return {
    land: landFeatures,
    countries: mergedCountries(topology, polygons),
    borders: borders(topology, polygons),
    controlLines: [...controlLines(topology, polygons), ...replaced],
  };
}
