import type { Nodes, PhrasingContent } from 'mdast';
import { type Spacing, spaceRuns } from '../spacing.ts';
import type { Token } from '../tokens.ts';
import type { TokenRun } from '../words.ts';
import { copyOld, type Names } from './notes.ts';

/** What is written into insertions and deletions. */
export interface InlineMark {
  readonly change?: string;
  /** What parts of the earlier stage are called beside those of the later. */
  readonly names: Names;
}

type State = 'kept' | 'deleted' | 'inserted';

/** A token in its place in the marked-up version. */
interface Placed {
  readonly token: Token;
  readonly state: State;
  /** Inline nodes around it, those of the earlier stage replaced by their later counterparts. */
  readonly marks: readonly Nodes[];
  /** Number of the run it belongs to: runs are never joined. */
  readonly run: number;
  /** The same in the earlier stage, where it was written otherwise. */
  readonly former?: Token;
  /** Where it led in the earlier stage; empty for nowhere. */
  readonly led?: string;
}

/** Which inline node of the later stage an earlier one became: they hold a kept word in common. */
function counterparts(runs: readonly TokenRun[]): Map<Nodes, Nodes> {
  const found = new Map<Nodes, Nodes>();
  for (const run of runs) {
    if (run.kind !== 'kept') continue;
    run.from.forEach((token, index) => {
      const marks = run.to[index]?.marks ?? [];
      token.marks.forEach((mark, depth) => {
        const other = marks[depth];
        if (other && other.type === mark.type && !found.has(mark)) found.set(mark, other);
      });
    });
  }
  return found;
}

/** Links of the later stage that led elsewhere in the earlier one, with both addresses. */
function ledElsewhere(became: ReadonlyMap<Nodes, Nodes>): Map<Nodes, Nodes> {
  const found = new Map<Nodes, Nodes>();
  for (const [earlier, later] of became) {
    if (earlier.type !== 'link' || later.type !== 'link' || found.has(later)) continue;
    // Places in the text are told by the reference itself.
    if (earlier.url === later.url || earlier.url.startsWith('#') || later.url.startsWith('#')) continue;
    found.set(later, { ...later, data: { ...later.data, formerUrl: earlier.url } });
  }
  return found;
}

/** Where words in some nodes lead in the earlier stage; empty for nowhere. */
function addressOf(marks: readonly Nodes[]): string {
  for (const mark of marks) if (mark.type === 'link') return mark.data?.formerUrl ?? mark.url;
  return '';
}

/** Where words led, where that is not where the nodes led that they stand in now; places in the text are none. */
function formerAddress(led: string, marks: readonly Nodes[]): string | undefined {
  const leads = addressOf(marks);
  return led === leads || led.startsWith('#') || leads.startsWith('#') ? undefined : led;
}

function place(runs: readonly TokenRun[], names: Names): Placed[] {
  const became = counterparts(runs);
  const elsewhere = ledElsewhere(became);
  for (const [earlier, later] of became) became.set(earlier, elsewhere.get(later) ?? later);
  const laterMarks = ({ marks }: Token) =>
    elsewhere.size === 0 ? marks : marks.map((mark) => elsewhere.get(mark) ?? mark);
  const earlier = (token: Token) =>
    token.marks.map((mark) => {
      const known = became.get(mark) ?? copyOld(mark, names);
      became.set(mark, known);
      return known;
    });
  return runs.flatMap((run, number): Placed[] => {
    if (run.kind === 'deleted') {
      return run.from.map((token) => ({ token, state: 'deleted', marks: earlier(token), run: number }));
    }
    const before = run.kind === 'kept' ? run.from : [];
    return run.to.map((token, index) => {
      const former = before[index];
      const differs = former !== undefined && former.text !== token.text;
      const marks = laterMarks(token);
      const led = former && { led: addressOf(former.marks) };
      return { token, state: run.kind, marks, run: number, ...led, ...(differs && { former }) };
    });
  });
}

/** For each opening bracket the place of its closing one, where both have one state and nothing else cuts across. */
function bracketPairs(placed: readonly Placed[]): Map<number, number> {
  const open = new Map<Nodes, number>();
  const candidates: [number, number][] = [];
  placed.forEach(({ token }, index) => {
    if (token.kind === 'open') open.set(token.node, index);
    const start = token.kind === 'close' ? open.get(token.node) : undefined;
    if (start !== undefined && fits(placed, start, index)) candidates.push([start, index]);
  });
  // Of two brackets that cross, the earlier one stays a bracket; the signs of the other are shown as signs.
  const pairs = new Map<number, number>();
  for (const [start, end] of candidates.sort((a, b) => a[0] - b[0])) {
    const crosses = [...pairs].some(([s, e]) => s < start && start < e && e < end);
    if (!crosses) pairs.set(start, end);
  }
  return pairs;
}

