import type { Nodes, PhrasingContent } from 'mdast';
import { type Context, type NodeOf, type PhrasingType, placeOf, targetOf } from './context.ts';
import { footnoteReference } from './footnotes.ts';
import { call, type Literal, literal } from './source.ts';

type Emitter<Type extends PhrasingType> = (node: NodeOf<Type>, context: Context) => string;

/** Links that lead somewhere from a PDF. */
const OUTSIDE = /^(?:https?:\/\/|mailto:|tel:)/iu;

const wrapped =
  (name: string) =>
  (node: { readonly children: readonly PhrasingContent[] }, context: Context): string =>
    call(name, context.phrasing(node.children, context));

function optioned(
  name: string,
  options: { readonly [name: string]: Literal },
  children: readonly PhrasingContent[],
  context: Context,
): string {
  return call(name, literal(options), context.phrasing(children, context));
}

/** Opening and closing words around changed text, for who cannot see colour or lines. */
export function textMarks(word: string, context: Context): { open?: string; close?: string } {
  return context.meta.style.textMarks ? { open: `[${word}${context.words.colon}`, close: ']' } : {};
}

function link(node: NodeOf<'link'>, context: Context): string {
  const body =
    node.children.length > 0 ? context.phrasing(node.children, context) : literal(context.printable(node.url));
  if (node.url.startsWith('#')) return internal(node.url.slice(1), body, context);
  return OUTSIDE.test(node.url) ? call('web', literal(node.url), body) : call('run', body);
}

function internal(id: string, body: string, context: Context): string {
  const target = targetOf(id, context);
  return target === undefined || body === '' ? call('run', body) : call('to', literal(target), body);
}

function image(node: NodeOf<'image'>, context: Context): string {
  const path = pictureName(node.url, node, context);
  const alt = node.alt ?? '';
  if (path === undefined) {
    reportMissing(node, context);
    return literal(context.printable(`[${context.words.picture}${context.words.colon}${alt || node.url}]`));
  }
  return alt === ''
    ? call('inline-ornament', literal(path))
    : call('inline-picture', literal(path), literal(context.printable(alt)));
}

/**
 * Reports a picture that can't be read.
 * @param node the picture
 * @param context for its file
 */
export function reportMissing(
  node: { readonly url: string; readonly position?: NodeOf<'image'>['position'] },
  context: Context,
): void {
  context.gathered.findings.push({
    check: 'pdf/picture-missing',
    severity: 'warning',
    message: `The picture ${node.url} can't be read, so the PDF shows its description instead.`,
    why: 'Readers of the PDF would miss what the picture says.',
    hint: 'Put the picture into the workspace, as PNG, JPEG, GIF, WebP or SVG, and correct its path.',
    place: placeOf(node, context),
  });
}

/**
 * Registers a picture under a name of ours, since paths of a document never reach Typst.
 * @returns the name, or undefined where the picture is missing
 */
export function pictureName(
  url: string,
  node: { readonly position?: NodeOf<'image'>['position'] },
  context: Context,
): string | undefined {
  const kind = context.kindOf(url);
  if (kind === undefined) return undefined;
  const { pictures } = context.gathered;
  const known = [...pictures].find(([, use]) => use.url === url)?.[0];
  if (known !== undefined) return known;
  const name = `/pictures/${pictures.size + 1}.${kind}`;
  pictures.set(name, { url, place: placeOf(node, context) });
  return name;
}

/** Emitters of what stands inside a paragraph, by type. */
const PHRASING = {
  agreed: (node, context) => optioned('agreed', { source: shown(node.sourceTag, context) }, node.children, context),
  bracket: (node, context) => optioned('open', { by: shown(node.by, context) }, node.children, context),
  break: () => 'br()',
  citation: (node, context) => joined(node.children, context),
  crossReference: (node, context) => internal(node.target, context.phrasing(node.children, context), context),
  delete: (node, context) => call('run', context.phrasing(node.children, { ...context, dress: 'gone' })),
  deletion: (node, context) => changed('deleted', context.words.deleted, node.children, context),
  emphasis: wrapped('em'),
  footnoteReference,
  image,
  inlineCode: (node, context) => dressed(call('code', literal(context.printable(node.value))), context),
  insertion: (node, context) => changed('inserted', context.words.inserted, node.children, context),
  link,
  strong: wrapped('st'),
  text: (node, context) => dressed(literal(context.printable(unwrapped(node.value))), context),
} satisfies { readonly [Type in PhrasingType]: Emitter<Type> };

/** Words wear the innermost of the changes they stand in, since a strike in an underline is forbidden in PDF/UA. */
function dressed(source: string, context: Context): string {
  if (context.dress === undefined) return source;
  if (context.inNote) return call('dressed-note', literal(context.dress), source);
  return context.dress === 'gone' ? call('gone', source) : call('dressed', literal(context.dress), source);
}

function changed(
  kind: 'inserted' | 'deleted',
  word: string,
  children: readonly PhrasingContent[],
  context: Context,
): string {
  const inner: Context = { ...context, dress: kind };
  const { open, close } = textMarks(word, context);
  const words = context.phrasing(children, inner);
  if (open === undefined || close === undefined) return call('run', words);
  return call('run', dressed(literal(open), inner), words, dressed(literal(close), inner));
}

function shown(text: string | undefined, context: Context): string | undefined {
  return text === undefined ? undefined : context.printable(text);
}

function joined(children: readonly PhrasingContent[], context: Context): string {
  return call('run', context.phrasing(children, context));
}

/** Line breaks of the source are spaces, and nothing between two Chinese or Japanese characters. */
const CJK = '\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef';
const CJK_BREAK = new RegExp(`(?<=[${CJK}])[ \\t]*\\r?\\n[ \\t]*(?=[${CJK}])`, 'gu');

function unwrapped(text: string): string {
  return /[\t\n\r]/u.test(text)
    ? text.replace(CJK_BREAK, '').replace(/(?:(?<![ \t])[ \t]+)?[\t\n\r]+[ \t]*/gu, ' ')
    : text;
}

/**
 * Tells whether a node stands inside a paragraph.
 * @param node any node of a Document
 */
export function isPhrasing(node: Nodes): node is NodeOf<PhrasingType> {
  return Object.hasOwn(PHRASING, node.type);
}

/**
 * Emits phrasing as arguments of a call: `"The ",em("best"),fn(…)`.
 * @param nodes children of a paragraph, heading or cell
 * @param context what emitters know
 */
export function emitPhrasing(nodes: readonly PhrasingContent[], context: Context): string {
  return nodes
    .filter(isPhrasing)
    .map((node) => (PHRASING[node.type] as (node: unknown, context: Context) => string)(node, context))
    .filter((source) => source !== '')
    .join(',');
}
