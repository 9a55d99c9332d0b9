import type { Change, PassageRef } from '../../model/change-log.ts';
import type { ChangeWords } from '../../model/change-words.ts';
import { fill, type ReferenceKind, refer } from '../../model/labels.ts';

/** What passages with a number are called, by node type; all others are paragraphs. */
const CALLED: Readonly<Record<string, ReferenceKind>> = { heading: 'section', footnoteDefinition: 'footnote' };

/** Language of the log and its words. */
export interface Wording {
  readonly language: string;
  readonly words: ChangeWords;
}

/** A passage as a reader would call it: by its number, else by file and line; empty where it has neither. */
export function callPassage(ref: PassageRef, { language, words }: Wording): string {
  if (ref.number !== undefined) return refer(CALLED[ref.type] ?? 'paragraph', ref.number, language);
  if (ref.file === '' || ref.startLine === 0) return '';
  return fill(words.line, { file: ref.file, n: ref.startLine });
}

function callAll(refs: readonly PassageRef[], wording: Wording): string {
  const names = refs.map((ref) => callPassage(ref, wording)).filter((name) => name !== '');
  const [first, last] = [names[0], names.at(-1)];
  if (names.length > 3) return `${first} – ${last}`;
  return names.join(', ');
}

/** Lines shift with every edit above them: of passages without a number, the former place matters where they moved. */
function hasFormerPlace(changes: readonly Change[]): boolean {
  return changes.some(({ kind, from }) => kind === 'moved' || from.some((ref) => ref.number !== undefined));
}

/**
 * Where a change stands: the later place, and the earlier one where it differs.
 *
 * @param changes one change, or the neighbours that moved together
 * @param wording language and words
 */
export function placeOf(changes: readonly Change[], wording: Wording): string {
  const to = callAll(
    changes.flatMap((change) => change.to),
    wording,
  );
  const from = callAll(
    changes.flatMap((change) => change.from),
    wording,
  );
  if (to === '') return from;
  if (from === '' || from === to || !hasFormerPlace(changes)) return to;
  return `${to} (${fill(wording.words.formerly, { n: from })})`;
}
