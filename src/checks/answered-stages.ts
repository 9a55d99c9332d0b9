import type { CheckContext } from '../model/contracts.ts';
import type { Stage } from '../model/process.ts';
import type { Response } from '../model/response.ts';

/** Rounds that a frozen stage waited for, each with the first such stage. */
export function finishedRounds({ workspace, stages = [] }: CheckContext): ReadonlyMap<string, Stage> {
  const frozen = new Set(stages.map(({ id }) => id));
  const finished = new Map<string, Stage>();
  for (const stage of workspace.process.stages) {
    for (const round of frozen.has(stage.id) ? (stage.after ?? []) : []) {
      if (!finished.has(round)) finished.set(round, stage);
    }
  }
  return finished;
}

/** The round that each note belongs to, by id of the note. */
export function roundsOfNotes({ workspace }: CheckContext): ReadonlyMap<string, string> {
  return new Map(workspace.notes.map(({ id, frontMatter }) => [id, frontMatter.round]));
}

/** Responses put together by file, in order: one finding tells what would else be said a thousand times. */
export function byFile(responses: Iterable<Response>): ReadonlyMap<string, readonly Response[]> {
  const files = new Map<string, Response[]>();
  for (const response of responses) {
    const list = files.get(response.file) ?? [];
    list.push(response);
    files.set(response.file, list);
  }
  return files;
}
