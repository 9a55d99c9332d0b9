/** Files of a new or adopted workspace, made from the templates shipped with the program. */
import type { World } from '../io/world.ts';
import type { PlannedWrite } from '../model/plan.ts';
import { fillTemplate, type TemplateValues, yamlText } from './fill-template.ts';

/**
 * Name of the JSON Schema beside `penholder.yaml`, which names it for editors.
 *
 * It is a copy in the workspace, under version control: a web address would need the network and `.penholder/` is in no clone,
 * whereas this works in every clone, offline, in every editor that knows the YAML language server.
 */
export const SCHEMA_FILE = 'penholder.schema.json';

/** Files planned, those that stay as they are, and where all that is shown to the user. */
export interface Scaffold {
  readonly writes: readonly PlannedWrite[];
  /** Paths that exist already and are left alone. */
  readonly kept: readonly string[];
}

/** A file to make from a template: where from, where to. */
export type ScaffoldFile = readonly [template: string, path: string];

/**
 * Plans files from templates. A file that exists is never touched.
 *
 * @throws where the program was installed without its templates.
 */
export async function scaffold(
  world: World,
  files: readonly ScaffoldFile[],
  values: TemplateValues,
): Promise<Scaffold> {
  const writes: PlannedWrite[] = [];
  const kept: string[] = [];
  for (const [template, path] of files) {
    if ((await world.read(path)) !== undefined) kept.push(path);
    else writes.push({ path, bytes: encode(fillTemplate(await templateText(world, template), values)), mode: 'new' });
  }
  return { writes, kept };
}

/** Plans `.gitignore`: a new one, or the lines that are missing from the one there is, below what it has. */
export async function ignoreOutputs(world: World): Promise<readonly PlannedWrite[]> {
  const wanted = await templateText(world, 'gitignore');
  const existing = await world.read('.gitignore');
  if (existing === undefined) return [{ path: '.gitignore', bytes: encode(wanted), mode: 'new' }];
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(existing);
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const has = new Set(text.split(/\r?\n/u).map((line) => line.trim().replace(/^\//u, '').replace(/\/$/u, '')));
  const missing = ['build/', '.penholder/'].filter((line) => !has.has(line.replace(/\/$/u, '')));
  if (missing.length === 0) return [];
  const gap = text === '' || text.endsWith('\n') ? '' : end;
  const bytes = encode(text + gap + missing.map((line) => line + end).join(''));
  return [{ path: '.gitignore', bytes, mode: 'replace' }];
}

/** Plans the JSON Schema of the process, unless there is a file of that name. */
export async function editorSchema(world: World): Promise<readonly PlannedWrite[]> {
  const bytes = await world.asset('templates/schemas/process.schema.json');
  if (bytes === undefined || (await world.read(SCHEMA_FILE)) !== undefined) return [];
  return [{ path: SCHEMA_FILE, bytes, mode: 'new' }];
}

/** Text of a template of workspaces. */
async function templateText(world: World, name: string): Promise<string> {
  const bytes = await world.asset(`templates/workspace/${name}`);
  if (bytes === undefined) throw new Error(`The template ${name} is missing from this installation of Penholder.`);
  return new TextDecoder().decode(bytes);
}

/** Lines of the core group; a comment that shows how where nobody is named. */
export function coreGroupLines(ids: readonly string[] | undefined): readonly string[] {
  if (ids === undefined || ids.length === 0) {
    return [
      '- { id: secretariat, name: Secretariat }',
      '# - { id: OHCHR, name: Office of the High Commissioner, mandate: "…" }',
    ];
  }
  return ids.map((id) => `- { id: ${yamlText(id)}, name: ${yamlText(id)} }`);
}

/** A word that can be the stem of file names, from a title. */
export function nameFrom(title: string): string {
  const words =
    title
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(0, 6).join('-').slice(0, 60).replace(/-+$/u, '') || 'text';
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