function fits(placed: readonly Placed[], start: number, end: number): boolean {
  const [first, last] = [placed[start], placed[end]];
  if (first?.state !== last?.state) return false;
  return first?.state === 'kept' || first?.run === last?.run;
}

/** A piece of inline content that still has to be put into the nodes around it. */
interface Piece {
  readonly node: PhrasingContent;
  readonly around: readonly Nodes[];
}

function copyAround(mark: Nodes, children: PhrasingContent[]): PhrasingContent {
  if (mark.type === 'inlineCode') {
    return { ...mark, value: children.map((child) => ('value' in child ? child.value : '')).join('') };
  }
  return { ...mark, children } as PhrasingContent;
}

/** Whether two nodes are words that can be joined; those that were written otherwise stand alone. */
function sameText(a: PhrasingContent | undefined, b: PhrasingContent): boolean {
  if (a?.type !== 'text' || b.type !== 'text') return false;
  const url = a.data?.formerUrl;
  if (url === undefined) return a.data === undefined && b.data === undefined;
  return a.data?.former === undefined && b.data?.former === undefined && b.data?.formerUrl === url;
}

/** Puts neighbouring pieces that share a node around them into one copy of it. */
function nest(pieces: readonly Piece[], depth: number): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (let start = 0; start < pieces.length; ) {
    const piece = pieces[start];
    if (!piece) break;
    const mark = piece.around[depth];
    let end = start + 1;
    if (mark) {
      while (pieces[end]?.around[depth] === mark) end += 1;
      result.push(copyAround(mark, nest(pieces.slice(start, end), depth + 1)));
    } else {
      const last = result.at(-1);
      if (sameText(last, piece.node) && last?.type === 'text' && piece.node.type === 'text') {
        result[result.length - 1] = { ...last, value: last.value + piece.node.value };
      } else result.push(piece.node);
    }
    start = end;
  }
  return result;
}

/** The insertion or deletion of one run; one object a run, so that its words are grouped. */
function changeMarks(placed: readonly Placed[], mark: InlineMark): Map<number, Nodes> {
  const marks = new Map<number, Nodes>();
  for (const { state, run } of placed) {
    if (state === 'kept' || marks.has(run)) continue;
    const change = mark.change === undefined ? {} : { change: mark.change };
    marks.set(run, { type: state === 'deleted' ? 'deletion' : 'insertion', ...change, children: [] });
  }
  return marks;
}

function leafOf({ token, state, former, led, marks }: Placed, mark: InlineMark): PhrasingContent {
  const formerUrl = led === undefined ? undefined : formerAddress(led, marks);
  const data = formerUrl === undefined ? {} : { data: { formerUrl } };
  const leaf: PhrasingContent =
    token.kind !== 'atom'
      ? { type: 'text', value: token.text, ...data }
      : ((state === 'deleted' ? copyOld(token.node, mark.names) : token.node) as PhrasingContent);
  if (former === undefined || NUMBERED_ANEW.has(leaf.type)) return leaf;
  return {
    ...leaf,
    data: { ...leaf.data, former: [{ type: 'text', value: former.text, ...data }] },
  } as PhrasingContent;
}

/** Their numbers are counted in every version. */
const NUMBERED_ANEW: ReadonlySet<string> = new Set(['footnoteReference', 'image']);

interface Context {
  readonly pairs: ReadonlyMap<number, number>;
  readonly changes: ReadonlyMap<number, Nodes>;
  readonly mark: InlineMark;
  readonly spacing: Spacing;
  /** True inside a bracket that is itself inserted or deleted as a whole. */
  readonly inside: boolean;
}

/** The nodes around a token, its insertion or deletion among them. */
function aroundOf(item: Placed, context: Context): readonly Nodes[] {
  const change = context.inside ? undefined : context.changes.get(item.run);
  if (!change) return item.marks;
  return innermost(item.marks, change);
}

/** A space that one stage has, between words that both have. */
function loneSpace(only: 'from' | 'to', around: readonly Nodes[]): Piece {
  const [value, former] = only === 'to' ? [' ', []] : ['', [{ type: 'text' as const, value: ' ' }]];
  return { node: { type: 'text', value, data: { former } }, around };
}

