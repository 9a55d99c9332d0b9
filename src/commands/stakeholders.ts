import type { World } from '../io/world.ts';
import { EMPTY_PLAN } from '../model/plan.ts';
import type { Process } from '../model/process.ts';
import type { Stakeholder } from '../model/stakeholder.ts';
import { escapeTerminal } from '../text/escape-terminal.ts';
import { STAKEHOLDERS_FILE } from '../workspace/layout.ts';
import { CannotRun } from './cannot-run.ts';
import { type CommandInput, flag, text, texts } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { openProcess } from './open-process.ts';
import { absolutePath, outputFolder } from './output-folder.ts';
import { printFindings } from './print-findings.ts';
import { writeFiles } from './render-outputs.ts';

interface Call {
  readonly input: CommandInput;
  readonly context: CommandContext;
  readonly world: World;
  readonly process: Process;
}

/** `penholder stakeholders export|import`: the list of whom to reach, as a spreadsheet and back. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const [action = '', file] = input.args;
  const world = await context.world();
  const { process } = await openProcess(world, context, undefined);
  if (process === undefined) return EXIT.findings;
  const call = { input, context, world, process };
  if (action === 'export' && file === undefined) return exportList(call);
  if (action === 'import' && file !== undefined) return importList(call, file);
  throw new CannotRun(
    action === 'import'
      ? 'Nothing was imported, because no file was named.'
      : `"${action}" is nothing that can be done with the list of stakeholders.`,
    'Run "penholder stakeholders export --to xlsx", or "penholder stakeholders import list.xlsx".',
  );
}

const EXPORTS: Readonly<Record<string, 'stakeholders-csv' | 'stakeholders-xlsx'>> = {
  csv: 'stakeholders-csv',
  xlsx: 'stakeholders-xlsx',
};

async function exportList({ input, context, world, process }: Call): Promise<number> {
  const wanted = texts(input, 'to');
  const formats = wanted.length > 0 ? [...new Set(wanted)] : ['xlsx'];
  const unknown = formats.filter((name) => !Object.hasOwn(EXPORTS, name));
  if (unknown.length > 0) {
    throw new CannotRun(
      `The list of stakeholders cannot be written as "${unknown.join('", "')}".`,
      'Formats are csv and xlsx; give several with commas, as in --to csv,xlsx.',
    );
  }
  const { stakeholders, findings } = await readList(world);
  const { exports } = await import('../exports/index.ts');
  const stem = `${process.name ?? 'draft'}-stakeholders`;
  const files = [];
  for (const name of formats) {
    const format = await exports[EXPORTS[name] ?? 'stakeholders-csv']();
    files.push({ stem, extension: name, format: name, bytes: await format.render(stakeholders) });
  }
  const written = await writeFiles(world, files, { out: outputFolder(text(input, 'out'), context), process });
  for (const { path } of written) context.print(path);
  await world.cache.save();
  return printFindings(findings, world, context, { to: 'error', quiet: true });
}

async function readList(world: World) {
  const { loadStakeholders } = await import('../workspace/stakeholders.ts');
  return loadStakeholders(world);
}

async function importList({ input, context, world, process }: Call, path: string): Promise<number> {
  const bytes = await world.readNamed(absolutePath(path, context));
  if (bytes === undefined)
    throw new CannotRun(`Nothing was imported, because ${path} cannot be read.`, 'Check its name.');
  const { stakeholders, findings: before } = await readList(world);
  const broken = before.filter(({ severity }) => severity === 'error');
  if (broken.length > 0) {
    context.say('Nothing was imported, because stakeholders.yaml has to be mended first.');
    return printFindings(broken, world, context, { to: 'error', quiet: true });
  }
  const was = await world.read(STAKEHOLDERS_FILE);
  const { readStakeholderTable } = await import('../sources/stakeholders/read-table.ts');
  const { mergeStakeholders } = await import('../sources/stakeholders/merge.ts');
  const name = path.slice(path.replaceAll('\\', '/').lastIndexOf('/') + 1);
  const terms = { group: process.groups, region: process.regions, level: process.levels };
  const table = await readStakeholderTable(name, bytes, terms);
  const source = was === undefined ? '' : new TextDecoder().decode(was);
  const merge = mergeStakeholders(table.rows, { source, stakeholders, file: name });
  if (merge.text !== undefined && !flag(input, 'dryRun')) await apply(world, merge.text, was);
  report(merge, stakeholders, { context, dryRun: flag(input, 'dryRun') });
  await world.cache.save();
  const findings = [...table.findings, ...merge.findings];
  return printFindings(findings, world, context, { to: 'error', format: 'concise', quiet: true });
}

async function apply(world: World, content: string, was: Uint8Array | undefined): Promise<void> {
  const bytes = new TextEncoder().encode(content);
  const write = {
    path: STAKEHOLDERS_FILE,
    bytes,
    ...(was === undefined ? { mode: 'new' as const } : { mode: 'replace' as const, was }),
  };
  await world.apply({ ...EMPTY_PLAN, writes: [write] });
}

interface Imported {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: number;
}

function report(
  { added, changed, unchanged }: Imported,
  before: readonly Stakeholder[],
  { context, dryRun }: { readonly context: CommandContext; readonly dryRun: boolean },
): void {
  for (const id of added) context.print(escapeTerminal(`${id} added`));
  for (const id of changed) context.print(escapeTerminal(`${id} changed`));
  const untouched = before.length - changed.length - unchanged;
  const kept = untouched > 0 ? ` ${untouched} that the file does not name stay as they are.` : '';
  const done = dryRun ? ' Nothing was written.' : '';
  context.say(`${added.length} added, ${changed.length} changed, ${unchanged} as before.${kept}${done}`);
}
