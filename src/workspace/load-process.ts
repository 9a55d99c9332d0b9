import { blobId } from '../io/git-objects.ts';
import type { World } from '../io/world.ts';
import { decodeText } from './decode.ts';
import { PROCESS_FILE } from './layout.ts';
import type { ProcessReading } from './parse-process.ts';

export type { ProcessReading } from './parse-process.ts';

/**
 * The process of a workspace.
 * What has been read before comes from the cache, so that nothing heavy is loaded for an unchanged file.
 *
 * @param world The World of the workspace.
 * @param source Text to read instead of the file in the folder, such as that of a stage.
 */
export async function loadProcess(world: World, source?: string): Promise<ProcessReading> {
  const bytes = source === undefined ? await world.read(PROCESS_FILE) : new TextEncoder().encode(source);
  if (bytes === undefined) return { findings: [missing()] };
  const key = blobId(bytes);
  const known = (await world.cache.get('process', key)) as ProcessReading | undefined;
  if (known !== undefined) return known;
  const { text, findings } = decodeText(bytes, PROCESS_FILE);
  if (text === undefined) return { findings };
  const { parseProcess } = await import('./parse-process.ts');
  const reading = parseProcess(text, PROCESS_FILE);
  const all: ProcessReading = { ...reading, findings: [...findings, ...reading.findings] };
  world.cache.set('process', key, all);
  return all;
}

function missing(): ProcessReading['findings'][number] {
  return {
    check: 'workspace/no-process',
    severity: 'error',
    message: `There is no readable ${PROCESS_FILE} here.`,
    why: 'It declares the process, and a workspace is a folder with one.',
    hint: 'Run "penholder init" to make one.',
    place: { file: PROCESS_FILE, line: 1, column: 1 },
  };
}
