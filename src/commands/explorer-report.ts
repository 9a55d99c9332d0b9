import type { Nodes } from 'mdast';
import type { World } from '../io/world.ts';
import type { ChangeLog } from '../model/change-log.ts';
import type { Distribution } from '../model/document.ts';
import type { Process } from '../model/process.ts';
import { WORKING } from '../model/vocabulary.ts';
import type { StageText } from '../model/workspace.ts';
import type { StageDocument } from '../reports/explorer/passages.ts';
import { explorer } from '../reports/explorer.ts';
import { leadIndex } from '../trace/leads.ts';
import { passageFingerprints } from '../trace/passage-fingerprints.ts';
import { loadVerdicts } from '../workspace/verdicts.ts';
import { CannotRun } from './cannot-run.ts';
import { texts } from './command-spec.ts';
import { type Consulted, compareTexts } from './compare-stages.ts';
import type { BuiltReport, ReportRequest } from './report-builders.ts';
import { type ComposedStage, composeStage } from './stages.ts';

/**
 * Builds the explorer: the last of the stages asked for stands in the middle; without any asked for, all that are frozen
 * and the text as it stands.
 */
export async function buildExplorer(request: ReportRequest): Promise<BuiltReport> {
  const { world, process, audience } = request;
  const { loadWorkspace } = await import('../workspace/load-workspace.ts');
  const workspace = await loadWorkspace(world, {
    process,
    needs: new Set(['notes', 'responses', 'decisions', 'questionnaires']),
  });
  const { verdicts, findings } = await loadVerdicts(world);
  const composed = await composeAll(request);
  const working = composed.find(({ text }) => text.id === WORKING) ?? (await composeStage(world, process, WORKING));
  const [first, ...others] = composed.map(stageDocument);
  const stages: [StageDocument, ...StageDocument[]] = [first ?? stageDocument(working), ...others];
  const logs = await comparePairs(world, composed, {
    consulted: { workspace, verdicts },
    audience: audience.distribution,
  });
  const { sections } = working.text;
  const leads = leadIndex(sections, workspace.questionnaires);
  const context = { workspace, audience, stages, logs, leads, prints: passageFingerprints(sections) };
  const pictures = await picturesOf(composed.at(-1) ?? working);
  const read = composed.flatMap((stage) => stage.findings);
  return { ...explorer.build(context, { pictures }), findings: [...workspace.findings, ...findings, ...read] };
}

function stageDocument({ text, document }: ComposedStage): StageDocument {
  return { id: text.id, title: document.meta.stage?.title ?? text.title, document };
}

async function composeAll({ world, process, input }: ReportRequest): Promise<ComposedStage[]> {
  const asked = texts(input, 'stages');
  if (asked.length > 0) return composeNamed(world, process, asked);
  const frozen = await frozenIds(world, process);
  const composed = await composeNamed(world, process, [...frozen, WORKING]);
  const [last, working] = composed.slice(-2);
  // A text that stands as it was frozen last is no stage of its own.
  const same = composed.length > 1 && last !== undefined && working !== undefined && sameText(last.text, working.text);
  return same ? composed.slice(0, -1) : composed;
}

async function composeNamed(world: World, process: Process, names: readonly string[]): Promise<ComposedStage[]> {
  const order = [...process.stages.map(({ id }) => id), WORKING];
  const unknown = names.find((name) => !order.includes(name));
  if (unknown !== undefined)
    throw new CannotRun(
      `There is no stage called "${unknown}".`,
      `Stages are ${order.join(', ')}; give several with commas.`,
    );
  const composed: ComposedStage[] = [];
  // In the order of the process, however they were asked for: a text is compared with what came before it.
  for (const id of order) if (names.includes(id)) composed.push(await composeStage(world, process, id));
  return composed;
}

async function frozenIds(world: World, process: Process): Promise<string[]> {
  const state = await world.git.state();
  if (state.kind !== 'ready') return [];
  const { freezesOf } = await import('../workspace/stage-tags.ts');
  const tags = await world.git.tags();
  return process.stages.filter((stage) => freezesOf(stage, state.prefix, tags).length > 0).map(({ id }) => id);
}

function sameText(one: StageText, other: StageText): boolean {
  const sources = ({ sections }: StageText) => sections.map(({ source }) => source).join('\u0000');
  return sources(one) === sources(other);
}

/** Up to so many stages, each is compared with each; of more, each with the next and with the last. */
const ALL_PAIRS = 5;

async function comparePairs(
  world: World,
  stages: readonly ComposedStage[],
  { consulted, audience }: { readonly consulted: Consulted; readonly audience: Distribution },
): Promise<ChangeLog[]> {
  const logs: ChangeLog[] = [];
  for (const [place, from] of stages.entries()) {
    for (const [step, to] of stages.slice(place + 1).entries()) {
      const wanted = stages.length <= ALL_PAIRS || step === 0 || to === stages.at(-1);
      if (wanted) logs.push(await compareTexts(world, consulted, { from, to, audience }));
    }
  }
  return logs;
}

const REMOTE = /^(?:[a-z][a-z0-9+.-]*:)?\/\//iu;

/** Pictures of the draft from its own stage: a page that shows it later must not take those of today. */
async function picturesOf({ text, document }: ComposedStage): Promise<Record<string, Uint8Array>> {
  const pictures: Record<string, Uint8Array> = {};
  for (const url of new Set(pictureUrls(document.root))) {
    const bytes = REMOTE.test(url) ? undefined : await text.asset(url);
    if (bytes !== undefined) pictures[url] = bytes;
  }
  return pictures;
}

function* pictureUrls(node: Nodes): Generator<string> {
  if (node.type === 'image' || node.type === 'figure') yield node.url;
  if ('children' in node) for (const child of node.children) yield* pictureUrls(child);
}
