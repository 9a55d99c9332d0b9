/** One input of one version of a note, as far as matching needs it. */
export interface Matchable {
  readonly id?: string;
  /** Who said it under which heading, where a survey tells. */
  readonly place?: string;
  /** Its words, without tags and id. */
  readonly text: string;
}

/** An input of the new version and the one of the old version it continues. */
export interface InputMatch {
  readonly from: number;
  readonly to: number;
  /** `reworded` where the words differ. */
  readonly kind: 'same' | 'reworded';
}

/** Share of words two versions of one input must have in common. */
const ALIKE = 0.6;
/** Pairs compared word by word at most; beyond, only equal texts are matched. */
const MOST_PAIRS = 250_000;

/**
 * Finds which inputs of a new version continue which of the old one: by id, then by respondent and question, then by equal
 * words, then by most words in common.
 *
 * @param before Inputs of the old version, in order.
 * @param after Inputs of the new version, in order.
 */
export function matchInputs(before: readonly Matchable[], after: readonly Matchable[]): readonly InputMatch[] {
  const state: State = { before, after, from: new Set(), to: new Set(), matches: [] };
  matchBy(state, ({ id }) => id);
  matchBy(state, ({ place, text }) => (place === undefined ? undefined : `${place}\u001f${wordsOf(text).join(' ')}`));
  matchBy(state, ({ place }) => place);
  matchBy(state, ({ id, text }, isNew) => (isNew && id !== undefined ? undefined : wordsOf(text).join(' ')));
  matchAlike(state);
  return state.matches.sort((one, other) => one.to - other.to);
}

interface State {
  readonly before: readonly Matchable[];
  readonly after: readonly Matchable[];
  /** Positions already matched. */
  readonly from: Set<number>;
  readonly to: Set<number>;
  readonly matches: InputMatch[];
}

function take(state: State, from: number, to: number): void {
  state.from.add(from);
  state.to.add(to);
  const same = wordsOf(state.before[from]?.text ?? '').join(' ') === wordsOf(state.after[to]?.text ?? '').join(' ');
  state.matches.push({ from, to, kind: same ? 'same' : 'reworded' });
}

/** Matches inputs with equal keys, in order; those without a key wait. */
function matchBy(state: State, keyOf: (input: Matchable, isNew: boolean) => string | undefined): void {
  const waiting = new Map<string, number[]>();
  state.before.forEach((input, index) => {
    const key = keyOf(input, false);
    if (key === undefined || key === '' || state.from.has(index)) return;
    waiting.set(key, [...(waiting.get(key) ?? []), index]);
  });
  state.after.forEach((input, index) => {
    const from = state.to.has(index) ? undefined : waiting.get(keyOf(input, true) ?? '')?.shift();
    if (from !== undefined) take(state, from, index);
  });
}

function matchAlike(state: State): void {
  const before = state.before
    .map((input, index) => ({ index, bag: wordsOf(input.text) }))
    .filter(({ index }) => !state.from.has(index));
  const after = state.after
    .map((input, index) => ({ index, bag: wordsOf(input.text), id: input.id }))
    .filter(({ index, id }) => !state.to.has(index) && id === undefined);
  if (before.length * after.length > MOST_PAIRS) return;
  const pairs = after.flatMap((to) =>
    before.map((from) => ({ from: from.index, to: to.index, alike: likeness(from.bag, to.bag) })),
  );
  const ranked = pairs
    .filter(({ alike }) => alike >= ALIKE)
    .sort((one, other) => other.alike - one.alike || one.to - other.to || one.from - other.from);
  for (const { from, to } of ranked) {
    if (!state.from.has(from) && !state.to.has(to)) take(state, from, to);
  }
}

/**
 * Words of a text in lower case, without punctuation.
 *
 * @param text Any text.
 */
export function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/**
 * Share of words two texts have in common (the Dice coefficient of their bags of words).
 *
 * @param one Words of one text.
 * @param other Words of the other.
 */
export function likeness(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of other) {
    const left = counts.get(word) ?? 0;
    if (left > 0) common += 1;
    counts.set(word, left - 1);
  }
  return one.length + other.length === 0 ? 0 : (2 * common) / (one.length + other.length);
}
