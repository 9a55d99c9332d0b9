import type { Distribution } from '../document.ts';

/** Languages that labels exist in. */
export type LanguageOfLabels = 'en' | 'fr' | 'es' | 'ar' | 'ru' | 'zh';

/** Things with a number that running text refers to. */
export type ReferenceKind =
  | 'paragraph'
  | 'paragraphs'
  | 'section'
  | 'annex'
  | 'table'
  | 'figure'
  | 'box'
  | 'recommendation'
  | 'footnote'
  | 'page';

/** How dates are written. Months count from January. */
export interface DateWords {
  /** Month names as they stand after a day. */
  readonly months: readonly string[];
  /** Month names as they stand without a day. */
  readonly monthsAlone: readonly string[];
  /** The first of a month: `1`, `1er`. */
  readonly firstDay: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly beforeTime: string;
}

/** What places in a text are called, beside the things with a number; with `{n}`, their number or words. */
export interface PlaceWords {
  /** A place of the earlier text. */
  readonly former: string;
  readonly row: string;
  readonly headingRow: string;
  readonly item: string;
  /** A lettered note. */
  readonly note: string;
  readonly title: string;
  readonly heading: string;
  readonly definition: string;
  /** A passage without a number, with `{n}`, the numbered one before it. */
  readonly after: string;
  /** Between the parts of a place: `annex II, paragraph 2`. */
  readonly separator: string;
}

/** Words in one language. Names in braces are filled in. */
export interface Labels {
  readonly language: LanguageOfLabels;
  readonly contents: string;
  readonly page: string;
  readonly of: string;
  /** `Page {n} of {of}`. */
  readonly pageOf: string;
  readonly footnotes: string;
  readonly notes: string;
  readonly box: string;
  readonly recommendation: string;
  readonly recommendations: string;
  readonly forWhom: string;
  readonly byWhen: string;
  readonly definition: string;
  readonly alternatives: string;
  readonly alternativesHint: string;
  readonly inserted: string;
  readonly deleted: string;
  /** With `{n}`, the other place as a reader would call it. */
  readonly movedFrom: string;
  readonly movedTo: string;
  readonly edited: string;
  readonly split: string;
  readonly merged: string;
  /** With `{n}`, the passage it was part of. */
  readonly splitFrom: string;
  /** With `{n}`, the passage it is one with now. */
  readonly mergedWith: string;
  /** With `{n}`, a number of the earlier text as it was printed. */
  readonly formerNumber: string;
  readonly paragraph: string;
  readonly paragraphs: string;
  readonly section: string;
  readonly annex: string;
  readonly table: string;
  readonly figure: string;
  readonly bracketed: string;
  /** With `{by}`, who put the brackets. */
  readonly bracketedBy: string;
  readonly agreedLanguage: string;
  /** With `{source}`, where the language was agreed. */
  readonly agreedFrom: string;
  readonly legend: string;
  readonly legendText: {
    readonly inserted: string;
    readonly deleted: string;
    /** Said in the looks of text that moved away, and of text that moved here. */
    readonly movedFrom: string;
    readonly movedTo: string;
    readonly formerNumbers: string;
    readonly changeBar: string;
  };
  readonly draftNotForCitation: string;
  /** With `{date}`. */
  readonly embargoedUntil: string;
  readonly distribution: Readonly<Record<Distribution, string>>;
  readonly skipToContent: string;
  readonly backToText: string;
  readonly linkToHere: string;
  /** With `{change}`, the entry of the change log. */
  readonly changedIn: string;
  readonly abbreviations: string;
  readonly glossary: string;
  readonly bibliography: string;
  readonly acknowledgements: string;
  readonly version: string;
  /** What the text is called as it stands in the folder. */
  readonly workingDraft: string;
  readonly stage: string;
  readonly date: string;
  readonly symbol: string;
  readonly authors: string;
  readonly required: string;
  readonly optional: string;
  readonly chooseOne: string;
  readonly chooseAny: string;
  readonly picture: string;
  readonly yes: string;
  readonly no: string;
  /** What comes between a label and what it labels: `: ` or ` : `. */
  readonly colon: string;
  readonly places: PlaceWords;
  readonly references: Readonly<Record<ReferenceKind, string>>;
  readonly dates: DateWords;
}
