/**
 * A heading, label or code for comparison: without markup, case, and what programs put around it.
 *
 * @param text As it stands.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/<[^<>]{1,80}>/gu, ' ')
    .replace(/[*_`]{2}/gu, '')
    .toLowerCase()
    .replace(/[\s\u00a0]+/gu, ' ')
    .replace(/^[\s"'“”«»]+|[\s"'“”«»:*]+$/gu, '');
}
