import { describe, expect, test } from 'vitest';
import { compareDocuments } from '../../../src/changes/compare-documents.ts';
import { acceptAll, rejectAll } from '../../../src/changes/mark-up/accept-reject.ts';
import { markUp } from '../../../src/changes/mark-up/mark-up.ts';
import type { WordView } from '../../../src/files/word/views.ts';
import { writeDocx } from '../../../src/formats/docx.ts';
import { html } from '../../../src/formats/html.ts';
import { md } from '../../../src/formats/md.ts';
import type { Document } from '../../../src/model/document.ts';
import { PAGE_ASSETS } from '../../deep/browser.ts';
import { draftOf, paragraphsOf } from '../../deep/docx/versions.ts';
import { wordsOf } from './documents.ts';

const REFS = { from: { id: 'zero', title: 'Zero draft' }, to: { id: 'second', title: 'Second draft' } };

const S = 'States should consult children before they decide on laws that concern them.';
const T = 'Budgets should show what is spent on children of every age and in every place.';
const rec = (t: string) => `:::recommendation{for="States" by="2023"}\n${t}\n:::`;
const box = (t: string) => `:::box{title="On words"}\n${t}\n:::`;
const def = (t: string) => `:::definition{term="Words"}\n${t}\n:::`;
const alt = (a: string, b: string) => `:::alternatives\n${a}\n\n${b}\n:::`;
const P = 'Nobody is left out because of where they live.';
const CASES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['a recommendation becomes a paragraph', [P, rec(S), `${P} So.`], [P, S, `${P} So.`]],
  ['a paragraph becomes a recommendation', [P, S, `${P} So.`], [P, rec(S), `${P} So.`]],
  ['a box becomes a paragraph', [P, box(S), `${P} So.`], [P, S, `${P} So.`]],
  ['a paragraph becomes a box', [P, S, `${P} So.`], [P, box(S), `${P} So.`]],
  ['a box becomes a recommendation', [P, box(S), `${P} So.`], [P, rec(S), `${P} So.`]],
  ['a definition becomes a paragraph', [P, def(S), `${P} So.`], [P, S, `${P} So.`]],
  ['the first alternative stays', [P, alt(S, T), `${P} So.`], [P, S, `${P} So.`]],
  ['the second alternative stays', [P, alt(S, T), `${P} So.`], [P, T, `${P} So.`]],
  ['a paragraph becomes the first alternative', [P, S, `${P} So.`], [P, alt(S, T), `${P} So.`]],
  ['a paragraph becomes the second alternative', [P, T, `${P} So.`], [P, alt(S, T), `${P} So.`]],
  ['a quotation becomes a paragraph', [P, `> ${S}`, `${P} So.`], [P, S, `${P} So.`]],
  ['two recommendations become one', [P, rec(S), rec(T), `${P} So.`], [P, rec(`${S} ${T}`), `${P} So.`]],
  ['a paragraph leaves a box', [P, box(`${S}\n\n${T}`), `${P} So.`], [P, box(S), T, `${P} So.`]],
  ['a paragraph enters a box', [P, box(S), T, `${P} So.`], [P, box(`${S}\n\n${T}`), `${P} So.`]],
  ['a list becomes a box', [P, `- ${S}\n- ${T}`, `${P} So.`], [P, box(`- ${S}\n- ${T}`), `${P} So.`]],
  ['a recommendation moves', [P, rec(S), `${P} So.`, T], [P, `${P} So.`, T, rec(S)]],
  [
    'an alternative with a list becomes a list',
    [P, alt(`- ${S}\n- ${T}`, `${T} Or not.`), `${P} So.`],
    [P, `- ${S}\n- ${T} Yes.`, `${P} So.`],
  ],
  [
    'a box with a list becomes a list',
    [P, box(`${P} First.\n\n- ${S}\n- ${T}`), `${P} So.`],
    [P, `${P} First.`, `- ${S}\n- ${T} Yes.\n- New item here.`, `${P} So.`],
  ],
  [
    'a paragraph is new between two of a box that went',
    [P, box(`${S}\n\n${T}`), `${P} So.`],
    [P, S, 'Something wholly new stands between them now.', T, `${P} So.`],
  ],
  ['a recommendation becomes a box', [P, rec(S), `${P} So.`], [P, box(`${S} Always.`), `${P} So.`]],
  ['a recommendation becomes an alternative', [P, rec(S), `${P} So.`], [P, alt(S, T), `${P} So.`]],
  ['recommendations become paragraphs', [P, rec(S), rec(T), `${P} So.`], [P, S, T, `${P} So.`]],
  ['paragraphs become recommendations', [P, S, T, `${P} So.`], [P, rec(S), rec(T), `${P} So.`]],
  ['a recommendation becomes two', [P, rec(`${S}\n\n${T}`), `${P} So.`], [P, rec(S), rec(T), `${P} So.`]],
  [
    'two recommendations become one of two paragraphs',
    [P, rec(S), rec(T), `${P} So.`],
    [P, rec(`${S}\n\n${T}`), `${P} So.`],
  ],
  ['alternatives become paragraphs', [P, alt(S, T), `${P} So.`], [P, S, T, `${P} So.`]],
  ['an item becomes a recommendation', [P, `- ${S}\n- ${T}`, `${P} So.`], [P, rec(S), `- ${T}`, `${P} So.`]],
  ['a recommendation becomes an item', [P, rec(S), `- ${T}`, `${P} So.`], [P, `- ${S}\n- ${T}`, `${P} So.`]],
];

function paragraphs(document: Document, view: WordView): string[] {
  return paragraphsOf(writeDocx(document, { media: new Map(), report: () => undefined }), view);
}

describe('frames that come and go around words that stay are rejected and accepted with all else', () => {
  test.each(CASES)('%s', (_, before, after) => {
    const [from, to] = [draftOf(before.join('\n\n')), draftOf(after.join('\n\n'))];
    const marked = { ...markUp(from, to, compareDocuments(from, to, REFS)), meta: to.meta };
    expect(wordsOf(acceptAll(marked))).toEqual(wordsOf(to));
    expect(wordsOf(rejectAll(marked))).toEqual(wordsOf(from));
    expect(paragraphs(marked, 'original')).toEqual(paragraphs({ ...from, meta: to.meta }, 'accepted'));
    expect(paragraphs(marked, 'accepted')).toEqual(paragraphs(to, 'accepted'));
  });
});

test('what a frame says is struck where the frame went, and underlined where it came', async () => {
  const stage = (blocks: readonly string[]) => draftOf(blocks.join('\n\n'));
  const [from, to] = [stage([P, rec(S), T]), stage([P, S, alt(T, `${T} Or not.`)])];
  const marked = { ...markUp(from, to, compareDocuments(from, to, REFS)), meta: to.meta };
  const [markdown, page] = await Promise.all([md, html].map((format) => format.render(marked, PAGE_ASSETS)));
  const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
  expect(decode(markdown)).toContain(`> <del>**Recommendation (former 1)**</del>\n>\n> 2\\. ${S}`);
  expect(decode(markdown)).toContain(`> <ins>**Alternatives.** One of these versions will stay.</ins>\n>\n> 3\\. ${T}`);
  expect(decode(page)).toMatch(/<p class="box-title"><del[^>]*>Recommendation \(former 1\)<\/del><\/p>/u);
});
