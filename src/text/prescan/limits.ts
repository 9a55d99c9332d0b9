/** What Markdown may hold before it takes longer to parse than any honest text is worth. */
export const LIMITS = {
  /** Characters of a whole file. */
  file: 8 * 1024 * 1024,
  /** Lines that a parser reads at once, such as those of one list; blank ones and code included. */
  lines: 50_000,
  /** Paragraphs, headings, items and tables that a parser reads at once. */
  blocks: 12_000,
  /** Characters of a paragraph, heading or list item. */
  paragraph: 16 * 1024,
  /** Characters of a table. */
  table: 48 * 1024,
  /** Characters of a table all of whose rows begin with a bar, so that they are parsed some at a time. */
  tallTable: 512 * 1024,
  /** Marks (`*`, `_`, `[` …) of a paragraph, or of one row of a table. */
  delimiters: 1500,
  /** Marks of a whole table. */
  tableDelimiters: 6000,
  /** Quotes and lists inside one another. */
  depth: 40,
  /** Underlined headings that a parser reads at once. */
  setext: 400,
  /** Lines that a parser reads at once and on which a list begins inside a list. */
  doubleMarkers: 1000,
  /** `:::` inside one another. */
  directives: 16,
  /** Changes between paragraphs, lists, quotes and notes that a parser reads at once. */
  turns: 4000,
} as const;

/** Which limit a block is over. */
export type LimitName = keyof typeof LIMITS;

/** Each limit in words, as the end of "This block …". */
export const LIMIT_WORDS: Readonly<Record<LimitName, string>> = {
  file: 'is part of a file of more than 8 MB',
  lines: 'comes after 50,000 lines that belong together',
  blocks: 'comes after 12,000 paragraphs, headings and list items that belong together',
  paragraph: 'is longer than 16 KB without a blank line',
  table: 'is a table of more than 48 KB whose rows do not all begin with "|"',
  tallTable: 'is a table of more than 512 KB',
  delimiters: 'holds more than 1,500 marks such as "*", "_", "[" or "`"',
  tableDelimiters: 'is a table with more than 6,000 marks such as "*", "_", "[" or "`"',
  depth: 'holds quotes or lists more than 40 levels deep',
  setext: 'comes after 400 underlined headings that belong together',
  doubleMarkers: 'comes after 1,000 lines on which a list begins inside a list',
  directives: 'holds ":::" more than 16 levels deep',
  turns: 'comes after 4,000 changes between paragraphs, lists, quotes and notes that belong together',
};
