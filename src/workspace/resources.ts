import type { World } from '../io/world.ts';
import type { Finding } from '../model/finding.ts';
import type { Resource } from '../model/resource.ts';
import { decodeText } from './decode.ts';
import { FOLDERS } from './layout.ts';
import { isLfsPointer, lfsPointer, type StageFiles } from './stage-files.ts';

/** Resources that hold, and what is wrong with the others. */
export interface ResourcesReading {
  readonly resources: readonly Resource[];
  readonly findings: readonly Finding[];
}

/** Reads the mapping of existing resources: CSL-JSON and CSL-YAML files in `resources/`. */
export async function readResources(world: World, files: StageFiles): Promise<ResourcesReading> {
  const base = `${FOLDERS.resources}/`;
  const paths = files.paths.filter((path) => path.startsWith(base) && /\.(?:json|ya?ml)$/u.test(path));
  const ids = await files.identify(paths);
  const readings: ResourcesReading[] = [];
  for (const path of paths) {
    const key = `${ids.get(path) ?? ''} ${path}`;
    const known = await world.cache.get('resources', key);
    if (known !== undefined) {
      readings.push(known as ResourcesReading);
      continue;
    }
    const bytes = (await files.contents([path])).get(path);
    if (bytes === undefined) {
      readings.push({ resources: [], findings: [files.lost(path)] });
      continue;
    }
    const reading = await readFile(path, bytes);
    world.cache.set('resources', key, reading);
    readings.push(reading);
  }
  return {
    resources: readings.flatMap(({ resources }) => resources),
    findings: readings.flatMap(({ findings }) => findings),
  };
}

async function readFile(path: string, bytes: Uint8Array): Promise<ResourcesReading> {
  if (isLfsPointer(bytes)) return { resources: [], findings: [lfsPointer(path)] };
  const { text, findings } = decodeText(bytes, path);
  if (text === undefined) return { resources: [], findings };
  const { parseResources } = await import('./parse-resources.ts');
  const reading = parseResources(text, path);
  return { ...reading, findings: [...findings, ...reading.findings] };
}
