/** Characters that XML 1.0 can't hold, not even escaped. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/**
 * Text as it may stand between tags or in an attribute; what XML can't hold is left out.
 *
 * @param text Any text.
 */
export function xmlText(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"\r]/gu, (character) => ENTITIES[character] ?? character);
}

/**
 * Text as the value of an attribute: line ends stay line ends.
 *
 * @param text Any text.
 */
export function xmlAttribute(text: string): string {
  return xmlText(text).replace(/\n/gu, '&#10;').replace(/\t/gu, '&#9;');
}
