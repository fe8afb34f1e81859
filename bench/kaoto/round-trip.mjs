// Opens each route file with Kaoto's own model, saves it, and compares what both texts mean.
import { deepStrictEqual } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { CamelRouteResource } from './node_modules/@kaoto/kaoto/lib/esm/models/camel/camel-route-resource.js';
import { YamlCamelResourceSerializer } from './node_modules/@kaoto/kaoto/lib/esm/serializers/yaml-camel-resource-serializer.js';

const files = process.argv.slice(2).flatMap((folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.camel.yaml'))
    .map((name) => join(folder, name)),
);
let different = 0;
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  const serializer = new YamlCamelResourceSerializer();
  const resource = new CamelRouteResource(serializer.parse(text), serializer);
  try {
    deepStrictEqual(parse(resource.toString()), parse(text));
  } catch (e) {
    different++;
    console.error(`${file} is not the same after Kaoto has saved it: ${e.message}`);
  }
}
console.log(`${files.length} files, ${different} differ`);
process.exit(files.length === 0 || different > 0 ? 1 : 0);
