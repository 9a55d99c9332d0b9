import {
  type ChangeFlag,
  type ChangeGround,
  type ChangeKind,
  type ColumnChange,
  GRAVE_FLAGS,
} from '../model/change-log.ts';
import { changeWords } from '../model/change-words.ts';
import { type Countable, difference, takeCensus } from './features.ts';
import { SMALL_WORDS } from './flag-tables.ts';
import type { Passage } from './passages.ts';
import type { Terms } from './terms.ts';
import { tokenText } from './tokens.ts';
import { typedNumber } from './typed-number.ts';
import type { TokenDiff } from './words.ts';

/** What is known of one change before it is named. */
export interface Evidence {
  readonly from: readonly Passage[];
  readonly to: readonly Passage[];
  readonly diff: TokenDiff;
  readonly moved: boolean;
  readonly reusedId: boolean;
  /** Language of the later stage. */
  readonly language: string;
  /** Terms that either stage defines. */
  readonly terms: Terms;
  /** Columns of its table that came, went or changed places, where it is the heading row. */
  readonly columns: readonly ColumnChange[];
}

/** What a change is called. */
export interface Classification {
  readonly kind: ChangeKind;
  readonly flags: readonly ChangeFlag[];
  readonly severity: 'editorial' | 'substantive';
  readonly verdict: string;
  readonly ground: ChangeGround;
}

/** Flags that follow from counts: which count, and in which direction it has to differ. */
const COUNTED: readonly (readonly [ChangeFlag, Countable, 'up' | 'down' | 'both'])[] = [
  ['bracket-opened', 'bracket', 'up'],
  ['bracket-lifted', 'bracket', 'down'],
  ['agreed-language-altered', 'agreed', 'down'],
  ['modal-strength', 'modal', 'both'],
  ['negation', 'negation', 'both'],
  ['amount', 'amount', 'both'],
  ['percentage', 'percentage', 'both'],
  ['deadline', 'deadline', 'both'],
  ['defined-term', 'term', 'both'],
  ['number', 'number', 'both'],
  ['date', 'date', 'both'],
  ['link-target', 'link', 'both'],
  ['citation', 'citation', 'both'],
  ['cross-reference', 'reference', 'both'],
  ['footnote', 'note', 'both'],
];

/** Equal words without any formatting or link hold nothing that could be counted differently. */
function isPlainlyEqual({ from: [a, ...moreFrom], to: [b, ...moreTo] }: Evidence): boolean {
  if (!a || !b || moreFrom.length + moreTo.length > 0 || a.key !== b.key) return false;
  return [a, b].every(({ tokens }) => tokens.every(({ marks }) => marks.length === 0));
}

function countedFlags(evidence: Evidence): ChangeFlag[] {
  const { from, to, language, terms } = evidence;
  if (isPlainlyEqual(evidence)) return [];
  const [before, after] = [takeCensus(from, language, terms), takeCensus(to, language, terms)];
  const actors = difference(before, after, 'actor');
  // One named for another; a modal verb that came or went alone is told as such.
  const another: ChangeFlag[] = actors.up > 0 && actors.down > 0 ? ['actor'] : [];
  const counted = COUNTED.flatMap(([flag, kind, direction]) => {
    const { up, down } = difference(before, after, kind);
    const differs = direction === 'up' ? up > 0 : direction === 'down' ? down > 0 : up + down > 0;
    return differs ? [flag] : [];
  });
  return [...another, ...counted];
}

function depthOf(passage: Passage): number {
  if (passage.node.type === 'heading' && !passage.attribute) return passage.node.depth;
  return passage.path.filter((container) => container.type === 'list').length;
}

/** Whether the box before an item is ticked; undefined where it has none. */
function tickOf({ type, path }: Passage): boolean | undefined {
  const item = path.at(-1);
  return type === 'listItem' && item?.type === 'listItem' ? (item.checked ?? undefined) : undefined;
}

function structuralFlags({ from: [a], to: [b] }: Evidence, edited: boolean): ChangeFlag[] {
  if (!a || !b) return [];
  const flags: ChangeFlag[] = [];
  if (edited && a.type === 'heading' && b.type === 'heading') flags.push('retitled');
  const [before, after] = [tickOf(a), tickOf(b)];
  if (before !== undefined && after !== undefined && before !== after) flags.push('ticked');
  if (a.type === 'alternative' && b.type !== 'alternative') flags.push('alternative-chosen');
  else if (a.type !== b.type) flags.push('type-changed');
  else if (depthOf(a) !== depthOf(b)) flags.push('level-changed');
  return flags;
}

