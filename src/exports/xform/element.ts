import { xmlAttribute } from '../../files/xml-text.ts';

/** Attributes in order; an empty one is left out. */
export type ElementAttributes = readonly (readonly [name: string, value: string | undefined])[];

/**
 * Writes an element.
 *
 * @param name Its name.
 * @param attributes In order; those that are undefined are left out.
 * @param content XML inside it, already escaped.
 */
export function element(name: string, attributes: ElementAttributes = [], content = ''): string {
  const all = attributes
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${xmlAttribute(value)}"`))
    .join('');
  return content === '' ? `<${name}${all}/>` : `<${name}${all}>${content}</${name}>`;
}

/** Elements one to a line inside another. */
export function lines(elements: readonly string[]): string {
  const some = elements.filter((one) => one !== '');
  return some.length === 0 ? '' : `\n${some.join('\n')}\n`;
}
