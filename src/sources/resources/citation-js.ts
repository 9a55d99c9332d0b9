/**
 * The one place that knows @citation-js. It is told what it reads: left to guess, it would take a line that looks like
 * an address for one, and fetch it.
 */

/** What is used of it; the packages have no types of their own. */
interface CitationJs {
  readonly plugins: {
    readonly input: {
      readonly chain: (
        data: string,
        options: { readonly forceType: string; readonly generateGraph: boolean },
      ) => unknown[];
    };
  };
}

const TYPES = { bibtex: '@bibtex/text', biblatex: '@biblatex/text', ris: '@ris/file' } as const;

/** Reads the text of one entry as CSL-JSON; throws where it is malformed. */
export type ReadEntry = (text: string) => readonly Readonly<Record<string, unknown>>[];

/**
 * Loads the reader of a format.
 *
 * @param format BibTeX, its younger dialect BibLaTeX, or RIS.
 */
export async function entryReader(format: keyof typeof TYPES): Promise<ReadEntry> {
  // @ts-expect-error the package has no types
  const loaded = (await import('@citation-js/core')) as CitationJs & { readonly default?: CitationJs };
  // A CommonJS package: once bundled, all that it exports stands under `default`.
  const core = loaded.plugins === undefined ? (loaded.default ?? loaded) : loaded;
  // @ts-expect-error the package has no types
  if (format !== 'ris') await import('@citation-js/plugin-bibtex');
  // @ts-expect-error the package has no types
  else await import('@citation-js/plugin-ris');
  return (text) =>
    core.plugins.input
      .chain(text, { forceType: TYPES[format], generateGraph: false })
      .filter((entry): entry is Readonly<Record<string, unknown>> => typeof entry === 'object' && entry !== null);
}
