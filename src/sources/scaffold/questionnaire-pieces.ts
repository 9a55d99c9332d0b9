/** Language in which every piece is there. */
const COMPLETE = 'en';

/** Pieces of a language. */
export interface PiecePicker {
  /** Text of a piece, in the language where there is one, else in English. */
  readonly text: (name: string) => string;
  /** Pieces that were asked for and stood in English. */
  readonly missing: () => readonly string[];
}

/**
 * Chooses pieces in a language: `pt-BR` takes those of `pt-BR`, else of `pt`, else of `en`.
 *
 * @param pieces Text of all pieces by path below `templates/questionnaires/`.
 * @param language BCP 47.
 * @throws RangeError where English lacks a piece: a fault of the installation.
 */
export function piecePicker(pieces: ReadonlyMap<string, string>, language: string): PiecePicker {
  const missing = new Set<string>();
  const base = language.split('-')[0] ?? language;
  const text = (name: string): string => {
    const own = pieces.get(`${language}/${name}`) ?? pieces.get(`${base}/${name}`);
    if (own !== undefined) return own;
    missing.add(name);
    const complete = pieces.get(`${COMPLETE}/${name}`);
    if (complete === undefined) throw new RangeError(`The template ${COMPLETE}/${name} is missing.`);
    return complete;
  };
  return { text, missing: () => [...missing] };
}

/** Makes words of the process and the draft stand in Markdown as the words they are. */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\\`*_[\]<>{}#]/gu, String.raw`\$&`);
}