function spacePiece(lead: Token['lead'], around: readonly Nodes[], formerUrl?: string): Piece[] {
  if (lead === '') return [];
  const data = formerUrl === undefined ? {} : { data: { formerUrl } };
  return [{ node: lead === ' ' ? { type: 'text', value: ' ', ...data } : lead, around }];
}

/** What two neighbours stand in together; their insertion or deletion innermost, whatever else parts them. */
function sharedMarks(own: readonly Nodes[], before: readonly Nodes[], changed: boolean): Nodes[] {
  const [lookOwn, lookBefore] = [own, before].map((marks) => marks.filter((mark) => !isChange(mark)));
  const end = lookOwn?.findIndex((mark, depth) => mark !== lookBefore?.[depth]) ?? -1;
  const looks = end === -1 ? (lookOwn ?? []) : (lookOwn ?? []).slice(0, end);
  const change = changed ? own.find((mark) => isChange(mark) && before.includes(mark)) : undefined;
  if (change !== undefined) return innermost(looks, change);
  // Code that is changed in part is several pieces of code.
  const isParted = looks.at(-1)?.type === 'inlineCode' && [...own, ...before].some(isChange);
  return isParted ? looks.slice(0, -1) : looks;
}

/** Code can hold nothing, so that it stands inside of what happened to it. */
function innermost(marks: readonly Nodes[], change: Nodes): Nodes[] {
  const last = marks.at(-1);
  return last?.type === 'inlineCode' ? [...marks.slice(0, -1), change, last] : [...marks, change];
}

/** The space before a token: in its insertion or deletion, or outside, in the nodes it shares with its neighbour. */
function leadPieces(placed: readonly Placed[], index: number, context: Context): Piece[] {
  const [item, previous, space] = [placed[index], placed[index - 1], context.spacing.before[index]];
  if (!item || !previous || !space) return [];
  const own = aroundOf(item, context);
  if (space.where === 'inside') return spacePiece(space.lead, own);
  const before = aroundOf(previous, context);
  const shared = sharedMarks(own, before, space.where === 'shared');
  if (space.only !== undefined) return [loneSpace(space.only, shared)];
  const stay = item.led !== undefined && previous.led !== undefined;
  const led = item.led === previous.led ? (item.led ?? '') : '';
  return spacePiece(space.lead, shared, stay ? formerAddress(led, shared) : undefined);
}

function isChange(mark: Nodes): boolean {
  return mark.type === 'insertion' || mark.type === 'deletion';
}

/** Who holds a bracket of which only the signs are shown. */
function holderPieces({ kind, node }: Token, around: readonly Nodes[]): Piece[] {
  const by = kind === 'close' && node.type === 'bracket' ? (node.by ?? '').trim() : '';
  return by === '' ? [] : [{ node: { type: 'text', value: ` ${by}`, data: { role: 'label' } }, around }];
}

function piecesOf(placed: readonly Placed[], start: number, end: number, context: Context): Piece[] {
  const pieces: Piece[] = [];
  for (let index = start; index < end; index += 1) {
    const item = placed[index];
    if (!item) continue;
    const around = aroundOf(item, context);
    pieces.push(...leadPieces(placed, index, context));
    const close = context.pairs.get(index);
    if (close === undefined) {
      pieces.push({ node: leafOf(item, context.mark), around }, ...holderPieces(item.token, around));
      if (context.spacing.after.has(index)) pieces.push(...spacePiece(' ', around));
    } else {
      const inner = { ...context, inside: context.inside || item.state !== 'kept' };
      const children = nest(piecesOf(placed, index + 1, close, inner), 0);
      pieces.push({ node: { ...item.token.node, children } as PhrasingContent, around });
      index = close;
      if (context.spacing.after.has(index)) pieces.push(...spacePiece(' ', around));
    }
  }
  return pieces;
}

/**
 * Runs of tokens as inline nodes: words of one stage only in insertions and deletions, formatting of both stages kept.
 *
 * @param runs how the words of two passages differ
 * @param mark what the insertions and deletions carry
 */
export function markInline(runs: readonly TokenRun[], mark: InlineMark): PhrasingContent[] {
  const placed = place(runs, mark.names);
  const context: Context = {
    pairs: bracketPairs(placed),
    changes: changeMarks(placed, mark),
    mark,
    spacing: spaceRuns(runs),
    inside: false,
  };
  return nest(piecesOf(placed, 0, placed.length, context), 0);
}
