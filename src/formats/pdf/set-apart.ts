/** Blocks that are set apart from the running text. */
import type { Blockquote, Code, Nodes } from 'mdast';
import type { Alternative, Alternatives, Box, Notes, Recommendation, TermDefinition } from '../../model/document.ts';
import { container } from './blocks.ts';
import { changeOptions, withoutLink } from './changes.ts';
import { anchorOf, type Context, headline, placeOf } from './context.ts';
import { noteBody } from './footnotes.ts';
import { call, literal, type SourceLine } from './source.ts';

function shown(text: string | undefined, context: Context): string | undefined {
  return text === undefined ? undefined : context.printable(text);
}

/** What happened to the title: what happened to all, or that it came or went though the content stayed. */
function titleChange(node: Nodes, context: Context): ReturnType<typeof changeOptions> {
  const frame = node.data?.frame;
  return changeOptions(frame === undefined ? context : { ...context, change: { kind: frame, change: '' } });
}

/** Text in a frame. */
export function box(node: Box, context: Context): SourceLine[] {
  const options = {
    id: anchorOf(node.data?.id, context),
    title: shown(headline(context.words.box, node.data, node.title), context),
    role: node.data?.role === 'picture' ? 'picture' : undefined,
    change: titleChange(node, context),
  };
  return container(`boxed(${literal(options)},`, node.children, node, withoutNote(context, options.title));
}

/** Where a title already carries the link of a move, the first block must not repeat it. */
function withoutNote(context: Context, title: string | undefined): Context {
  return title === undefined ? context : withoutLink(context);
}

/** What somebody should do: for whom, and by when. */
export function recommendation(node: Recommendation, context: Context): SourceLine[] {
  const { words } = context;
  const facts = [
    [words.forWhom, node.for],
    [words.byWhen, node.by],
  ].filter((fact): fact is [string, string] => fact[1] !== undefined);
  const options = {
    id: anchorOf(node.data?.id, context),
    title: shown(headline(words.recommendation, node.data, undefined) ?? words.recommendation, context),
    facts: facts.map(([word, value]) => [`${word}${words.colon}`, context.printable(value)]),
    change: titleChange(node, context),
  };
  return container(`advice(${literal(options)},`, node.children, node, withoutNote(context, options.title));
}

/** A term and what it means. */
export function termDefinition(node: TermDefinition, context: Context): SourceLine[] {
  const options = {
    id: anchorOf(node.data?.id, context),
    term: context.printable(node.term),
    change: changeOptions(context),
  };
  return container(`term(${literal(options)},`, node.children, node, withoutNote(context, options.term));
}

/** Versions of a paragraph of which one will stay. */
export function alternatives(node: Alternatives, context: Context): SourceLine[] {
  const { words } = context;
  const options = {
    id: anchorOf(node.data?.id, context),
    title: `${words.alternatives}. ${words.alternativesHint}`,
    change: titleChange(node, context),
  };
  return container(`choices(${literal(options)},`, node.children, node, context);
}

/** One of them; its number goes to its first paragraph. */
export function alternative(node: Alternative, context: Context): SourceLine[] {
  const options = { id: anchorOf(node.data?.id, context) };
  return container(`choice(${literal(options)},`, numbered(node), node, context);
}

function numbered(node: Alternative): readonly Nodes[] {
  const [first, ...rest] = node.children;
  const label = node.data?.label;
  if (label === undefined || first?.type !== 'paragraph' || first.data?.label !== undefined) return node.children;
  return [{ ...first, data: { ...first.data, label } }, ...rest];
}

/** Words of somebody else. */
export function blockquote(node: Blockquote, context: Context): SourceLine[] {
  const head = `quoted(${literal({ id: anchorOf(node.data?.id, context) })},`;
  return container(head, node.children, node, context);
}

/** Words around code would look like code: what happened to it stands before it. */
function codeChange(context: Context): ReturnType<typeof changeOptions> {
  const change = changeOptions(context);
  if (change?.open === undefined) return change;
  const kind = context.change?.kind === 'deleted' ? context.words.deleted : context.words.inserted;
  return { ...change, open: undefined, close: undefined, note: kind };
}

/** Text that keeps its lines. */
export function code(node: Code, context: Context): SourceLine[] {
  const options = { id: anchorOf(node.data?.id, context), change: codeChange(context) };
  const text = node.value.split('\n').map(context.printable).join('\n');
  return [{ text: call('listing', literal(options), literal(text)), place: placeOf(node, context) }];
}

/** Lettered notes under a table or at the foot of a box. */
export function notes(node: Notes, context: Context): SourceLine[] {
  const entries = node.children.map((note) => {
    const { letter, anchor } = context.gathered.letters.get(note) ?? { letter: '', anchor: undefined };
    return { letter: context.printable(letter), source: call('foot-note', literal(anchor), noteBody(note, context)) };
  });
  if (entries.length === 0) return [];
  const letters = literal(entries.map((entry) => entry.letter));
  return [
    { text: call('foot-notes', letters, ...entries.map((entry) => entry.source)), place: placeOf(node, context) },
  ];
}
