import type { Nodes, Parents } from 'mdast';
import type { PassageRef } from '../model/change-log.ts';
import type { Document } from '../model/document.ts';
import { noteOf } from './note-marks.ts';
import { noCounts, type PlaceCounts, placeOf } from './place.ts';
import { CELL_BORDER, readTokens, shownText, type Token } from './tokens.ts';

/** Words that a container carries as an attribute, read as a passage of their own. */
export type AttributeRole = 'box-title' | 'term' | 'addressee' | 'deadline' | 'caption';

/** Passages are only ever linked within a family, or from a table to text and back. */
type Family = 'text' | 'row' | 'code' | 'figure' | 'note' | 'attribute' | 'rule';

/** A passage: the smallest block that is compared as one. */
export interface Passage {
  /** Place among the passages in reading order; -1 for blocks without words, which are only carried along. */
  readonly order: number;
  readonly node: Nodes;
  /** Where an attribute of the container is the passage, which one. */
  readonly attribute?: AttributeRole;
  /** Containers from the section inwards; the root left out. */
  readonly path: readonly Parents[];
  readonly family: Family;
  /** Node type as told to readers: the first paragraph of an item is `listItem`, a footnote's `footnoteDefinition`. */
  readonly type: string;
  readonly id?: string;
  readonly number?: string;
  readonly tokens: readonly Token[];
  /** Equal for passages of one family whose words are equal. */
  readonly key: string;
  /** How many words it has. */
  readonly words: number;
  /** Words of the heading it stands under. */
  readonly heading: string;
  readonly ref: PassageRef;
}

/** Whether two passages may be one: of one family, or a row that became text, or text that became a row. */
export function areKindred(a: Passage, b: Passage): boolean {
  if (a.family === b.family) return true;
  const [row, other] = a.family === 'row' ? [a, b] : [b, a];
  return row.family === 'row' && other.family === 'text' && other.type !== 'heading' && !other.attribute;
}

/** A document as passages. */
export interface Passages {
  /** All leaf blocks in reading order, those without words included. */
  readonly leaves: readonly Passage[];
  /** Those with words. */
  readonly passages: readonly Passage[];
}

interface Reader {
  readonly leaves: Passage[];
  count: number;
  heading: string;
  sectionTitle: string;
  /** Words of the last heading below the section's own. */
  headingTitle: string;
  readonly places: PlaceCounts;
  /** Ids of the passages that refer to each note, by its identifier: what a note says belongs to them. */
  readonly citedBy: Map<string, string[]>;
}

const TEXT_LEAVES: ReadonlySet<string> = new Set(['heading', 'paragraph', 'formField']);
const OTHER_LEAVES: ReadonlyMap<string, Family> = new Map([
  ['tableRow', 'row'],
  ['code', 'code'],
  ['figure', 'figure'],
  ['thematicBreak', 'rule'],
]);

/** Who should do it, and by when: never compared with words of the text. */
const OF_RECOMMENDATIONS: ReadonlySet<AttributeRole> = new Set(['addressee', 'deadline']);

/** The tokens of a table row, cell borders included. */
function rowTokens(row: Nodes): Token[] {
  if (row.type !== 'tableRow') return [];
  const border: Token = { kind: 'atom', key: CELL_BORDER, text: '|', lead: ' ', marks: [], node: row };
  return row.children.flatMap((cell, index) => {
    const tokens = readTokens(cell.children);
    const [first, ...rest] = tokens;
    const spaced = first && index > 0 ? [{ ...first, lead: ' ' as const }, ...rest] : tokens;
    return index === 0 ? spaced : [border, ...spaced];
  });
}

function leafTokens(node: Nodes): Token[] {
  if (node.type === 'tableRow') return rowTokens(node);
  if (node.type === 'figure') {
    const picture: Token = {
      kind: 'atom',
      key: `\u0001image ${node.url}`,
      text: node.alt,
      lead: '',
      marks: [],
      node,
    };
    return [picture, ...readTokens(node.children)];
  }
  if (node.type === 'code') return readTokens([node]);
  return 'children' in node ? readTokens(node.children) : [];
}

