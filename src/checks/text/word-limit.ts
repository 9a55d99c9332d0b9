import type { Check, CheckContext } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import type { SectionSource } from '../../model/section.ts';
import { plainText } from '../../text/plain-text.ts';
import { countWords } from '../../text/words.ts';
import { sayAt } from '../say.ts';

/** Sections, and the whole text, against their limits in words. */
export const wordLimit: Check = {
  id: 'text/word-limit',
  about: 'Sections and the whole text stay within their limits in words, notes included.',
  why: `A text over its limit is cut by somebody else, or not read to the end.

Reports of the United Nations Secretariat are limited to 8,500 words, notes included. A section's limit is \`word-limit\` in its front matter, else \`word-limits.section\` in penholder.yaml; that of the whole text is \`word-limits.document\`. Annexes count for themselves, not for the whole.`,
  severity: 'warning',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: '---\ntitle: Introduction\nword-limit: 4\n---\n\nEvery child has rights, everywhere. ^p-7k2m9qd\n',
    passing: '---\ntitle: Introduction\nword-limit: 40\n---\n\nEvery child has rights, everywhere. ^p-7k2m9qd\n',
  },
  run: ({ text, workspace }: CheckContext) => {
    const limits = workspace.process['word-limits'] ?? {};
    const counts = (text?.sections ?? []).map((section) => ({
      section,
      words: wordsOf(section, workspace.process.language),
    }));
    const own = counts.flatMap(({ section, words }) => sectionFinding(section, words, limits.section));
    const total = counts.reduce(
      (sum, { section, words }) => sum + (section.frontMatter.part === 'annex' ? 0 : words),
      0,
    );
    return [...own, ...documentFinding(total, limits.document)];
  },
};

/** A title in the front matter counts as well, unless the text repeats it as its first heading. */
function wordsOf({ tree, frontMatter }: SectionSource, language: string): number {
  const first = tree.children[0];
  const titled = first?.type === 'heading' && first.depth === 1;
  return countWords(plainText(tree), language) + (titled ? 0 : countWords(frontMatter.title ?? '', language));
}

function sectionFinding(section: SectionSource, words: number, general: number | undefined): Finding[] {
  const ownLimit = section.frontMatter['word-limit'];
  const limit = ownLimit ?? general;
  if (limit === undefined || words <= limit) return [];
  const message = `The section has ${words} words, notes included; its limit is ${limit}.`;
  const hint = `Take out ${words - limit} words, or agree on another limit.`;
  return [sayAt(wordLimit, section.file, { key: ['word-limit'] }, { message, hint })];
}

function documentFinding(words: number, limit: number | undefined): Finding[] {
  if (limit === undefined || words <= limit) return [];
  const message = `The text has ${words} words, notes included and annexes left out; its limit is ${limit}.`;
  const hint = `Take out ${words - limit} words, or move parts to an annex.`;
  return [sayAt(wordLimit, 'penholder.yaml', { key: ['word-limits', 'document'] }, { message, hint })];
}
