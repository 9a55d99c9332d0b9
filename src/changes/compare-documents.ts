import {
  CHANGE_KINDS,
  type Change,
  type ChangeKind,
  type ChangeLog,
  type PassageRef,
  type Reason,
  type StageRef,
  type SystematicChange,
} from '../model/change-log.ts';
import type { Document } from '../model/document.ts';
import { classify, isLiteralPassage } from './classify.ts';
import { compareFrontMatter } from './front-matter.ts';
import { type Group, groupChanges, nameMoves } from './groups.ts';
import { joinTokens } from './join-tokens.ts';
import { changedTargets } from './link-targets.ts';
import { type Matching, matchPassages } from './match-passages.ts';
import { type Passage, readPassages } from './passages.ts';
import { findMovedSentences, type Sides, withSentences } from './sentences.ts';
import { findSystematic } from './systematic.ts';
import { findTableColumns, type TableColumns, withCells } from './table-columns.ts';
import { readTerms, type Terms } from './terms.ts';
import { diffTokens, type Replacement, type TokenDiff, wordRuns } from './words.ts';

/** What a comparison is told besides the documents. */
export interface CompareOptions {
  readonly from: StageRef;
  readonly to: StageRef;
  /** Finds why a change was made; called once for every change that is none of `unchanged`. */
  readonly reasons?: (change: {
    readonly from: readonly PassageRef[];
    readonly to: readonly PassageRef[];
  }) => readonly Reason[];
}

function diffGroup(from: readonly Passage[], to: readonly Passage[]): TokenDiff {
  const [a, b] = [joinTokens(from), joinTokens(to)];
  if (from.length === 0)
    return { runs: b.length > 0 ? [{ kind: 'inserted', to: b }] : [], replacements: [], limited: false };
  if (to.length === 0)
    return { runs: a.length > 0 ? [{ kind: 'deleted', from: a }] : [], replacements: [], limited: false };
  const [only, other] = [from[0], to[0]];
  const equal = from.length === 1 && to.length === 1 && only?.key === other?.key;
  return equal ? { runs: [{ kind: 'kept', from: a, to: b }], replacements: [], limited: false } : diffTokens(a, b);
}

function pick(passages: readonly Passage[], indices: readonly number[]): Passage[] {
  return indices.flatMap((index) => passages[index] ?? []);
}

interface Context {
  readonly matching: Matching;
  readonly options: CompareOptions;
  readonly language: string;
  readonly moves: ReadonlyMap<Group, string>;
  readonly terms: Terms;
  /** By earlier row, the columns of tables that came, went or changed places. */
  readonly columns: ReadonlyMap<number, TableColumns>;
}

/** A change, and what was replaced in it. */
interface Described {
  readonly change: Omit<Change, 'id'>;
  readonly replacements: readonly Replacement[];
}

function onlyMoved({ changes }: TableColumns): boolean {
  return changes.every(({ kind }) => kind === 'moved');
}

/** The passages of a group; rows of a table whose columns changed without those that only one stage has. */
function passagesOf({ matching, columns }: Context, group: Group): Sides {
  const { corpus } = matching;
  const [from, to] = [pick(corpus.from.passages, group.from), pick(corpus.to.passages, group.to)];
  const table = columns.get(group.from[0] ?? -1);
  const isRow =
    table !== undefined && from.length === 1 && to.length === 1 && (table.head !== group.from[0] || onlyMoved(table));
  if (!isRow) return { from, to };
  return {
    from: from.map((row) =>
      withCells(
        row,
        table.kept.map(([column]) => column),
      ),
    ),
    to: to.map((row) =>
      withCells(
        row,
        table.kept.map(([, column]) => column),
      ),
    ),
  };
}

function describe(context: Context, group: Group): Described {
  const { language, terms } = context;
  const { links } = context.matching;
  const { from, to } = passagesOf(context, group);
  const table = context.columns.get(group.from[0] ?? -1);
  const columns = table && table.head === group.from[0] ? table.changes : [];
  const diff = diffGroup(from, to);
  const reusedId =
    group.from.some((index) => links.reusedFrom.has(index)) || group.to.some((index) => links.reusedTo.has(index));
  const named = classify({ from, to, diff, moved: group.moved, reusedId, language, terms, columns });
  const refs = { from: from.map((passage) => passage.ref), to: to.map((passage) => passage.ref) };
  const run = context.moves.get(group);
  const change = {
    ...named,
    ...refs,
    words: wordRuns(diff.runs),
    reasons: named.kind === 'unchanged' ? [] : (context.options.reasons?.(refs) ?? []),
    ...(named.flags.includes('link-target') && { targets: changedTargets(from, to, language) }),
    ...(columns.length > 0 && { columns }),
    ...(run === undefined ? {} : { group: run }),
  };
  return { change, replacements: diff.replacements };
}

