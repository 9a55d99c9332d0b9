import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Every character of the text has a glyph in a font. */
export const charactersMissing: Check = readingCheck({
  id: 'pdf/characters-missing',
  about: 'Every character of the text has a glyph in a font.',
  why: `Readers would see a mark where a word should be.

PDF/UA-1 (ISO 14289-1), 7.21: no undefined glyphs.`,
  severity: 'warning',
  needs: ['text'],
});
