// Land, countries, border lines and lines of control from Natural Earth's TopoJSON, with Crimea in Ukraine.
import fs from 'node:fs';
import * as topojson from 'topojson-client';
import { borderStatus, codeOf, nameOf, alpha3, CONTROL_UNITS } from './codes.mjs';
import { cutAtAntimeridian } from './antimeridian.mjs';
import { box, contains, pointInside, polygonsOf } from './geometry.mjs';

const asMultiPolygon = (arcs) => ({ type: 'MultiPolygon', arcs });

/** Arc numbers of a polygon's rings, whatever their direction. */
const arcsOf = (polygon) => polygon.flat().map((arc) => (arc < 0 ? ~arc : arc));

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

function mergedCountries(topology, polygons) {
  const byCode = new Map();
  for (const polygon of polygons) {
    const key = polygon.code || `-${polygon.unit}`;
    if (!byCode.has(key)) byCode.set(key, []);
    byCode.get(key).push(polygon);
  }
  return [...byCode].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, parts]) => {
    const code = parts[0].code;
    return {
      iso: code,
      iso3: code && alpha3(code),
      name: code ? nameOf(code) : parts[0].unit,
      geometry: cutAtAntimeridian(topojson.merge(topology, parts.map((part) => asMultiPolygon([part.arcs])))),
    };
  });
}

/** Lines along arcs that two different owners share, one feature for each pair. */
function sharedLines(topology, polygons, owner) {
  const owners = new Map();
  for (const polygon of polygons) {
    for (const arc of arcsOf(polygon.arcs)) {
      if (!owners.has(arc)) owners.set(arc, new Set());
      owners.get(arc).add(owner(polygon));
    }
  }
  const pairs = new Map();
  for (const [arc, set] of [...owners].sort(([a], [b]) => a - b)) {
    const list = [...set].sort();
    for (let i = 0; i < list.length; i++) {
      for (let j = i + 1; j < list.length; j++) {
        const key = `${list[i]}\t${list[j]}`;
        if (!pairs.has(key)) pairs.set(key, []);
        pairs.get(key).push([arc]);
      }
    }
  }
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, arcs]) => ({
    pair: key.split('\t'),
    geometry: topojson.mesh(topology, { type: 'MultiLineString', arcs }),
  }));
}

function borders(topology, polygons) {
  return sharedLines(topology, polygons, (p) => p.code || `-${p.unit}`).map(({ pair, geometry }) => {
    const [a, b] = pair.map((code) => (code.startsWith('-') ? '' : code));
    return { a, b, status: borderStatus(a, b), geometry };
  });
}

/** Lines inside one state along which control ends: not borders. */
function controlLines(topology, polygons) {
  const units = polygons.filter((p) => p.code === 'CY' || p.code === 'SO');
  return sharedLines(topology, units, (p) => `${p.code} ${p.unit}`)
    .filter(({ pair }) => pair[0].slice(0, 2) === pair[1].slice(0, 2))
    .filter(({ pair }) => pair.some((name) => CONTROL_UNITS.has(name.slice(3))))
    .map(({ pair, geometry }) => ({ iso: pair[0].slice(0, 2), name: pair.map((n) => n.slice(3)).join(' - '), geometry }));
}

/** @param crimea the polygons of Crimea and Sevastopol, as GeoJSON geometries */
export function buildCountries(scale, crimea) {
  const file = new URL(`./node_modules/world-atlas/countries-${scale}.json`, import.meta.url);
  const topology = JSON.parse(fs.readFileSync(file, 'utf8'));
  const polygons = assignedPolygons(topology, crimea);
  const land = topojson.feature(topology, topology.objects.land);
  const landFeatures = (land.features ?? [land]).flatMap((f) => polygonsOf(cutAtAntimeridian(f.geometry)))
    .map((coordinates) => ({ geometry: { type: 'Polygon', coordinates } }));
  return {
    land: landFeatures,
    countries: mergedCountries(topology, polygons),
    borders: borders(topology, polygons),
    controlLines: controlLines(topology, polygons),
  };
}
