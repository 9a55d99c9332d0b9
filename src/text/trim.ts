/** Text without white space at its end as Markdown knows it: a non-breaking space is text. */
export function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t\r\n'.includes(text[end - 1] ?? '')) end--;
  return text.slice(0, end);
}