function familyOf(node: Nodes, path: readonly Parents[], attribute: AttributeRole | undefined): Family {
  if (attribute) return OF_RECOMMENDATIONS.has(attribute) ? 'attribute' : 'text';
  const family = OTHER_LEAVES.get(node.type);
  if (family) return family;
  return path.some((container) => container.type === 'footnoteDefinition') ? 'note' : 'text';
}

function typeOf(node: Nodes, path: readonly Parents[], attribute: AttributeRole | undefined): string {
  const parent = path.at(-1);
  if (attribute) return parent?.type ?? node.type;
  if (node.type !== 'paragraph' || !parent) return node.type;
  if (parent.type === 'listItem') return parent.children[0] === node ? 'listItem' : 'paragraph';
  return parent.type === 'alternative' || parent.type === 'footnoteDefinition' ? parent.type : 'paragraph';
}

/** The node that carries the id and number of a passage: an item's for its first paragraph. */
function carriers(node: Nodes, path: readonly Parents[]): Nodes[] {
  const parent = path.at(-1);
  const holds = parent && (parent.type === 'listItem' || parent.type === 'alternative') && parent.children[0] === node;
  return holds ? [node, parent] : [node];
}

function dataOf(nodes: readonly Nodes[], name: 'id' | 'number'): string | undefined {
  for (const node of nodes) {
    const value = node.data?.[name];
    if (value !== undefined && value !== '') return value;
  }
  return undefined;
}

function fileOf(path: readonly Parents[]): string {
  const section = path[0];
  return section?.type === 'section' ? (section.file ?? '') : '';
}

function withinOf(path: readonly Parents[], own: string | undefined): string[] {
  const ids = path.flatMap((container) => (container.type === 'section' ? [] : [container.data?.id]));
  return ids.filter((id): id is string => id !== undefined && id !== own);
}

/** Ids of the passages that refer to the note that a leaf stands in. */
function citing({ citedBy }: Reader, path: readonly Parents[]): readonly string[] {
  const note = path.find((container) => container.type === 'footnoteDefinition');
  return note?.type === 'footnoteDefinition' ? (citedBy.get(note.identifier) ?? []) : [];
}

/** Keeps which passage refers to which notes; in the text they come before the notes. */
function noteReferences(reader: Reader, tokens: readonly Token[], ids: readonly string[]): void {
  if (ids.length === 0) return;
  for (const token of tokens) {
    const identifier = noteOf(token);
    if (identifier !== undefined) reader.citedBy.set(identifier, [...(reader.citedBy.get(identifier) ?? []), ...ids]);
  }
}

function refOf(
  reader: Reader,
  leaf: Pick<Passage, 'node' | 'path' | 'type'> & { readonly attribute: boolean },
  ids: { id?: string; number?: string },
): PassageRef {
  const within = [...withinOf(leaf.path, ids.id), ...citing(reader, leaf.path)];
  return {
    file: fileOf(leaf.path),
    startLine: leaf.node.position?.start.line ?? 0,
    endLine: leaf.node.position?.end.line ?? 0,
    ...ids,
    type: leaf.type,
    section: reader.sectionTitle,
    ...(reader.headingTitle === '' ? {} : { heading: reader.headingTitle }),
    order: reader.count,
    ...(within.length > 0 ? { within } : {}),
    place: placeOf(reader.places, { ...leaf, ...(ids.number === undefined ? {} : { number: ids.number }) }),
  };
}

interface Leaf {
  readonly node: Nodes;
  readonly path: readonly Parents[];
  readonly tokens: readonly Token[];
  readonly attribute?: AttributeRole;
}

