import type { ChangeLog } from '../../model/change-log.ts';
import type { ExplorerData, ExplorerInput, ExplorerRedline } from '../../model/explorer.ts';
import { explorerWords } from '../../model/explorer-words.ts';
import { explorerInputs, explorerTerms, type InputSources } from './inputs.ts';
import { explorerPassages, type StageDocument } from './passages.ts';
import { explorerRedline, Texts } from './redlines.ts';
import { unexplainedIn } from './unexplained.ts';

/** What an explorer is made from. */
export interface ExplorerContext extends InputSources {
  /** In order; the last of them stands in the middle. */
  readonly stages: readonly [StageDocument, ...StageDocument[]];
  /** Between these stages, with the reasons that the audience may know. */
  readonly logs: readonly ChangeLog[];
}

/** The stage that stands in the middle. */
export function shownStage({ stages }: ExplorerContext): StageDocument {
  return stages.at(-1) ?? stages[0];
}

/** All that the explorer knows, and nothing that its reader may not. */
export function explorerData(context: ExplorerContext): ExplorerData {
  const { stages, logs, workspace } = context;
  const { language } = shownStage(context).document.meta;
  const texts = new Texts();
  const inputs = explorerInputs(context, explorerWords(language));
  const told = new Map(inputs.map(({ ref, reason }) => [ref, reason]));
  const documents = new Map(stages.map(({ id, document }) => [id, document]));
  const redlines = logs.map((log) => {
    const compared = [log.from.id, log.to.id].flatMap((id) => documents.get(id) ?? []);
    const isUnexplained = unexplainedIn(workspace, compared);
    return explorerRedline(log, { language, words: explorerWords(language), texts, told, isUnexplained });
  });
  return {
    stages: stages.map(({ id, title }) => ({ id, title })),
    ...explorerTerms(workspace.process, inputs),
    inputs,
    passages: explorerPassages(stages, namedPassages(inputs, redlines)),
    texts: texts.all,
    redlines,
  };
}

function namedPassages(inputs: readonly ExplorerInput[], redlines: readonly ExplorerRedline[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { passages = [] } of inputs) for (const id of passages) ids.add(id);
  for (const { changes } of redlines) for (const change of changes) for (const id of change.ids) ids.add(id);
  return ids;
}
