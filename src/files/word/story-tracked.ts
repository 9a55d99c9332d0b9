/** The tracked changes of a part of a Word file: who made them, to what, and where what moved came from. */
import type { StoryState } from './story-state.ts';
import type { RevisionKind, RevisionTarget } from './word-types.ts';

/** Reads an attribute of the element that begins. */
export type Attribute = (name: string) => string | undefined;
type Handle = (state: StoryState, attribute: Attribute) => void;
type MoveEnd = 'move-from' | 'move-to';

const TRACKED: Readonly<Record<string, RevisionKind>> = {
  ins: 'insertion',
  del: 'deletion',
  moveFrom: 'move-from',
  moveTo: 'move-to',
  cellIns: 'insertion',
  cellDel: 'deletion',
};

/** What holds a tracked change says what it is made to; elsewhere it is made to the words inside. */
const TARGETS: Readonly<Record<string, RevisionTarget>> = { trPr: 'row', tcPr: 'cell', numPr: 'properties' };

function targetOf(path: readonly string[]): RevisionTarget {
  const parent = path.at(-2) ?? '';
  if (parent !== 'rPr') return TARGETS[parent] ?? 'text';
  const outer = path.at(-3);
  return outer === 'pPr' ? 'paragraph-mark' : outer === 'ctrlPr' ? 'equation' : 'properties';
}

/**
 * Whether an element is a tracked change to what it holds or is held by.
 *
 * @param name Name of the element.
 */
export function isTracked(name: string): boolean {
  return Object.hasOwn(TRACKED, name);
}

/**
 * Notes the tracked change that begins.
 *
 * @param name Name of its element.
 * @param state What is open, the element on its path.
 * @param attribute Attributes of the element.
 */
export function openTracked(name: string, state: StoryState, attribute: Attribute): void {
  const written = TRACKED[name] ?? 'formatting';
  const target = targetOf(state.path);
  const kind = target === 'properties' ? 'formatting' : written;
  state.spend(state.moves.length);
  const move = kind === 'move-from' || kind === 'move-to' ? state.moves.findLast(({ end }) => end === kind) : undefined;
  const place = state.revise({
    kind,
    target,
    ...whoAndWhen(attribute),
    ...(move !== undefined && { move: move.name }),
  });
  if (target === 'text') state.tracked.push(place);
  if (target === 'paragraph-mark') state.paragraph?.mark.push(place);
  if (target === 'row') state.rows.at(-1)?.revisions.push(place);
  if (target === 'cell') state.cells.at(-1)?.revisions.push(place);
}

/**
 * Ends the tracked change that is closed.
 *
 * @param state What is open, the element still on its path.
 */
export function closeTracked(state: StoryState): void {
  if (targetOf(state.path) === 'text') state.tracked.pop();
}

/**
 * Notes a tracked change to looks, which ends where it begins.
 *
 * @param target What it is made to.
 * @param state What is open.
 * @param attribute Attributes of its element.
 */
export function openFormatting(target: RevisionTarget, state: StoryState, attribute: Attribute): void {
  state.revise({ kind: 'formatting', target, ...whoAndWhen(attribute) });
}

function whoAndWhen(attribute: Attribute) {
  const [author, date] = [attribute('author'), attribute('date')];
  return {
    ...(author !== undefined && author !== '' && { author }),
    ...(date !== undefined && date !== '' && { date }),
  };
}

/**
 * What is done where a range of moved words begins.
 *
 * @param end Which end of the move it is.
 */
export function openMove(end: MoveEnd): Handle {
  return (state, attribute) => {
    const [id, name] = [attribute('id'), attribute('name')];
    if (id !== undefined && name !== undefined) state.moves.push({ end, id, name });
  };
}

/**
 * What is done where a range of moved words ends.
 *
 * @param end Which end of the move it is.
 */
export function closeMove(end: MoveEnd): Handle {
  return (state, attribute) => {
    state.spend(state.moves.length);
    const at = state.moves.findIndex((move) => move.end === end && move.id === attribute('id'));
    if (at !== -1) state.moves.splice(at, 1);
  };
}
