import type { Paragraph, PhrasingContent } from 'mdast';

/** One attribute of a question: `` `minutes: 10` ``. */
export interface Attribute {
  readonly key: string;
  readonly value: string;
}

/** Names of the columns of survey programs begin with this. */
const FORM_PREFIX = 'form-';

/**
 * The attributes in a paragraph that begins with them: inline code of the form `key: value`, set apart by space.
 *
 * @param paragraph The first paragraph below a heading.
 * @param isKnown Whether a key may open such a paragraph; where it also holds words, only a known key does.
 * @returns The attributes, and what stands on the lines below them; undefined for a paragraph of words.
 */
export function takeAttributes(
  paragraph: Paragraph,
  isKnown: (key: string) => boolean,
): { readonly attributes: readonly Attribute[]; readonly rest: readonly PhrasingContent[] } | undefined {
  const attributes: Attribute[] = [];
  const { children } = paragraph;
  for (const [index, child] of children.entries()) {
    if (child.type === 'text' && child.value.trim() === '') continue;
    const attribute = child.type === 'inlineCode' ? parseAttribute(child.value) : undefined;
    if (attribute !== undefined) attributes.push(attribute);
    else {
      const rest = wordsBelow(children.slice(index));
      return rest !== undefined && attributes.some(({ key }) => isKnown(key)) ? { attributes, rest } : undefined;
    }
  }
  return attributes.length === 0 ? undefined : { attributes, rest: [] };
}

/** Words count as the next paragraph only where they begin on a line of their own. */
function wordsBelow([first, ...others]: readonly PhrasingContent[]): readonly PhrasingContent[] | undefined {
  if (first?.type !== 'text' || !/^[^\S\n]*\n/u.test(first.value)) return undefined;
  return [{ type: 'text', value: first.value.trimStart() }, ...others];
}

/**
 * Reads `key: value`. The name of a column (`form-bind::esri:type: …`) may hold colons that no space follows.
 *
 * @param code Text of inline code.
 * @returns Undefined where it is not of that form.
 */
export function parseAttribute(code: string): Attribute | undefined {
  const text = code.trim();
  const isForm = text.startsWith(FORM_PREFIX);
  const match =
    (isForm && /^(\S(?:.*?\S)??)\s*:(?:\s+(.*))?$/u.exec(text)) || /^([a-z][a-z-]*)\s*:\s*(.*)$/u.exec(text);
  if (!match?.[1]) return undefined;
  const value = (match[2] ?? '').trim();
  return { key: match[1], value: isForm ? value.replaceAll('&#10;', '\n') : value };
}

/** The column of a survey form that an attribute's key names; undefined for any other key. */
export function formColumn(key: string): string | undefined {
  return key.startsWith(FORM_PREFIX) && key.length > FORM_PREFIX.length ? key.slice(FORM_PREFIX.length) : undefined;
}
