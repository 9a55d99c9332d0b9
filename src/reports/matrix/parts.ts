/** Blocks of the comments matrix. */
import type { BlockContent, PhrasingContent, TableRow } from 'mdast';
import { type PassagePlace, placeWords } from '../../trace/passage-places.ts';
import { plain, strong, table } from '../blocks.ts';
import type { MatrixCounts, MatrixEntry, MatrixGroup, ReactionColumn } from './data.ts';
import type { MatrixWords } from './words.ts';

/** What things are called in the language of the report. */
export interface MatrixTongue {
  readonly words: MatrixWords;
  readonly decisions: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<string, string>>;
  /** BCP 47. */
  readonly language: string;
}

const REACTIONS: readonly ReactionColumn[] = ['satisfied', 'not-satisfied', 'no-reply', 'none'];

/** Decisions against reactions; lines where nothing stands are left out. */
export function countTable(counts: MatrixCounts, { words, decisions }: MatrixTongue): BlockContent {
  const lines = Object.entries(counts).map(([name, line]) => ({
    name: name === 'open' ? words.open : (decisions[name] ?? name),
    numbers: REACTIONS.map((reaction) => line[reaction]),
  }));
  const shown = lines.filter(({ numbers }) => numbers.some((number) => number > 0));
  const sum = REACTIONS.map((_, index) => shown.reduce((all, { numbers }) => all + (numbers[index] ?? 0), 0));
  const rows = [...shown, { name: words.all, numbers: sum }].map(({ name, numbers }) => [
    capital(name),
    ...[numbers.reduce((all, number) => all + number, 0), ...numbers].map(String),
  ]);
  const head = [words.decision, words.inputs, ...REACTIONS.map((reaction) => words.reactions[reaction])];
  return table(head, rows, { numbers: true });
}

/** Three columns: which input, what it says, what became of it. */
export function groupTable(
  { inputs }: MatrixGroup,
  tongue: MatrixTongue,
  places: ReadonlyMap<string, PassagePlace>,
): BlockContent {
  const { words } = tongue;
  const empty = table([words.input, words.said, words.became], []);
  const rows = inputs.map((entry): TableRow => {
    const cells = [inputLines(entry, tongue), saidLines(entry, tongue), becameLines(entry, tongue, places)];
    return {
      type: 'tableRow',
      children: cells.map((lines) => ({ type: 'tableCell', children: broken(lines) })),
    };
  });
  return { ...empty, children: [...empty.children, ...rows] };
}

type Line = readonly PhrasingContent[];

/** Lines of a cell, since cells hold no paragraphs. */
function broken(lines: readonly Line[]): PhrasingContent[] {
  return lines.flatMap((line, index) => (index === 0 ? [...line] : [{ type: 'break' as const }, ...line]));
}

function inputLines({ ref, contributor, kinds }: MatrixEntry, tongue: MatrixTongue): Line[] {
  const about = kinds.map((kind) => tongue.kinds[kind] ?? kind).join(', ');
  return [[strong(ref)], ...[contributor ?? '', about].filter((words) => words !== '').map((words) => [plain(words)])];
}

function saidLines({ text, change }: MatrixEntry, { words }: MatrixTongue): Line[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const proposed = change === undefined ? [] : [labelled(words.proposed, change.replaceAll('\n', ' '), words)];
  return [...lines.map((line) => [plain(line)]), ...proposed];
}

function labelled(label: string, value: string, { colon }: MatrixWords): Line {
  return [strong(`${label}${colon}`.trimEnd()), plain(`${colon.endsWith(' ') ? ' ' : ''}${value}`)];
}

function becameLines(
  entry: MatrixEntry,
  { words, decisions, language }: MatrixTongue,
  places: ReadonlyMap<string, PassagePlace>,
): Line[] {
  const { decision, reason, passages = [], reaction } = entry;
  if (decision === undefined) return [[plain(capital(words.open))]];
  const lines: Line[] = [[strong(capital(decisions[decision] ?? decision))]];
  lines.push([plain(reason ?? words.notPublic)]);
  if (entry['duplicate-of'] !== undefined) lines.push(labelled(words.together, entry['duplicate-of'], words));
  if (entry['deferred-to'] !== undefined) lines.push(labelled(words.deferredTo, entry['deferred-to'], words));
  if (passages.length > 0) {
    lines.push(labelled(words.see, passages.map((id) => placeWords(id, places, language)).join('; '), words));
  }
  const signed = [entry.by, entry.date].filter((part) => part !== undefined).join(', ');
  if (signed !== '') lines.push([plain(signed)]);
  if (reaction !== undefined) {
    lines.push(labelled(words.reaction, words.reactions[reaction as ReactionColumn] ?? reaction, words));
  }
  return lines;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
