import type { FootnoteDefinition, Root } from 'mdast';
import { type AnyNode, walk, wellFormed, wordsOf } from '../tree.ts';

/** Where the parts of a document can be linked to. */
export interface Anchors {
  /** The `id` of a node's element; undefined where it has none. */
  readonly idOf: (node: object) => string | undefined;
  /** The `id` that a passage id leads to; undefined where no passage has it. */
  readonly target: (id: string) => string | undefined;
  readonly definition: (identifier: string) => FootnoteDefinition | undefined;
  /** How often a footnote is referred to in the whole document. */
  readonly references: (identifier: string) => number;
}

/** Names the page itself uses. */
const RESERVED = ['doc-title', 'doc-content', 'doc-contents', 'doc-contents-title', 'doc-notes'];

/** What the id of a numbered thing without one begins with. */
const PREFIXES: Readonly<Record<string, string>> = {
  paragraph: 'par',
  alternative: 'par',
  table: 'table',
  figure: 'figure',
  box: 'box',
  recommendation: 'recommendation',
};

/**
 * Gives every passage a place to be linked to: its own id, else one made from its number or words.
 * @param root of a Document
 */
export function collectAnchors(root: Root): Anchors {
  const nodes: AnyNode[] = [];
  walk(root as AnyNode, (node) => nodes.push(node));
  const names = new Names();
  const targets = new Map<string, string>();
  // What is no longer in the text gives way to what is, where both carry the id of one passage.
  for (const node of [...nodes.filter((each) => !isGone(each)), ...nodes.filter(isGone)]) {
    const id = node.data?.id;
    if (id === undefined || targets.has(id)) continue;
    targets.set(id, names.take(node, id));
  }
  for (const node of nodes) {
    const name = names.has(node) ? undefined : madeUpName(node);
    if (name !== undefined) names.take(node, name);
  }
  return { idOf: (node) => names.of(node), target: (id) => targets.get(id), ...footnotes(nodes) };
}

class Names {
  readonly #taken = new Set<string>(RESERVED);
  readonly #byNode = new Map<object, string>();
  /** Highest number given to a name so far, so that the thousandth of a name does not try them all. */
  readonly #counts = new Map<string, number>();

  has(node: object): boolean {
    return this.#byNode.has(node);
  }

  of(node: object): string | undefined {
    return this.#byNode.get(node);
  }

  /** Gives a node a name, with a number behind it where the name is taken. */
  take(node: object, wanted: string): string {
    const plain = wellFormed(wanted).replace(/\s+/gu, '-');
    // The parts of an explorer page go by names that begin so.
    const base = plain.startsWith('doc-x-') ? `at-${plain}` : plain;
    let name = base;
    let count = this.#counts.get(base) ?? 1;
    while (this.#taken.has(name)) {
      count += 1;
      name = `${base}-${count}`;
    }
    this.#counts.set(base, count);
    this.#taken.add(name);
    this.#byNode.set(node, name);
    return name;
  }
}

function isGone({ data }: AnyNode): boolean {
  return data?.change?.kind === 'deleted' || data?.change?.kind === 'moved-from';
}

function madeUpName(node: AnyNode): string | undefined {
  if (node.type === 'heading') return `h-${slug(wordsOf(node)) || 'untitled'}`;
  const prefix = PREFIXES[node.type];
  const number = node.data?.number;
  return prefix === undefined || number === undefined ? undefined : `${prefix}-${slug(number)}`;
}

/** Letters and digits of any script, with hyphens between them; at most 60 characters. */
function slug(words: string): string {
  const parts = words.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return [...parts.join('-')].slice(0, 60).join('').replace(/-$/u, '');
}

function footnotes(nodes: readonly AnyNode[]): Pick<Anchors, 'definition' | 'references'> {
  const definitions = new Map<string, FootnoteDefinition>();
  const counts = new Map<string, number>();
  for (const node of nodes) {
    if (node.type === 'footnoteDefinition') {
      const definition = node as unknown as FootnoteDefinition;
      if (!definitions.has(definition.identifier)) definitions.set(definition.identifier, definition);
    } else if (node.type === 'footnoteReference') {
      const { identifier } = node as unknown as FootnoteDefinition;
      counts.set(identifier, (counts.get(identifier) ?? 0) + 1);
    }
  }
  return { definition: (id) => definitions.get(id), references: (id) => counts.get(id) ?? 0 };
}

/** A link to a place in the page. */
export function hrefTo(id: string): string {
  return `#${encodeURIComponent(id)}`;
}