/** The number that an author typed before a heading. */
function typedBefore(passage: Passage | undefined): string {
  if (passage?.type !== 'heading') return '';
  return tokenText(passage.tokens.slice(0, typedNumber(passage.tokens)));
}

/** What is the same in words but not in print. */
function silentFlags({ from, to, diff }: Evidence): ChangeFlag[] {
  const flags: ChangeFlag[] = [];
  if (from[0]?.number !== to[0]?.number || typedBefore(from[0]) !== typedBefore(to[0])) flags.push('renumbered');
  const differs = diff.runs.some((run) => run.kind === 'kept' && tokenText(run.from) !== tokenText(run.to));
  if (differs) flags.push('typography');
  return flags;
}

function formattingChanged(evidence: Evidence): boolean {
  const { from, to, diff, language } = evidence;
  if (diff.runs.some((run) => run.kind !== 'kept') || isPlainlyEqual(evidence)) return false;
  const { up, down } = difference(takeCensus(from, language), takeCensus(to, language), 'formatting');
  return up + down > 0;
}

function changedWords(diff: TokenDiff): string[] {
  return diff.runs.flatMap((run) => {
    if (run.kind === 'kept') return [];
    const tokens = run.kind === 'deleted' ? run.from : run.to;
    return tokens.filter((token) => token.kind !== 'sign').map((token) => token.key.toLowerCase());
  });
}

function familyFlags({ from, to }: Evidence): ChangeFlag[] {
  const family = (to[0] ?? from[0])?.family;
  if (family === 'row') return ['table'];
  if (family === 'note') return ['footnote'];
  if (family !== 'attribute') return [];
  const role = (to[0] ?? from[0])?.attribute;
  return ['metadata', role === 'deadline' ? 'deadline' : 'actor'];
}

/** A definition whose words were changed is a change of the term, and the note that a citation stands in one of the citation. */
function ownFlags({ from, to }: Evidence, wordsChanged: boolean): ChangeFlag[] {
  if (!wordsChanged) return [];
  const holders = [...from, ...to].map(({ path }) => path.at(-1));
  const defines = holders.some((holder) => holder?.type === 'termDefinition');
  const cites = holders.some((holder) => holder?.data?.origin === 'citation');
  return [...(defines ? (['defined-term'] as const) : []), ...(cites ? (['citation'] as const) : [])];
}

/** Whether nothing changed but a number that the author typed before the text: `4.5.1.` for `4.4.1.` */
function onlyTypedNumber({ from: [a, ...moreFrom], to: [b, ...moreTo] }: Evidence): boolean {
  if (!a || !b || moreFrom.length + moreTo.length > 0 || a.type !== b.type) return false;
  const rest = ({ tokens }: Passage) => tokens.slice(typedNumber(tokens)).map(({ key }) => key);
  const [before, after] = [rest(a), rest(b)];
  return before.length === after.length && before.every((key, index) => key === after[index]);
}

/** Flags that a typed number alone does not earn. */
const OF_NUMBERS: ReadonlySet<ChangeFlag> = new Set(['number', 'retitled', 'date', 'deadline']);

/** Whether a passage is a block that was not parsed, so that rows, items and formatting in it are but words. */
export function isLiteralPassage({ node }: Passage): boolean {
  return node.data?.origin === 'literal';
}

function kindOf(evidence: Evidence, edited: boolean): ChangeKind {
  const { from, to, moved } = evidence;
  if (from.length === 0) return 'added';
  if (to.length === 0) return 'deleted';
  if (to.length > from.length) return 'split';
  if (from.length > 1) return 'merged';
  if (moved) return 'moved';
  return edited ? 'edited' : 'unchanged';
}

/** A word as all spellings of it have it: no hyphens, and the American form of common endings. */
function spelling(word: string): string {
  return word
    .replaceAll('-', '')
    .replace(/is(e|es|ed|ing|ation|ations)$/u, 'iz$1')
    .replace(/our/u, 'or');
}

/** Whether what came spells the same as what is gone, spaces and hyphens apart. */
function onlySpelling(diff: TokenDiff): boolean {
  const spelled = (kind: 'deleted' | 'inserted') =>
    diff.runs
      .flatMap((run) => (run.kind !== kind ? [] : run.kind === 'deleted' ? run.from : run.to))
      .filter((token) => token.kind === 'word')
      .map((token) => spelling(token.key.toLowerCase()))
      .join('');
  return spelled('deleted') === spelled('inserted');
}

