import { reportWords } from '../model/report-words.ts';
import { type PassageData, passage } from '../reports/passage.ts';
import { nearest } from '../text/nearest.ts';
import { passageFingerprints } from '../trace/passage-fingerprints.ts';
import { loadVerdicts } from '../workspace/verdicts.ts';
import { CannotRun } from './cannot-run.ts';
import { compareTexts } from './compare-stages.ts';
import { type BuiltReport, dateOf, load, type ReportRequest } from './report-builders.ts';
import { composeStages } from './stage-views.ts';
import type { ComposedStage } from './stages.ts';

/**
 * Follows a passage through the frozen stages and the text as it stands.
 *
 * @throws CannotRun where no stage ever had its id.
 */
export async function buildPassage(request: ReportRequest): Promise<BuiltReport> {
  const { world, process, audience, subject = '' } = request;
  const id = subject.replace(/^[#^]/u, '');
  const workspace = await load(request, ['notes', 'responses', 'decisions']);
  const { verdicts } = await loadVerdicts(world);
  const stages = withoutUnchanged(await composeStages(world, process));
  const logs = [];
  for (const [index, to] of stages.entries()) {
    const from = stages[index - 1];
    if (from === undefined) continue;
    logs.push(await compareTexts(world, { workspace, verdicts }, { from, to, audience: audience.distribution }));
  }
  const context = {
    workspace,
    audience,
    date: await dateOf(world),
    stages: stages.map((stage) => lifeStage(stage, reportWords(process.language).passage.working)),
    logs,
    prints: passageFingerprints(stages.at(-1)?.text.sections ?? []),
  };
  const built = passage.build(context, { id });
  if (!(built.data as PassageData).known) throw unknown(id, stages);
  return { ...built, findings: workspace.findings, stem: id.replaceAll(/[^\p{L}\p{N}_.-]+/gu, '-') };
}

/** A text that stands as it was frozen last is no stage of its own. */
function withoutUnchanged(stages: readonly ComposedStage[]): readonly ComposedStage[] {
  const sources = (stage: ComposedStage | undefined) => stage?.text.sections.map(({ source }) => source).join('\u0000');
  const [last, working] = stages.slice(-2);
  return stages.length > 1 && sources(last) === sources(working) ? stages.slice(0, -1) : stages;
}

function lifeStage({ text, document }: ComposedStage, working: string) {
  const sections = text.sections.flatMap(({ file, frontMatter: { id } }) =>
    id === undefined ? [] : [[id, file] as const],
  );
  return {
    id: text.id,
    title: text.frozen === undefined ? working : text.title,
    ...(text.frozen !== undefined && { date: text.frozen.date }),
    document,
    sections: new Map(sections),
  };
}

function unknown(id: string, stages: readonly ComposedStage[]): CannotRun {
  const known = stages.flatMap(({ text }) => [...passageFingerprints(text.sections).keys()]);
  const near = nearest(id, known);
  return new CannotRun(
    `No stage has a passage "${id.slice(0, 60)}".`,
    near === undefined
      ? 'Name the id that stands after "^" or "#" at a passage; "penholder changes" lists those that changed.'
      : `Did you mean "${near}"?`,
  );
}
