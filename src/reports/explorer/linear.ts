import type { BlockContent, PhrasingContent } from 'mdast';
import type { Section } from '../../model/document.ts';
import type {
  ExplorerChange,
  ExplorerData,
  ExplorerDecision,
  ExplorerInput,
  ExplorerPassage,
  ExplorerRedline,
} from '../../model/explorer.ts';
import type { ExplorerWords } from '../../model/explorer-words.ts';
import { fill, labels } from '../../model/labels.ts';
import { directionOf } from '../../text/language.ts';
import { heading, list, paragraph, plain, strong } from '../blocks.ts';

/** What the linear version is made from. */
export interface LinearContext {
  readonly data: ExplorerData;
  readonly words: ExplorerWords;
  readonly language: string;
  /** Titles of the sections of the text in the middle, with the ids of their passages. */
  readonly outline: readonly { readonly title: string; readonly ids: readonly string[] }[];
}

interface Index extends LinearContext {
  readonly colon: string;
  readonly passages: ReadonlyMap<string, ExplorerPassage>;
  readonly inputsOf: ReadonlyMap<string, readonly ExplorerInput[]>;
  readonly changesOf: ReadonlyMap<string, readonly PlacedChange[]>;
  /** Reasons of the responses, by ref of the input. */
  readonly reasonsOf: ReadonlyMap<string, string | undefined>;
}

/** A change with the titles of the stages between which it was made. */
interface PlacedChange {
  readonly change: ExplorerChange;
  readonly between: string;
}

/** The explorer for paper and for plain text: passage after passage, with its inputs and how it came to be. */
export function linearSections(context: LinearContext): Section[] {
  const index = indexOf(context);
  const { words, outline, data } = context;
  const shown = new Set(outline.flatMap(({ ids }) => ids));
  const gone = data.passages.filter(({ id }) => !shown.has(id)).map(({ id }) => id);
  return [
    section(words.explorer, [paragraph(words.about)]),
    ...outline.map(({ title, ids }) => section(title, passageBlocks(ids, index))),
    section(sentence(words.changes.deleted), passageBlocks(gone, index)),
    ...restSections(index),
  ].filter(({ children }) => children.length > 1);
}

function restSections({ data, words, ...rest }: Index): Section[] {
  const index = { data, words, ...rest };
  const open = data.inputs.filter(({ decision }) => decision === undefined);
  const elsewhere = data.inputs.filter(({ decision, passages }) => decision !== undefined && passages === undefined);
  const unexplained = neighbouring(data).flatMap((redline) =>
    redline.changes
      .filter((change) => change.unexplained === true)
      .map((change) => ({ change, between: betweenOf(redline, index) })),
  );
  return [
    section(words.noPassage, inputBlocks(elsewhere, index)),
    section(sentence(words.unanswered), inputBlocks(open, index)),
    section(
      words.unexplained,
      unexplained.length === 0 ? [] : [list(unexplained.map((one) => changeItem(one, index)))],
    ),
  ];
}

/** Words that stand in a list of values begin small; a title does not. */
function sentence(words: string): string {
  const [first = '', ...others] = Array.from(words);
  return first.toUpperCase() + others.join('');
}

function section(title: string, blocks: readonly BlockContent[]): Section {
  return { type: 'section', part: 'body', numbered: false, children: [heading(title, 1), ...blocks] };
}

function indexOf(context: LinearContext): Index {
  const { data, language } = context;
  const inputsOf = new Map<string, ExplorerInput[]>();
  for (const input of data.inputs) for (const id of input.passages ?? []) push(inputsOf, id, input);
  const changesOf = new Map<string, PlacedChange[]>();
  for (const redline of neighbouring(data)) {
    const between = betweenOf(redline, context);
    for (const change of redline.changes) {
      const [id] = change.ids;
      if (id !== undefined && change.kind !== 'unchanged') push(changesOf, id, { change, between });
    }
  }
  const passages = new Map(data.passages.map((passage) => [passage.id, passage]));
  const reasonsOf = new Map(data.inputs.map(({ ref, reason }) => [ref, reason]));
  return { ...context, reasonsOf, colon: labels(language).colon, passages, inputsOf, changesOf };
}

