import type { ResponseEntry } from '../model/response.ts';
import type { EditedResponses, ResponsesEdit } from './edit-responses.ts';
import { lineText } from './response-yaml.ts';

/**
 * A file of responses in JSON lines with some of them set anew; all other lines stay byte for byte.
 *
 * @param source Text of the file; empty where there is none.
 * @param edit What it is to hold.
 */
export function editResponseLines(source: string, { entries, order }: ResponsesEdit): EditedResponses {
  const wanted = new Map(entries.map((entry) => [entry.input, entry]));
  const lines = source === '' ? [] : source.replace(/\n$/u, '').split('\n');
  const edited = lines.map((line): { readonly text: string; readonly input?: string } => {
    const input = inputOf(line);
    if (input === undefined) return { text: line };
    const entry = wanted.get(input);
    wanted.delete(input);
    return { text: entry === undefined ? line : lineText(entry), input };
  });
  const texts = merged(edited, [...wanted.values()], order);
  return { text: texts.map((text) => `${text}\n`).join(''), findings: [] };
}

function inputOf(line: string): string | undefined {
  try {
    const value: unknown = JSON.parse(line);
    const input = typeof value === 'object' && value !== null ? (value as { input?: unknown }).input : undefined;
    return typeof input === 'string' ? input : undefined;
  } catch {
    return undefined;
  }
}

/** Puts new entries among the lines, each before the first line that answers a later input. */
function merged(
  lines: readonly { readonly text: string; readonly input?: string }[],
  added: readonly ResponseEntry[],
  order: ReadonlyMap<string, number>,
): readonly string[] {
  const place = (input: string | undefined) => (input === undefined ? -1 : (order.get(input) ?? -1));
  const waiting = [...added].sort((a, b) => place(a.input) - place(b.input));
  const texts: string[] = [];
  let next = 0;
  for (const { text, input } of lines) {
    for (let entry = waiting[next]; entry !== undefined && place(entry.input) < place(input); entry = waiting[next]) {
      texts.push(lineText(entry));
      next += 1;
    }
    texts.push(text);
  }
  return [...texts, ...waiting.slice(next).map(lineText)];
}
