import type { World } from '../io/world.ts';
import type { Finding } from '../model/finding.ts';
import type { PlannedWrite } from '../model/plan.ts';
import type { Process } from '../model/process.ts';
import { contentHash } from '../text/fingerprint.ts';
import { formatAssets } from './assets.ts';
import { CannotRun } from './cannot-run.ts';
import type { CirculatedPair } from './circulated-pair.ts';
import type { CirculationCall } from './circulation-call.ts';
import { renderOutputs } from './render-outputs.ts';

/** What is exported, and how other folders are looked at. */
interface Exported {
  readonly call: CirculationCall;
  readonly pair: CirculatedPair;
  readonly worldAt: (root: string) => World;
}

/**
 * A folder that can be given to anybody: the stage, its marked-up version and their checksums, and no history.
 *
 * @throws CannotRun where the folder is not empty, where the stage is not for the public, and where a text names what is
 *   kept from it.
 */
export async function publicExport(world: World, process: Process, exported: Exported): Promise<PlannedWrite[]> {
  const { call, pair, worldAt } = exported;
  const folder = (call.exportTo ?? '').replace(/\/+$/u, '');
  if (pair.clean.meta.distribution !== 'public')
    throw new CannotRun(
      `The stage "${call.stage.id}" is marked as for the ${pair.clean.meta.distribution}, and an export is for everybody.`,
      'Change markings: distribution in penholder.yaml and freeze the stage anew, or circulate it with --to.',
    );
  await refuseHistory(worldAt(folder), folder);
  const findings: Finding[] = [];
  const assets = formatAssets(world, pair.stage.text, (finding) => findings.push(finding));
  const rendered = await renderOutputs(pair.outputs, ['pdf', 'html', 'md'], assets);
  const files = rendered.map(({ stem, extension, bytes }) => ({ name: `${stem}.${extension}`, bytes }));
  await refuseNames(world, process, files);
  const sums = files.map(({ name, bytes }) => `${contentHash(bytes)}  ${name}\n`).join('');
  const all = [...files, textFile('SHA256SUMS', sums), textFile('README.md', readme(process, exported, files))];
  return all.map(({ name, bytes }) => ({ path: `${folder}/${name}`, bytes, mode: 'new', durable: false }));
}

interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

function textFile(name: string, content: string): NamedBytes {
  return { name, bytes: new TextEncoder().encode(content) };
}

/** What was written there before would go out with it, and a repository tells all that it ever held. */
async function refuseHistory(there: World, folder: string): Promise<void> {
  const held = (await there.list('').catch(() => [])).length > 0;
  const { kind, prefix } = await there.git.state().catch(() => ({ kind: 'none', prefix: '' }));
  const own = kind !== 'none' && kind !== 'no-git' && prefix === '';
  if (!held && !own) return;
  throw new CannotRun(
    `${folder} ${own ? 'is a repository with a history' : 'is not empty'}, and what lies there would go out with the export.`,
    'Name a folder that is new or empty.',
  );
}

/** A text of the core group may name somebody who was promised not to be. */
async function refuseNames(world: World, process: Process, files: readonly NamedBytes[]): Promise<void> {
  const { loadWorkspace } = await import('../workspace/load-workspace.ts');
  const { disclosures } = await import('../trace/disclose-input.ts');
  const { holdsName, protectedNames } = await import('../trace/protected-words.ts');
  const { notes, decisions } = await loadWorkspace(world, { process, needs: new Set(['notes', 'decisions']) });
  const told = disclosures({ notes, process, audience: { distribution: 'public' } });
  const holds = holdsName(protectedNames({ notes, decisions, told }));
  for (const { name, bytes } of files.filter((file) => file.name.endsWith('.md'))) {
    const lines = new TextDecoder().decode(bytes).split('\n');
    const line = lines.findIndex((one) => holds(one));
    if (line < 0) continue;
    throw new CannotRun(
      `The text names a contributor, a consultation note or a decision that is not public: line ${line + 1} of ${name}. Nothing was exported.`,
      'Read that line with "penholder compile … --to md", say it in other words, and freeze the stage anew.',
    );
  }
}

function readme(process: Process, { call, pair }: Exported, files: readonly NamedBytes[]): string {
  const { frozen, stage, since, deadline } = call;
  return [
    `# ${process.title}`,
    '',
    `${stage.title}, ${frozen.date.slice(0, 10)} (${frozen.tag}).`,
    ...(pair.marking === undefined ? [] : ['', `${pair.marking}.`]),
    ...(deadline === undefined ? [] : ['', `Comments are awaited until ${deadline}.`]),
    '',
    'This folder holds the text as it was frozen and no history of how it came about.',
    ...(since === undefined ? [] : [`Files with "since-${since}" in their names show what changed since that stage.`]),
    'To see whether a file is whole: sha256sum --check SHA256SUMS',
    '',
    ...files.map(({ name }) => `- ${name}`),
    '',
  ].join('\n');
}
