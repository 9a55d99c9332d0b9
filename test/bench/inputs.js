/** What is measured on: made-up workspaces, the same on every machine and in every run. */
import { passageId, wordSource } from './words.js';

const GROUPS = ['un-entities', 'civil-society', 'children', 'member-states'];
const REGIONS = ['africa', 'asia', 'europe', 'latin-america', 'pacific'];
const KINDS = ['gap', 'barrier', 'good-practice', 'recommendation', 'comment'];
const THEMES = ['participation', 'safeguarding', 'data', 'resources', 'coordination'];
const RESOURCES = 40;

/** The process of every workspace made here. */
export function processFile() {
  const list = (ids) => ids.map((id) => `  - { id: ${id}, title: ${id} }`).join('\n');
  return `penholder: 1
title: Guidance note on measured drafting
name: bench
language: en
text: drafts
core-group:
  - { id: ALPHA, name: Office Alpha, role: principal }
  - { id: BETA, name: Office Beta, role: supporting }
stages:
  - { id: zero, title: Zero draft, tag: zero-draft }
  - { id: second, title: Second draft, tag: second-draft }
rounds:
  - { id: first, title: First round }
groups:
${list(GROUPS)}
regions:
${list(REGIONS)}
levels:
${list(['global', 'regional', 'national'])}
codebook:
  theme:
    title: Theme
    values:
${THEMES.map((id) => `      - { id: ${id}, title: ${id} }`).join('\n')}
style: { paper: a4, numbering: un, watermark: true }
`;
}

/**
 * A text of sections with tables, footnotes, boxes, recommendations, ids, citations and references.
 *
 * @param {{ sections: number, paragraphs: number }} size Paragraphs are those of each section.
 * @returns {Map<string, string>} Files by path.
 */
export function textFiles({ sections, paragraphs }) {
  const files = new Map([
    ['penholder.yaml', processFile()],
    ['resources/works.yaml', resourcesFile()],
  ]);
  let passages = 0;
  for (let index = 0; index < sections; index += 1) {
    const section = sectionText(index, { paragraphs, firstPassage: passages });
    passages += section.passages;
    files.set(`drafts/${String((index + 1) * 10).padStart(5, '0')}-section.md`, section.text);
  }
  return files;
}

function resourcesFile() {
  const words = wordSource(77);
  const one = (_, index) =>
    `- { id: work${index}, type: report, title: "${words.title()}", author: [{ literal: Office Alpha }], issued: { date-parts: [[${2000 + (index % 24)}]] }, number: A/${50 + index}/${100 + index} }`;
  return `${Array.from({ length: RESOURCES }, one).join('\n')}\n`;
}

/** What stands after a paragraph, by its place among twelve. */
const AFTER = {
  2: (words, id) => `1. ${words.sentence()} ^${id()}\n2. ${words.sentence()} ^${id()}\n3. ${words.sentence()} ^${id()}`,
  4: (words, id) => `:::box{title="${words.title()}" #${id()}}\n${words.sentences(4)} ^${id()}\n:::`,
  6: (words, id) => `${tableText(words)}\n\n^${id()}`,
  8: (words, id) =>
    `:::recommendation{for="All entities" by="end of 2030" #${id()}}\n${words.sentences(2)} ^${id()}\n:::`,
  11: (words, id) => `## ${words.title()} {#${id()}}`,
};

function sectionText(index, { paragraphs, firstPassage }) {
  const words = wordSource(1000 + index);
  let made = 0;
  const id = () => {
    made += 1;
    return passageId(firstPassage + made);
  };
  const blocks = [];
  const notes = [];
  for (let number = 0; number < paragraphs; number += 1) {
    blocks.push(paragraphText(words, { index, number, id: id(), notes }));
    const after = AFTER[number % 12];
    if (after !== undefined) blocks.push(after(words, id));
  }
  const head = `---\nid: section-${index + 1}\ntitle: ${words.title()}\nlead: ALPHA\nsupporting: [BETA]\n---`;
  return { text: `${[head, ...blocks, ...notes].join('\n\n')}\n`, passages: made };
}

function paragraphText(words, { index, number, id, notes }) {
  const parts = [words.sentences(2)];
  if (number % 2 === 0)
    parts.push(`This was **noted** in a *review* [@work${(index * 7 + number) % RESOURCES}, para. ${number + 1}].`);
  if (number % 3 === 0) {
    parts.push(`${words.sentence()}[^n${number}]`);
    notes.push(`[^n${number}]: ${words.sentence()}`);
  }
  if (number % 5 === 1 && number > 1) parts.push(`See [](#${id}) and [the list](https://example.org/${number}).`);
  parts.push(words.sentence());
  return `${parts.join(' ')} ^${id}`;
}

function tableText(words) {
  const row = () => `| ${words.title()} | ${words.sentence()} | ${words.phrase()} |`;
  return ['| What | How | Where |', '| --- | --- | --- |', ...Array.from({ length: 6 }, row)].join('\n');
}

/**
 * A workspace with many consultation notes, each with its responses coded and valid.
 *
 * @param {number} count
 * @returns {Map<string, string>} Files by path.
 */
export function noteFiles(count) {
  const files = textFiles({ sections: 2, paragraphs: 6 });
  for (let index = 0; index < count; index += 1) {
    files.set(`consultations/first/note-${String(index).padStart(4, '0')}.md`, noteText(index));
  }
  return files;
}

/**
 * @param {number} index
 * @param {number} [count] How many inputs it has.
 */
export function noteText(index, count = 12) {
  const words = wordSource(50_000 + index);
  const inputs = Array.from({ length: count }, (_, number) => {
    const tags = `#${words.pick(KINDS)} #theme/${words.pick(THEMES)}`;
    return `- ${words.sentences(2)} ${tags} ^i${number + 1}`;
  });
  const half = Math.ceil(inputs.length / 2);
  return `---
round: first
date: 2022-09-${String(1 + (index % 28)).padStart(2, '0')}
method: online-discussion
group: ${GROUPS[index % GROUPS.length]}
from: Meeting ${index + 1} of Office Alpha
signatories: []
capacity: institutional
facilitated-by: [Office Beta]
region: ${REGIONS[index % REGIONS.length]}
level: regional
languages: [en]
participants: { total: 42, age-bands: { 7-12: 10, 13-17: 32 } }
attribution: group
quote: paraphrase
distribution: public
chatham-house: false
safeguarding: { risk-assessment: 2022-08-01, focal-point: role, assent: obtained, guardian-consent: obtained, referral-contact: held-by-focal-point, feedback-by: 2022-12-15 }
retain-until: 2030-12-31
---

${words.sentences(3)}

## ${words.title()}

${inputs.slice(0, half).join('\n')}

## ${words.title()}

${inputs.slice(half).join('\n')}
`;
}
