import { namePassage } from '../../changes/name-passage.ts';
import type { Process } from '../../model/process.ts';
import type { ResponseDecision } from '../../model/vocabulary.ts';
import { ACCEPTING } from '../../trace/response-state.ts';
import { type FoundPassage, findPassage, type StageView, stagesAfter } from '../places/stage-view.ts';
import { codeTitle } from '../reach/words.ts';
import type { SynopsisItem } from './items.ts';
import { mainDimension } from './said.ts';

/** One answer, and the inputs that have it. */
export interface UptakeEntry {
  readonly decision: ResponseDecision;
  readonly reason: string;
  readonly inputs: number;
  readonly voices: number;
  /** The first of them, as they may be called. */
  readonly refs: readonly string[];
  /** Ids, and what readers call them in which stage. */
  readonly passages: readonly { readonly id: string; readonly stage: string; readonly place: string }[];
}

/** Answers on one theme within a section. */
export interface UptakeTheme {
  /** Empty where an input has no code of that kind. */
  readonly title: string;
  readonly entries: readonly UptakeEntry[];
}

/** What became of the inputs on one section of the text. */
export interface UptakeSection {
  /** Empty for what is about no passage. */
  readonly title: string;
  readonly counts: Readonly<Partial<Record<ResponseDecision, number>>>;
  readonly takenUp: readonly UptakeTheme[];
  readonly notTakenUp: readonly UptakeTheme[];
}

/** What uptake is told with. */
export interface UptakeContext {
  readonly process: Process;
  /** In the order of the process, the text as it stands last. */
  readonly views: readonly StageView[];
}

const REFS = 8;

/** Groups the answers that may be told by section and theme, in the order of the text. */
export function uptake(items: readonly SynopsisItem[], context: UptakeContext): readonly UptakeSection[] {
  const sections = new Map<string, { order: number; items: Placed[] }>();
  for (const item of items) {
    if (item.response === undefined || !item.tells || item.response.decision === 'duplicate') continue;
    const placed = place(item, context);
    const known = sections.get(placed.section) ?? { order: Number.POSITIVE_INFINITY, items: [] };
    known.order = Math.min(known.order, placed.order);
    known.items.push(placed);
    sections.set(placed.section, known);
  }
  const ordered = [...sections].sort(([, one], [, other]) =>
    one.order < other.order ? -1 : one.order > other.order ? 1 : 0,
  );
  return ordered.map(([title, { items: own }]) => sectionOf(title, own, context));
}

interface Placed {
  readonly item: SynopsisItem;
  readonly section: string;
  readonly order: number;
  readonly found: readonly { readonly id: string; readonly place: FoundPassage }[];
}

/** The section of its first passage; of what was answered without one, the section it speaks of. */
function place(item: SynopsisItem, { process, views }: UptakeContext): Placed {
  const after = stagesAfter(views, process, item.note.frontMatter.round);
  const found = (item.response?.passages ?? []).flatMap((id) => {
    const one = findPassage(after, id);
    return one === undefined ? [] : [{ id, place: one }];
  });
  const first =
    found[0]?.place ?? (item.input.question === undefined ? undefined : findPassage(after, item.input.question));
  return { item, section: first?.ref.section ?? '', order: first?.ref.order ?? Number.POSITIVE_INFINITY, found };
}

function sectionOf(title: string, placed: readonly Placed[], { process }: UptakeContext): UptakeSection {
  const counts: Partial<Record<ResponseDecision, number>> = {};
  for (const { item } of placed) {
    const decision = item.response?.decision;
    if (decision !== undefined) counts[decision] = (counts[decision] ?? 0) + 1;
  }
  const isTaken = ({ item }: Placed) => ACCEPTING.has(item.response?.decision ?? '');
  return {
    title,
    counts,
    takenUp: themesOf(placed.filter(isTaken), process),
    notTakenUp: themesOf(
      placed.filter((one) => !isTaken(one)),
      process,
    ),
  };
}

function themesOf(placed: readonly Placed[], process: Process): readonly UptakeTheme[] {
  const dimension = mainDimension(process);
  const order = (process.codebook?.[dimension ?? '']?.values ?? []).map(({ id }) => `${dimension}/${id}`);
  const themes = new Map<string, Placed[]>();
  const rank = new Map(order.map((code, index) => [code, index] as const));
  for (const one of placed) {
    const code = firstOf(one.item.input.codes, rank);
    const known = themes.get(code);
    if (known === undefined) themes.set(code, [one]);
    else known.push(one);
  }
  return [...order, ''].flatMap((code) => {
    const own = themes.get(code);
    return own === undefined
      ? []
      : [{ title: code === '' ? '' : codeTitle(code, process), entries: entriesOf(own, process) }];
  });
}

/** The first of some codes in the order of the process; empty where none of them is of that kind. */
function firstOf(codes: readonly string[], rank: ReadonlyMap<string, number>): string {
  let [first, least] = ['', Number.POSITIVE_INFINITY];
  for (const code of codes) {
    const own = rank.get(code) ?? least;
    if (own < least) [first, least] = [code, own];
  }
  return first;
}

/** Inputs with the same answer are one entry. */
function entriesOf(placed: readonly Placed[], { language }: Process): readonly UptakeEntry[] {
  const entries = new Map<string, Placed[]>();
  for (const one of placed) {
    const { decision, reason, passages } = one.item.response ?? {};
    const key = `${decision}\u0000${reason}\u0000${passages?.join('\u0000') ?? ''}`;
    const known = entries.get(key);
    if (known === undefined) entries.set(key, [one]);
    else known.push(one);
  }
  return [...entries.values()].flatMap((own): UptakeEntry[] => {
    const [first] = own;
    const response = first?.item.response;
    if (first === undefined || response === undefined) return [];
    return [
      {
        decision: response.decision,
        reason: response.reason,
        inputs: own.length,
        // Named beside one another, those whose words may not be read would be told by those that may.
        voices: new Set(own.map(({ item }) => (item.disclosure.words === 'verbatim' ? item.voice : item.input))).size,
        refs: own.slice(0, REFS).map(({ item }) => item.ref),
        passages: first.found.map(({ id, place: { stage, ref } }) => ({
          id,
          stage: stage.title,
          place: namePassage(ref, language) || ref.section,
        })),
      },
    ];
  });
}
