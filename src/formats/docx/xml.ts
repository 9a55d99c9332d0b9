import { xmlAttribute, xmlText } from '../../files/xml-text.ts';
import { wellFormed } from '../tree.ts';

/** Attributes of an element; undefined ones are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/**
 * Writes an element.
 *
 * @param name Name with its prefix, `w:p`.
 * @param attributes Its attributes, in the order given.
 * @param content What stands in it, as XML; empty pieces count for nothing.
 */
export function element(name: string, attributes: Attributes = {}, ...content: readonly string[]): string {
  let head = name;
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) head += ` ${key}="${typeof value === 'number' ? value : attribute(value)}"`;
  }
  let inner = '';
  for (const piece of content) inner += piece;
  return inner === '' ? `<${head}/>` : `<${head}>${inner}</${name}>`;
}

/** An element that only has a value. */
export function value(name: string, of: string | number): string {
  return element(name, { 'w:val': of });
}

/** What XML can't hold as it is; most words have none of it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const SPECIAL = /[\u0000-\u0008\u000b-\u001f\u007f&<>"\ud800-\udfff\ufffe\uffff]/;

function attribute(text: string): string {
  const isPlain = !SPECIAL.test(text) && !text.includes('\n') && !text.includes('\t');
  return isPlain ? text : xmlAttribute(wellFormed(text));
}

/** Words between tags. */
export function words(text: string): string {
  return SPECIAL.test(text) ? xmlText(wellFormed(text)) : text;
}
