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
    if (value !== undefined) head += ` ${key}="${xmlAttribute(wellFormed(String(value)))}"`;
  }
  const inner = content.join('');
  return inner === '' ? `<${head}/>` : `<${head}>${inner}</${name}>`;
}

/** An element that only has a value. */
export function value(name: string, of: string | number): string {
  return element(name, { 'w:val': of });
}

/** Words between tags. */
export function words(text: string): string {
  return xmlText(wellFormed(text));
}
