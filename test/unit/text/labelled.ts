import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Something marked in a labelled text. */
export interface Label {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

/** A line of a labelled text, without its marks. */
export interface Labelled {
  readonly script: string;
  readonly text: string;
  readonly labels: readonly Label[];
}

const FOLDER = fileURLToPath(new URL('../../cases/privacy/labelled', import.meta.url));

/** All labelled lines; those without labels are hard negatives. */
export function labelledLines(): readonly Labelled[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((name) => {
      const lines = readFileSync(join(FOLDER, name), 'utf8').split('\n');
      return lines
        .filter((line) => line.startsWith('- '))
        .map((line) => unmark(name.replace('.md', ''), line.slice(2)));
    });
}

function unmark(script: string, line: string): Labelled {
  const labels: Label[] = [];
  let text = '';
  let from = 0;
  for (const match of line.matchAll(/⟦([a-z-]+)\|([^⟧]+)⟧/gu)) {
    text += line.slice(from, match.index);
    const words = match[2] ?? '';
    labels.push({ kind: match[1] ?? '', start: text.length, end: text.length + words.length });
    text += words;
    from = match.index + match[0].length;
  }
  return { script, text: text + line.slice(from), labels };
}
