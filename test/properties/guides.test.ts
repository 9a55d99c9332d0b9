import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html } from '../../src/formats/html.ts';
import { md } from '../../src/formats/md.ts';
import type { Assets } from '../../src/model/contracts.ts';
import { interviewGuide } from '../../src/questions/interview-guide.ts';
import { noteTemplate } from '../../src/questions/note-template.ts';
import { selfCompletion } from '../../src/questions/self-completion.ts';
import { readConsultationNote } from '../../src/sources/consultation-note/read-consultation-note.ts';
import { OPTIONS, PROCESS, small } from '../unit/questions/sample.ts';

const ASSETS: Assets = {
  picture: async () => undefined,
  shipped: async () => new Uint8Array(),
  shippedIn: async () => [],
  settings: {},
  report: () => undefined,
};
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const WORD = fc.stringMatching(/^[\p{L}\p{N}][\p{L}\p{N}*_`<>&"'{}[\]#|-]{0,8}$/u);
const TITLE = fc.array(WORD, { minLength: 1, maxLength: 5 }).map((words) => `What ${words.join(' ')} then?`);
const TYPES = ['open', 'one-of', 'several-of', 'scale', 'number', 'date', 'yes-no', 'matrix'] as const;
const QUESTION = fc.record({ title: TITLE, type: fc.constantFrom(...TYPES), required: fc.boolean(), hint: TITLE });

/** A questionnaire of any questions, whose words hold all signs that mean something in Markdown or HTML. */
const QUESTIONNAIRE = fc.array(QUESTION, { minLength: 1, maxLength: 6 }).map((questions) => {
  const escaped = (words: string): string => words.replace(/[\\`*_[\]<>{}#&|]/gu, String.raw`\$&`);
  const body = questions.map(({ title, type, required, hint }, index) => {
    const shown = index > 0 ? ` \`shown-if: q${index} answered\`` : '';
    return [
      `## ${escaped(title)} {#q${index + 1}}`,
      `\`type: ${type}\` \`required: ${required ? 'yes' : 'no'}\`${shown}`,
      escaped(hint),
      '- `a` One\n- `b` Two',
      ...(type === 'matrix' ? ['1. `r` Row'] : []),
    ].join('\n\n');
  });
  return small(body.join('\n\n'));
});

describe('whatever is asked', () => {
  it('stands in the guide and in the questionnaire, each question once', async () => {
    await fc.assert(
      fc.asyncProperty(QUESTIONNAIRE, async (set) => {
        for (const document of [interviewGuide(set, OPTIONS), selfCompletion(set, OPTIONS)]) {
          const headings = text(await md.render(document, ASSETS)).match(/^#+ \d+\\?\. /gmu) ?? [];
          expect(headings).toHaveLength(set.source.questions.length);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('can be filled in on a screen: the page holds a field for every question and no words as markup', async () => {
    await fc.assert(
      fc.asyncProperty(QUESTIONNAIRE, async (set) => {
        const page = text(await html.render(selfCompletion(set, OPTIONS), ASSETS));
        for (const { id } of set.source.questions) expect(page).toContain(`data-field="${id}"`);
        expect(page.match(/<script/gu)).toHaveLength(1);
      }),
      { numRuns: 20 },
    );
  });

  it('is taken in again from a filled note, each answer under its question', () => {
    fc.assert(
      fc.property(QUESTIONNAIRE, (set) => {
        const head = 'round: first\ngroup: experts\nmethod: survey\ndate: 2022-09-14';
        let count = 0;
        const filled = noteTemplate(set.source, PROCESS, head).replace(/^- $/gmu, () => {
          count += 1;
          return `- Answer ${count}`;
        });
        const { note } = readConsultationNote(filled, 'consultations/first/a.md', PROCESS);
        expect(note?.inputs.map(({ question, text: words }) => `${question} ${words}`)).toEqual(
          set.source.questions.map(({ id }, index) => `${id} Answer ${index + 1}`),
        );
      }),
      { numRuns: 50 },
    );
  });
});
