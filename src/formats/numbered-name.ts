/**
 * Names something numbered as its title does: `Box 2`; a number of the earlier text stands apart: `Box (former 2)`.
 * @param word what it is, in the document's language
 * @param label its number as printed; a label that is a name of its own (`Box A`) is kept as it is
 */
export function numberedName(word: string, label: string): string {
  if (label.toLowerCase().includes(word.toLowerCase())) return label;
  return /^[^(]*\s[^(]*$/u.test(label.trim()) ? `${word} (${label})` : `${word} ${label}`;
}
