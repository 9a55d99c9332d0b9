/** What is no prose, in the order in which it is taken out. */
const NO_PROSE: readonly RegExp[] = [
  // Front matter keys, so that only values are read.
  /^(?:- )?[\p{L}][\p{L}\p{N}_-]*:(?=\s|$)/gmu,
  /```[\s\S]{0,2000}?```/gu,
  /`[^`\n]{1,400}`/gu,
  /<!--[\s\S]{0,2000}?-->/gu,
  /<\/?[a-z][^<>\n]{0,400}>/giu,
  /\]\([^()\n]{0,600}\)/gu,
  /\bhttps?:\/\/[^\s<>"')\]]{1,600}/giu,
  /(?:www\.)[^\s<>"')\]]{1,300}/giu,
  /\{[^{}\n]{1,300}\}/gu,
  /(?<=\s|^)#[\p{L}][\p{L}\p{N}_./-]{0,120}/gmu,
  /(?<=\s|^)\^[A-Za-z][\w-]{0,63}$/gmu,
  /&[a-z]{2,8};/giu,
  /[^\s@]{1,64}@[^\s@]{1,128}/gu,
];

/**
 * A text of the same length in which only prose is left, so that offsets hold: code, addresses, tags, ids and marks of
 * formatting become spaces.
 *
 * @param text Markdown, or plain text.
 */
export function proseOf(text: string): string {
  const blanked = NO_PROSE.reduce((rest, pattern) => rest.replace(pattern, blank), text);
  return blanked.replace(/[*_[\]|>#]/gu, ' ');
}

/** Line ends stay, since names do not cross them. */
function blank(found: string): string {
  return found.replace(/[^\r\n]/gu, ' ');
}
