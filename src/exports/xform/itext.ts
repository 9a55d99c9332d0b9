import { xmlText } from '../../files/xml-text.ts';
import { type SurveyForm, translated } from '../../text/forms/survey-form.ts';
import { element, lines } from './element.ts';

/** Texts of a form in all its languages, collected while the rest is written. */
export interface Itext {
  /**
   * Adds a text.
   *
   * @param id Its id.
   * @param cells Cells of the row.
   * @param text Columns it is made of, and how names in it are written.
   * @returns Whether the row says anything in these columns; if not, nothing is added.
   */
  readonly add: (id: string, cells: Readonly<Record<string, string>>, text: TextColumns) => boolean;
  readonly xml: () => string;
}

/** What a text is made of. */
export interface TextColumns {
  /** Columns and the form of the value each becomes: none for words, `guidance`, `image` … */
  readonly columns: readonly (readonly [column: string, form: string | undefined])[];
  /** Path of a name in the text. */
  readonly pathOf: (name: string) => string;
}

/** Where survey programs look for files. */
const FOLDERS: Readonly<Record<string, string>> = {
  image: 'jr://images/',
  'big-image': 'jr://images/',
  audio: 'jr://audio/',
  video: 'jr://video/',
};

/**
 * Texts of a form.
 *
 * @param form A form; where it names no language, its texts are in one called `default`.
 */
export function itext({ languages }: Pick<SurveyForm, 'languages'>): Itext {
  const texts = new Map<string, string[]>(languages.map((language) => [language, []]));
  const add: Itext['add'] = (id, cells, { columns, pathOf }) => {
    const used = columns.filter(([column]) => languages.some((language) => cellIn(cells, column, language) !== ''));
    if (used.length === 0) return false;
    for (const language of languages) {
      const values = used.map(([column, form]) => {
        const cell = cellIn(cells, column, language) || fallback(cells, column, languages);
        return element('value', [['form', form]], (FOLDERS[column] ?? '') + withOutputs(cell, pathOf));
      });
      texts.get(language)?.push(element('text', [['id', id]], values.join('')));
    }
    return true;
  };
  const xml = (): string => {
    const all = languages.map((language, index) =>
      element(
        'translation',
        [
          ['lang', language === '' ? 'default' : language],
          ['default', index === 0 ? 'true()' : undefined],
        ],
        lines(texts.get(language) ?? []),
      ),
    );
    return element('itext', [], lines(all));
  };
  return { add, xml };
}

/** A cell of a language; a column without one speaks for all. */
function cellIn(cells: Readonly<Record<string, string>>, column: string, language: string): string {
  return cells[translated(column, language)] ?? cells[column] ?? '';
}

/** What is not translated is shown in the language that comes first: an empty question can't be answered. */
function fallback(cells: Readonly<Record<string, string>>, column: string, languages: readonly string[]): string {
  return languages.map((language) => cellIn(cells, column, language)).find((cell) => cell !== '') ?? '';
}

/** Names of answers shown in a text; anything else between braces stays words, so that no text becomes an expression. */
const SHOWN = /\$\{\s*([\p{L}_][\p{L}\p{N}_.-]*)\s*\}/u;

function withOutputs(cell: string, pathOf: (name: string) => string): string {
  const parts = cell.split(SHOWN);
  return parts
    .map((part, index) => (index % 2 === 0 ? xmlText(part) : element('output', [['value', pathOf(part)]])))
    .join('');
}
