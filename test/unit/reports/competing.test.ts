import { describe, expect, test } from 'vitest';
import { md } from '../../../src/formats/md.ts';
import type { Assets } from '../../../src/model/contracts.ts';
import type { Distribution } from '../../../src/model/document.ts';
import type { Process } from '../../../src/model/process.ts';
import { type CompetingData, type CompetingOptions, competing } from '../../../src/reports/competing.ts';
import { readConsultationNote } from '../../../src/sources/consultation-note/read-consultation-note.ts';
import type { PassagePlace } from '../../../src/trace/passage-places.ts';

const PROCESS: Process = {
  penholder: 1,
  title: 'Example',
  language: 'en',
  stages: [{ id: 'zero', title: 'Zero draft' }],
  rounds: [{ id: 'second', title: 'Second round' }],
  groups: [{ id: 'experts', title: 'Experts' }],
};

const item = (id: string, passage: string, from: string, to: string) =>
  `- Proposed wording. {passage="${passage}"} #comment ^${id}\n\n  \`\`\`proposal\n  - ${from}\n  + ${to}\n  \`\`\`\n`;

function noteOf(name: string, from: string, keys: string, body: string, attribution = 'organisation') {
  const head = `---\nround: second\ndate: 2023-05-04\nmethod: written-input\ngroup: experts\nfrom: ${from}\ncapacity: institutional\nattribution: ${attribution}\n${keys}\n---\n## Comments\n\n`;
  const { note } = readConsultationNote(`${head}${body}`, `consultations/second/${name}.md`, PROCESS);
  if (note === undefined) throw new Error('The note does not hold.');
  return note;
}

const WORDS = 'Every child has the right to be heard.';
const OPEN = 'quote: verbatim\ndistribution: public';
const NOTES = [
  noteOf('one', 'Open Coalition', OPEN, item('i1', 'p-a', WORDS, 'Every child owns the right to be heard.')),
  noteOf(
    'two',
    'Second Body',
    OPEN,
    item('i1', 'p-a', WORDS, 'Every child enjoys the right to be heard.') +
      item('i2', 'p-a', WORDS, 'Every child has the right to be heard early.') +
      item('i3', 'p-b', 'Alone.', 'Alone here.'),
  ),
  noteOf(
    'closed',
    'Closed Circle',
    'quote: verbatim\ndistribution: core-group',
    item('i1', 'p-a', WORDS, 'Every secret child has the right to be heard.') + item('i2', 'p-b', 'Alone.', 'Secret.'),
  ),
  noteOf('told', 'Told Body', 'quote: paraphrase\ndistribution: public', item('i1', 'p-a', WORDS, 'Every told child.')),
];
const PLACES = new Map<string, PassagePlace>([
  ['talk', { heading: true, section: 'Talk', sectionOrder: 0, title: 'Talk', order: 0 }],
  ['p-a', { number: '3', heading: false, section: 'Talk', sectionOrder: 0, title: 'Talk', order: 1 }],
  ['money', { heading: true, section: 'Money', sectionOrder: 1, title: 'Money', order: 2 }],
  ['p-b', { heading: false, section: 'Money', sectionOrder: 1, title: 'Money', order: 3 }],
]);

async function build(distribution: Distribution, options: CompetingOptions = {}, notes = NOTES) {
  const workspace = { process: PROCESS, notes, responses: [], decisions: [], findings: [] } as never;
  const context = { workspace, audience: { distribution }, date: '2023-06-01', places: PLACES };
  const { document, data } = competing.build(context, options);
  const text = new TextDecoder().decode(await md.render(document, {} as Assets));
  return { text, data: data as CompetingData };
}

describe('competing proposals', () => {
  test('stand side by side at their passage, with those that change the same words marked', async () => {
    const { text, data } = await build('public');
    expect(data.passages.map(({ passage }) => passage)).toEqual(['p-a']);
    const told = data.passages[0]?.proposals.map(({ input, competes }) => [input, competes]);
    expect(told).toEqual([
      ['second/one#i1', true],
      ['second/told#i1', undefined],
      ['second/two#i1', true],
      ['second/two#i2', false],
    ]);
    expect(text).toContain('~~has~~ → **owns** | yes | none yet |');
    expect(text).toContain('### 3 (p-a)');
  });

  test('tell the public nothing of what is for the core group, not even that it is there', async () => {
    const { text, data } = await build('public');
    expect(`${text}${JSON.stringify(data)}`).not.toMatch(/secret|Closed Circle|closed|told child/iu);
    const inside = await build('core-group');
    expect(inside.data.passages.map(({ passage }) => passage)).toEqual(['p-a', 'p-b']);
    expect(inside.text).toContain('Closed Circle');
  });

  test('of notes that may not be named stand last, whatever their files are called', async () => {
    const hidden = noteOf('a-hidden-body', 'Hidden Body', OPEN, item('i1', 'p-a', WORDS, 'Every girl.'), 'none');
    const { text, data } = await build('public', {}, [hidden, ...NOTES]);
    expect(data.passages[0]?.proposals.at(-1)?.changes).toEqual([
      { from: 'child has the right to be heard.', to: 'girl.' },
    ]);
    expect(text).not.toMatch(/hidden/iu);
  });

  test('can be of one section', async () => {
    const { data } = await build('core-group', { section: 'money' });
    expect(data.passages.map(({ passage }) => passage)).toEqual(['p-b']);
  });
});