function push<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const items = map.get(key);
  if (items === undefined) map.set(key, [item]);
  else items.push(item);
}

/** Comparisons of each stage with the next: together they tell the whole way. */
function neighbouring({ stages, redlines }: ExplorerData): ExplorerRedline[] {
  return redlines.filter(({ from, to }) => {
    const place = stages.findIndex(({ id }) => id === from);
    return stages[place + 1]?.id === to;
  });
}

function betweenOf({ from, to }: ExplorerRedline, { data: { stages }, language }: LinearContext): string {
  const title = (id: string) => stages.find((stage) => stage.id === id)?.title ?? id;
  const arrow = directionOf(language) === 'rtl' ? '←' : '→';
  return `${title(from)} ${arrow} ${title(to)}`;
}

function passageBlocks(ids: readonly string[], index: Index): BlockContent[] {
  return ids.flatMap((id): BlockContent[] => {
    const passage = index.passages.get(id);
    const inputs = index.inputsOf.get(id) ?? [];
    const changes = index.changesOf.get(id) ?? [];
    if (passage === undefined || inputs.length + changes.length === 0) return [];
    const { words } = index;
    return [
      heading(passage.name, 2),
      paragraph(passage.words),
      ...(inputs.length === 0 ? [] : [paragraph([strong(words.behind)]), ...inputBlocks(inputs, index)]),
      ...(changes.length === 0
        ? []
        : [paragraph([strong(words.life)]), list(changes.map((change) => changeItem(change, index)))]),
    ];
  });
}

function inputBlocks(inputs: readonly ExplorerInput[], index: Index): BlockContent[] {
  return inputs.length === 0 ? [] : [list(inputs.map((input) => inputItem(input, index)))];
}

function inputItem(input: ExplorerInput, { words, colon }: Index): BlockContent[] {
  const { ref, from, text, decision, reason, together, restsOn = [], reaction } = input;
  const name = from === undefined ? ref : `${ref} (${from})`;
  const answer = together === undefined ? decisionWords(decision, words) : `${words.together} ${together}`;
  const reacted = reaction === undefined ? [] : [words.reactions[reaction]];
  const told = [answer, ...(reason === undefined ? [] : [reason]), ...restsOn, ...reacted];
  return [
    paragraph([strong(name), plain(`${colon}${text}`)]),
    paragraph([plain(`${words.response}${colon}${told.join(' — ')}`)]),
  ];
}

function decisionWords(decision: string | undefined, words: ExplorerWords): string {
  return decision === undefined ? words.unanswered : words.decisions[decision as ExplorerDecision];
}

const NODES = { '+': 'insertion', '-': 'deletion' } as const;

function changeItem({ change, between }: PlacedChange, { words, colon, data, reasonsOf }: Index): BlockContent[] {
  const { kind, place, reasons, runs, substantive } = change;
  const judged = substantive === true ? words.substantive : words.editorial;
  const told = reasons.map(({ input, words: own }) => {
    const reason = own ?? reasonsOf.get(input ?? '') ?? '';
    return input === undefined ? reason : `${input}${colon}${reason}`;
  });
  const why = told.length > 0 ? told.join(' · ') : words.noReason;
  const said = typeof runs === 'number' ? [plain(data.texts[runs] ?? '')] : runs.map(runNode);
  return [
    paragraph(`${between}${colon}${place} (${words.changes[kind]}, ${judged})`),
    paragraph(said),
    ...(told.length > 0 || change.unexplained === true
      ? [paragraph(fill('{w}{c}{r}', { w: words.why, c: colon, r: why }))]
      : []),
  ];
}

function runNode(run: string): PhrasingContent {
  const [sign, text] = [run[0], run.slice(1)];
  return sign === '+' || sign === '-' ? { type: NODES[sign], children: [plain(text)] } : plain(text);
}