function systematicChanges(described: readonly Described[], changes: readonly Change[]): SystematicChange[] {
  return findSystematic(described.map(({ replacements }) => replacements)).map(({ places, ...found }, index) => ({
    id: `s${index + 1}`,
    ...found,
    changes: places.flatMap((place) => changes[place]?.id ?? []),
  }));
}

/** The passages of a change among which sentences may have moved; none where nothing changed. */
function sidesOf({ corpus }: Matching, group: Group, kind: ChangeKind | undefined): Sides {
  if (kind === 'unchanged') return { from: [], to: [] };
  return { from: pick(corpus.from.passages, group.from), to: pick(corpus.to.passages, group.to) };
}

/** Changes are numbered `c1`, `c2` …; passages that stayed as they were apart from them, `u1`, `u2` … */
function numberChanges(changes: readonly Omit<Change, 'id'>[]): Change[] {
  const next = { c: 0, u: 0 };
  return changes.map((change) => {
    const letter = change.kind === 'unchanged' ? 'u' : 'c';
    next[letter] += 1;
    return { id: `${letter}${next[letter]}`, ...change };
  });
}

function countKinds(changes: readonly Change[]): Record<ChangeKind, number> {
  const counts = Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, 0])) as Record<ChangeKind, number>;
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
}

/** Whether a passage of a change is no Markdown to the parser, so that its words are all there is to compare. */
function isLiteral({ corpus }: Matching, { from, to }: Group): boolean {
  return [...pick(corpus.from.passages, from), ...pick(corpus.to.passages, to)].some(isLiteralPassage);
}

/** What could not be compared in full, in sentences. */
function limitsOf(changes: readonly Change[], literal: readonly boolean[]): string[] {
  const limited = changes.flatMap(({ flags }, index) => (flags.includes('limited') ? [literal[index] === true] : []));
  const byWords = limited.filter((isByWords) => isByWords).length;
  const tooLong = limited.length - byWords;
  return [
    ...(tooLong === 0
      ? []
      : [`Words were not compared in full in ${tooLong} of the passages, because they are too long.`]),
    ...(byWords === 0
      ? []
      : [
          `Blocks that are kept as the text they are, because of their size or their HTML, were compared by their words alone: ${byWords} of the changes.`,
        ]),
  ];
}

/**
 * Compares two stages of a text passage by passage, then word by word.
 *
 * A passage that was only re-wrapped, renumbered or set in other quotation marks is unchanged; one that stands elsewhere
 * has moved, with its words compared as well.
 *
 * @param from the earlier stage
 * @param to the later stage
 * @param options names of the stages, and where reasons come from
 */
export function compareDocuments(from: Document, to: Document, options: CompareOptions): ChangeLog {
  const matching = matchPassages(readPassages(from).passages, readPassages(to).passages);
  const groups = groupChanges(matching);
  const { corpus } = matching;
  const terms = readTerms([...corpus.from.passages, ...corpus.to.passages]);
  const context: Context = {
    matching,
    options,
    language: to.meta.language,
    moves: nameMoves(groups),
    terms,
    columns: findTableColumns(matching),
  };
  const described = groups.map((group) => describe(context, group));
  const sides = groups.map((group, index) => sidesOf(matching, group, described[index]?.change.kind));
  const sentences = findMovedSentences(sides);
  const changes = numberChanges(described.map(({ change }, index) => withSentences(change, sentences.get(index))));
  const frontMatter = compareFrontMatter(from, to);
  return {
    from: options.from,
    to: options.to,
    changes,
    counts: countKinds(changes),
    systematic: systematicChanges(described, changes),
    ...(frontMatter.length > 0 && { frontMatter }),
    limits: limitsOf(
      changes,
      groups.map((group) => isLiteral(matching, group)),
    ),
  };
}
