import { namePassage } from '../../changes/name-passage.ts';
import { readPassages } from '../../changes/passages.ts';
import type { PassageRef } from '../../model/change-log.ts';
import { changeWords } from '../../model/change-words.ts';
import type { Document } from '../../model/document.ts';
import { fill } from '../../model/labels.ts';
import type { Process } from '../../model/process.ts';
import type { StageText } from '../../model/workspace.ts';

/** A stage in which passages are looked up by their ids. */
export interface StageView {
  readonly id: string;
  readonly title: string;
  /** False for the text as it stands in the folder. */
  readonly frozen: boolean;
  /** Passages by id; by the id of a table, a box or a section the first passage in it. */
  readonly passages: ReadonlyMap<string, PassageRef>;
}

/** What a view is made from. */
export interface ViewSource {
  readonly text: Pick<StageText, 'id' | 'title' | 'frozen' | 'sections'>;
  readonly document: Document;
  /** Page of a passage in the PDF of the stage, where that is known. */
  readonly pageOf?: (ref: PassageRef) => number | undefined;
}

/** Makes a stage ready to be looked up. */
export function stageView({ text, document, pageOf }: ViewSource): StageView {
  const passages = new Map<string, PassageRef>();
  const enclosing = new Map<string, PassageRef>();
  const firstOf = new Map<string, PassageRef>();
  for (const { ref: bare } of readPassages(document).passages) {
    const page = pageOf?.(bare);
    const ref = page === undefined ? bare : { ...bare, page };
    if (ref.id !== undefined && !passages.has(ref.id)) passages.set(ref.id, ref);
    for (const id of ref.within ?? []) if (!enclosing.has(id)) enclosing.set(id, ref);
    if (!firstOf.has(ref.file)) firstOf.set(ref.file, ref);
  }
  for (const { file, frontMatter } of text.sections) {
    const first = firstOf.get(file);
    if (frontMatter.id !== undefined && first !== undefined) enclosing.set(frontMatter.id, first);
  }
  for (const [id, ref] of enclosing) if (!passages.has(id)) passages.set(id, ref);
  return { id: text.id, title: text.title, frozen: text.frozen !== undefined, passages };
}

/**
 * The stages in which the answer to a round can stand: the first frozen one that waited for the round, then those after
 * it, then the text as it stands.
 *
 * @param views In the order of the process, the text as it stands last.
 * @param round Id of the round.
 */
export function stagesAfter(
  views: readonly StageView[],
  { stages }: Pick<Process, 'stages'>,
  round: string,
): readonly StageView[] {
  const first = stages.findIndex(({ after }) => after?.includes(round) === true);
  if (first === -1) return views;
  const later = new Set(stages.slice(first).map(({ id }) => id));
  return views.filter(({ id, frozen }) => !frozen || later.has(id));
}

/** A passage, and the stage in which it was found. */
export interface FoundPassage {
  readonly stage: StageView;
  readonly ref: PassageRef;
}

/** Finds a passage in the first of some stages that has it. */
export function findPassage(views: readonly StageView[], id: string): FoundPassage | undefined {
  for (const stage of views) {
    const ref = stage.passages.get(id);
    if (ref !== undefined) return { stage, ref };
  }
  return undefined;
}

/**
 * What a reader would call a passage, with its page where that is known: `paragraph 12, page 5`.
 *
 * @param language BCP 47
 */
export function placeWords(ref: PassageRef, language: string): string {
  const place = namePassage(ref, language) || ref.section;
  const page = ref.page === undefined ? [] : [fill(changeWords(language).page, { n: ref.page })];
  return [place, ...page].join(', ');
}
