import type { World } from '../io/world.ts';
import type { Finding } from '../model/finding.ts';
import { EMPTY_PLAN } from '../model/plan.ts';
import type { ReadResource } from '../sources/resources/read-library.ts';
import { escapeTerminal } from '../text/escape-terminal.ts';
import { CannotRun } from './cannot-run.ts';
import { type CommandInput, flag } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { openProcess } from './open-process.ts';
import { absolutePath } from './output-folder.ts';
import { printFindings } from './print-findings.ts';

/** Where imported resources are written; lists that people keep by hand are left alone. */
const LIBRARY = 'resources/library.yaml';

/** `penholder resources import <files…>`: libraries of references into the mapping of existing resources. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const [action = '', ...paths] = input.args;
  if (action !== 'import' || paths.length === 0) {
    throw new CannotRun(
      action === 'import'
        ? 'Nothing was imported, because no file was named.'
        : `"${action}" is nothing that can be done with resources.`,
      'Run "penholder resources import library.bib"; .bib, .ris, .json and .yaml files are read.',
    );
  }
  const world = await context.world();
  const { process } = await openProcess(world, context, undefined);
  if (process === undefined) return EXIT.findings;
  const { resources, findings } = await readAll(paths, world, context);
  const merge = await mergeInto(world, resources);
  const dryRun = flag(input, 'dryRun');
  if (merge.text !== undefined && !dryRun) await apply(world, merge.text, merge.was);
  for (const id of merge.added) context.print(escapeTerminal(`${id} added`));
  for (const id of merge.completed) context.print(escapeTerminal(`${id} completed`));
  const { added, completed, unchanged } = merge;
  const done = dryRun ? ' Nothing was written.' : '';
  context.say(`${added.length} added, ${completed.length} completed, ${unchanged} known already.${done}`);
  await world.cache.save();
  return printFindings(findings, world, context, { to: 'error', format: 'concise', quiet: true });
}

async function readAll(paths: readonly string[], world: World, context: CommandContext) {
  const { readLibrary } = await import('../sources/resources/read-library.ts');
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (const path of paths) {
    const bytes = await world.readNamed(absolutePath(path, context));
    if (bytes === undefined) {
      throw new CannotRun(`Nothing was imported, because ${path} cannot be read.`, 'Check its name.');
    }
    files.push({ name: path.slice(path.replaceAll('\\', '/').lastIndexOf('/') + 1), bytes });
  }
  const resources: ReadResource[] = [];
  const findings: Finding[] = [];
  for (const { name, bytes } of files) {
    const read = await readLibrary(name, bytes);
    resources.push(...read.resources);
    findings.push(...read.findings);
  }
  return { resources, findings };
}

async function mergeInto(world: World, resources: readonly ReadResource[]) {
  const { readResources } = await import('../workspace/resources.ts');
  const { workingFiles } = await import('../workspace/stage-files.ts');
  const { parseResources } = await import('../workspace/parse-resources.ts');
  const { mergeResources } = await import('../sources/resources/merge-resources.ts');
  const was = await world.read(LIBRARY);
  const source = was === undefined ? '' : new TextDecoder().decode(was);
  const own = parseResources(source, LIBRARY);
  const broken = own.findings.filter(({ severity }) => severity === 'error');
  if (broken.length > 0) {
    throw new CannotRun(
      `Nothing was imported, because ${LIBRARY} does not hold.`,
      'Run "penholder check resources" and mend it first.',
    );
  }
  const all = await readResources(world, await workingFiles(world, ['resources']));
  const ids = new Set(own.resources.map(({ id }) => id));
  const others = all.resources.filter(({ id }) => !ids.has(id));
  return { ...mergeResources(resources, { source, library: own.resources, others }), was };
}

async function apply(world: World, content: string, was: Uint8Array | undefined): Promise<void> {
  const bytes = new TextEncoder().encode(content);
  const mode = was === undefined ? { mode: 'new' as const } : { mode: 'replace' as const, was };
  await world.apply({ ...EMPTY_PLAN, writes: [{ path: LIBRARY, bytes, ...mode }] });
}
