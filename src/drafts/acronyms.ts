import type { Section } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import { findingAt } from './finding.ts';
import { type AnyNode, textOf } from './tree.ts';

/** What the text says about acronyms. */
export interface Acronyms {
  /** Declared in the process, and introduced in the text as “Long Form (LF)”. */
  readonly known: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

interface Use {
  readonly acronym: string;
  readonly block: AnyNode;
  readonly file: string | undefined;
  readonly introduced: boolean;
}

/** Two capitals or more, digits allowed after the first: OHCHR, SDG, G20. Roman numerals and headings do not count. */
const ACRONYM = /(?<![\p{L}\p{N}/-])\p{Lu}{2}[\p{Lu}\p{N}]{0,8}(?![\p{L}\p{N}])/gu;
const ROMAN = /^[IVXLCDM]+$/u;
const BLOCKS = new Set(['paragraph', 'tableCell']);

/**
 * Finds the acronyms of the text, and those used before they were introduced.
 *
 * @param sections In reading order.
 * @param declared Acronyms of the process.
 */
export function findAcronyms(sections: readonly Section[], declared: Readonly<Record<string, string>>): Acronyms {
  const known = new Map(Object.entries(declared));
  const uses = sections.flatMap((section) => usesIn(section, section.file, known));
  const findings: Finding[] = [];
  const judged = new Set<string>();
  for (const use of uses) {
    if (judged.has(use.acronym)) continue;
    judged.add(use.acronym);
    if (!use.introduced && Object.hasOwn(declared, use.acronym)) findings.push(lateIntroduction(use));
  }
  return { known, findings };
}

function usesIn(node: AnyNode, file: string | undefined, known: Map<string, string>): Use[] {
  if (!BLOCKS.has(node.type)) {
    return 'children' in node ? node.children.flatMap((child) => usesIn(child as AnyNode, file, known)) : [];
  }
  const words = textOf(node);
  return [...words.matchAll(ACRONYM)]
    .filter(([acronym]) => !ROMAN.test(acronym))
    .map((match) => useAt(match, words, { block: node, file }, known));
}

function useAt(
  match: RegExpMatchArray,
  words: string,
  at: { block: AnyNode; file: string | undefined },
  known: Map<string, string>,
): Use {
  const [acronym] = match;
  const index = match.index ?? 0;
  const introduced = words[index - 1] === '(' && words[index + acronym.length] === ')';
  if (introduced && !known.has(acronym)) {
    const long = longForm(words.slice(0, index - 1).trimEnd(), acronym);
    if (long !== undefined) known.set(acronym, long);
  }
  return { ...at, acronym, introduced };
}

const SMALL_WORDS = new Set([
  'of',
  'the',
  'and',
  'for',
  'on',
  'in',
  'to',
  'de',
  'la',
  'le',
  'les',
  'des',
  'du',
  'y',
  'et',
]);

/** The words before the parenthesis whose initials are the acronym: “Office of the High Commissioner” for OHC. */
function longForm(before: string, acronym: string): string | undefined {
  const words = before.split(/\s+/u).slice(-2 * acronym.length - 4);
  for (let count = 2; count <= words.length; count += 1) {
    const tail = words.slice(-count);
    if (initials(tail) === acronym && !SMALL_WORDS.has(tail[0]?.toLowerCase() ?? '')) return tail.join(' ');
  }
  return undefined;
}

function initials(words: readonly string[]): string {
  return words
    .filter((word) => !SMALL_WORDS.has(word.toLowerCase()))
    .flatMap((word) => word.split('-'))
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}

function lateIntroduction(use: Use): Finding {
  return findingAt(use.block as never, use.file, {
    check: 'text/acronym-first-use',
    severity: 'warning',
    message: `The acronym ${use.acronym} is used here for the first time without its long form.`,
    why: 'Readers who do not know it have to search for its meaning.',
    hint: `Write the long form followed by (${use.acronym}) here, and the acronym alone from then on.`,
  });
}