function addLeaf(reader: Reader, leaf: Leaf): void {
  const { node, path, tokens, attribute } = leaf;
  const silent = !tokens.some((token) => token.kind === 'word' || token.kind === 'atom' || token.kind === 'sign');
  const family = familyOf(node, path, attribute);
  const type = typeOf(node, path, attribute);
  const carrying = attribute ? [] : carriers(node, path);
  const id = dataOf(carrying, 'id');
  const number = dataOf(carrying, 'number');
  const ids = { ...(id === undefined ? {} : { id }), ...(number === undefined ? {} : { number }) };
  const keys = tokens.map((token) => token.key).join('\u0000');
  noteReferences(reader, tokens, id === undefined ? withinOf(path, undefined) : [id]);
  if (node.type === 'heading' && !attribute) startHeading(reader, node, keys);
  reader.leaves.push({
    order: silent ? -1 : reader.count,
    node,
    ...(attribute ? { attribute } : {}),
    path,
    family,
    type,
    ...ids,
    tokens,
    key: `${family}\u0000${keys}`,
    words: tokens.reduce((sum, token) => sum + (token.kind === 'word' ? 1 : 0), 0),
    heading: reader.heading,
    ref: refOf(reader, { node, path, type, attribute: attribute !== undefined }, ids),
  });
  if (!silent) reader.count += 1;
}

function titleOf(node: Nodes): string {
  return shownText(node).replace(/\s+/gu, ' ').trim();
}

function startHeading(reader: Reader, node: Extract<Nodes, { type: 'heading' }>, keys: string): void {
  reader.heading = keys;
  reader.headingTitle = node.depth === 1 ? '' : titleOf(node);
  if (node.depth === 1) reader.sectionTitle = titleOf(node);
}

/** The attributes of a container that hold words of the text, as plain text. */
export function attributeTexts(node: Nodes): { attribute: AttributeRole; text: string }[] {
  const texts: [AttributeRole, string | undefined][] = [];
  if (node.type === 'box') texts.push(['box-title', node.title]);
  if (node.type === 'termDefinition') texts.push(['term', node.term]);
  if (node.type === 'recommendation') texts.push(['addressee', node.for], ['deadline', node.by]);
  if (node.type === 'table') texts.push(['caption', node.data?.caption]);
  return texts.flatMap(([attribute, text]) => (text === undefined || text === '' ? [] : [{ attribute, text }]));
}

function visitAttributes(reader: Reader, node: Parents, path: readonly Parents[]): void {
  for (const { attribute, text } of attributeTexts(node)) {
    addLeaf(reader, { node, path, tokens: readTokens([{ type: 'text', value: text }]), attribute });
  }
}

function visit(reader: Reader, node: Nodes, path: readonly Parents[]): void {
  if (TEXT_LEAVES.has(node.type) || OTHER_LEAVES.has(node.type)) {
    addLeaf(reader, { node, path, tokens: leafTokens(node) });
    return;
  }
  if (!('children' in node)) return;
  if (node.type === 'section') startSection(reader, node);
  const inner = node.type === 'root' ? path : [...path, node];
  // Who should do it and by when is printed under a recommendation, all other such words above.
  if (node.type !== 'recommendation') visitAttributes(reader, node, inner);
  for (const child of node.children) visit(reader, child, inner);
  if (node.type === 'recommendation') visitAttributes(reader, node, inner);
}

function startSection(reader: Reader, section: Extract<Nodes, { type: 'section' }>): void {
  const first = section.children[0];
  reader.sectionTitle = first?.type === 'heading' ? titleOf(first) : (section.file ?? '');
  reader.heading = '';
  reader.headingTitle = '';
}

/**
 * Reads a document as passages in reading order.
 *
 * @param document a resolved document
 */
export function readPassages(document: Document): Passages {
  const reader: Reader = {
    leaves: [],
    count: 0,
    heading: '',
    sectionTitle: '',
    headingTitle: '',
    places: noCounts(),
    citedBy: new Map(),
  };
  visit(reader, document.root, []);
  return { leaves: reader.leaves, passages: reader.leaves.filter((leaf) => leaf.order >= 0) };
}