type Judgement = Pick<Classification, 'severity' | 'ground'>;

const EDITORIAL = { severity: 'editorial' } as const;

function judgeEdit(evidence: Evidence, flags: readonly ChangeFlag[]): Judgement {
  const grave = GRAVE_FLAGS.find((flag) => flags.includes(flag));
  if (grave) return { severity: 'substantive', ground: grave };
  const words = changedWords(evidence.diff);
  if (words.length > 0 && onlyTypedNumber(evidence)) return { ...EDITORIAL, ground: 'typed-number' };
  if (words.length === 0) return { ...EDITORIAL, ground: 'no-words' };
  if (words.every((word) => SMALL_WORDS.has(word))) return { ...EDITORIAL, ground: 'articles' };
  if (onlySpelling(evidence.diff)) return { ...EDITORIAL, ground: 'spelling' };
  if (words.every((word) => word.startsWith('\u0001ref'))) return { ...EDITORIAL, ground: 'references' };
  return { severity: 'substantive', ground: 'words' };
}

/** A glossary, a list of acronyms or a bibliography: it has no file of its own. */
function isGenerated({ from, to }: Evidence): boolean {
  return [...from, ...to].every(
    ({ path: [section] }) => section?.type === 'section' && section.data?.role === 'generated',
  );
}

/** Verdicts on passages that stand in one stage only. */
const ONE_SIDED = {
  added: { severity: 'substantive', ground: 'new' },
  deleted: { severity: 'substantive', ground: 'gone' },
} as const satisfies Record<string, Judgement>;

/**
 * Names a change: its kind, its flags, and whether it is one of substance, with the reason.
 *
 * @param evidence the passages and how their words differ
 */
export function classify(evidence: Evidence): Classification {
  const bothSides = evidence.from.length > 0 && evidence.to.length > 0;
  const wordsChanged = evidence.diff.runs.some((run) => run.kind !== 'kept');
  const flags: ChangeFlag[] = [...familyFlags(evidence), ...ownFlags(evidence, wordsChanged)];
  flags.push(...evidence.columns.map(({ kind }) => `column-${kind}` as const));
  const renumbered = bothSides && wordsChanged && onlyTypedNumber(evidence);
  if (bothSides) {
    flags.push(...countedFlags(evidence), ...structuralFlags(evidence, wordsChanged), ...silentFlags(evidence));
    if (formattingChanged(evidence)) flags.push('formatting');
  } else if (evidence.to[0]?.type === 'alternative') flags.push('alternative-added');
  if (renumbered) flags.splice(0, flags.length, 'renumbered', ...flags.filter((flag) => !OF_NUMBERS.has(flag)));
  if (evidence.reusedId) flags.push('id-reused');
  const byWords = bothSides && wordsChanged && [...evidence.from, ...evidence.to].some(isLiteralPassage);
  if (evidence.diff.limited || byWords) flags.push('limited');
  const quiet: ReadonlySet<ChangeFlag> = new Set([
    'renumbered',
    'typography',
    'table',
    'footnote',
    'metadata',
    'actor',
    'deadline',
  ]);
  const edited = wordsChanged || flags.some((flag) => !quiet.has(flag));
  const kind = kindOf(evidence, edited);
  const seen = kind === 'unchanged' ? flags.filter((flag) => flag === 'renumbered' || flag === 'typography') : flags;
  const judged: Judgement =
    kind === 'added' || kind === 'deleted' ? ONE_SIDED[kind] : judgeEdit(evidence, relevant(seen, wordsChanged));
  const told: Judgement = isGenerated(evidence)
    ? { ...EDITORIAL, ground: 'generated' }
    : kind === 'moved' && !edited
      ? { ...EDITORIAL, ground: 'place' }
      : judged;
  const { verdicts } = changeWords(evidence.language);
  return { kind, flags: [...new Set(seen)], ...told, verdict: verdicts[told.ground] };
}

/** A passage's family alone makes no change one of substance while its words are the same. */
function relevant(flags: readonly ChangeFlag[], wordsChanged: boolean): ChangeFlag[] {
  return flags.filter((flag) => wordsChanged || (flag !== 'metadata' && flag !== 'actor' && flag !== 'deadline'));
}
