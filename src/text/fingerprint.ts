/** The only user of node:crypto: hashing, nothing else. */
import { createHmac, hash } from 'node:crypto';
import type { Node } from 'unist';
import { splitWords } from './words.ts';

/** Nodes that say something beyond their words. */
const TARGETS: Readonly<Record<string, (node: Node) => string>> = {
  link: (node) => String((node as { url?: unknown }).url),
  image: (node) => String((node as { url?: unknown }).url),
  figure: (node) => String((node as { url?: unknown }).url),
  crossReference: (node) => `#${String((node as { target?: unknown }).target)}`,
  footnoteReference: (node) => `^${String((node as { identifier?: unknown }).identifier)}`,
  citation: (node) => JSON.stringify((node as { items?: unknown }).items),
};

/**
 * Fingerprint of the words of a passage: 16 hexadecimal characters.
 *
 * Wrapping, white space, formatting and the shape of quotes and dashes make no difference; words, numbers, targets of
 * links and what is cited do.
 *
 * @param passage A node of a tree, or text.
 */
export function fingerprintWords(passage: Node | string): string {
  const parts: string[] = [];
  if (typeof passage === 'string') addWords(parts, passage);
  else collect(passage, parts);
  return contentHash(parts.join('\n')).slice(0, 16);
}

/**
 * SHA-256 of a content, in hexadecimal.
 *
 * @param content Bytes, or text taken as UTF-8.
 */
export function contentHash(content: Uint8Array | string): string {
  // Unlike an object that takes content in pieces, this leaves nothing behind: a survey has hundreds of thousands of inputs.
  return hash('sha256', content, 'hex');
}

/**
 * HMAC-SHA-256 of a content, in hexadecimal: without the key nobody can try names until one fits.
 *
 * @param key Any text that stays outside git.
 * @param content Taken as UTF-8.
 */
export function keyedHash(key: string, content: string): string {
  return createHmac('sha256', key).update(content).digest('hex');
}

/** A paragraph of a megabyte has more words than a call can take arguments. */
function addWords(parts: string[], text: string): void {
  for (const word of splitWords(text)) parts.push(word);
}

/** Words of a node in order; text that formatting cuts in two is put together first. */
function collect(node: Node, parts: string[]): void {
  const pending: string[] = [];
  const flush = (): void => {
    addWords(parts, pending.join(''));
    pending.length = 0;
  };
  const mark = (text: string): void => {
    flush();
    parts.push(`\u0000${text}`);
  };
  walk(node, { add: (text) => pending.push(text), mark });
  flush();
}

interface Collector {
  readonly add: (text: string) => void;
  readonly mark: (text: string) => void;
}

const INLINE: ReadonlySet<string> = new Set(
  'text emphasis strong delete inlineCode link crossReference bracket agreed insertion deletion'.split(' '),
);

function walk(node: Node, collector: Collector): void {
  const target = TARGETS[node.type];
  if (target) collector.mark(target(node));
  const { value, alt, title, term, children } = node as {
    value?: unknown;
    alt?: unknown;
    title?: unknown;
    term?: unknown;
    children?: Node[];
  };
  const isBlock = !INLINE.has(node.type);
  if (isBlock) collector.add(' ');
  for (const text of node.type === 'link' ? [value] : [value, alt, title, term]) {
    if (typeof text === 'string') collector.add(isBlock ? ` ${text} ` : text);
  }
  for (const child of children ?? []) walk(child, collector);
  if (isBlock) collector.add(' ');
}
