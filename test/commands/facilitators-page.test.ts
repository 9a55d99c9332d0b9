import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { emptyFolder, fill, type Outcome, penholder, readText, shell } from './program.ts';

const README = readText(fileURLToPath(new URL('../../README.md', import.meta.url)));

/** The commands of a part of the page, as a reader would copy them. */
function commandsUnder(heading: string): readonly string[] {
  const part = README.split(/^#{2,3} /mu).find((one) => one.startsWith(`${heading}\n`)) ?? '';
  const blocks = [...part.matchAll(/^```sh\n([\s\S]*?)^```$/gmu)].map(([, block = '']) => block);
  return blocks.flatMap((block) => block.split('\n').filter((line) => line.startsWith('penholder ')));
}

/** What a facilitator writes after a session, into the note that the page makes. */
function filledNote(template: string): string {
  const said: Readonly<Record<string, string>> = {
    date: '2025-02',
    'risk-assessment': '2025-01-20',
    'focal-point': 'child protection officer',
    assent: 'obtained',
    'guardian-consent': 'obtained',
    'referral-contact': 'held by the focal point',
    'feedback-by': '2025-06-30',
  };
  const head = template.replaceAll(/^( *)([a-z-]+):(?= #|$)/gmu, (line, space: string, key: string) =>
    said[key] === undefined ? line : `${space}${key}: ${said[key]}`,
  );
  return head.replace(/^- $/mu, '- Adults decide before they ask us. #barrier');
}

const FORM = {
  'penholder-form': 1,
  questionnaire: 'civil-society-first',
  group: 'civil-society',
  round: 'first',
  language: 'en',
  response: '99fee1efe13398794b0d5787fa3f5b9f',
  consent: 'given',
  answers: { attribution: 'group', quote: 'paraphrase', barriers: 'Forms are longer than the time we have.' },
};

const KOBO = `"start";"end";"consent";"attribution";"quote";"barriers";"else";"_id";"_uuid";"_submission_time"
"2025-03-01T10:00:00.000+03:00";"2025-03-01T10:12:00.000+03:00";"yes";"group";"paraphrase";"Nobody is responsible.";"";"1";"5b9f1a3e-0001";"2025-03-01T07:12:05"
"2025-03-02T10:00:00.000+03:00";"2025-03-02T10:12:00.000+03:00";"yes";"none";"no";"";"Train those who decide.";"2";"5b9f1a3e-0002";"2025-03-02T07:12:05"
`;

const MATRIX = `Organisation,Page,Section,Comment,Proposed change
State A,3,2,The duty is wider than the treaty.,Replace shall by should.
State B,4,2,The date is missing.,Add a date.
`;

describe('the facilitators’ page', () => {
  const inputs: { readonly text: string }[] = [];
  const outcomes: [string, Outcome][] = [];
  const home = emptyFolder();
  const folder = join(home, 'my-note');

  /** Runs the lines of the page one after the other, as they stand there. */
  function follow(heading: string): void {
    for (const line of commandsUnder(heading)) {
      outcomes.push([line, shell(folder, `penholder() { $PENHOLDER "$@"; }; ${line}`)]);
    }
  }

  beforeAll(async () => {
    await penholder(home, ['init', 'my-note', '--title', 'Guidance note', '--core-group', 'OHCHR', '--yes']);
    follow('From a questionnaire to a printed guide');
    const note = filledNote(readText(folder, 'build/children-13-17-first-note.en.md'));
    fill(join(home, 'in'), {
      'session-one.md': note,
      'civil-society-first-99fee1ef.json': JSON.stringify(FORM),
      'kobo-export.csv': KOBO,
      'matrix.csv': MATRIX,
    });
    follow('From answers to inputs');
    const listed = await penholder(folder, ['inputs', '--distribution', 'custodian', '--json']);
    inputs.push(...(JSON.parse(listed.stdout) as typeof inputs));
  }, 120_000);

  test('has commands that all run as they stand', () => {
    expect(outcomes.length).toBeGreaterThanOrEqual(11);
    expect(outcomes.filter(([, { status }]) => status !== 0).map(([line, { stderr }]) => `${line}\n${stderr}`)).toEqual(
      [],
    );
  });

  test('leads from a questionnaire to a guide that can be printed', () => {
    const guide = readText(folder, 'build/children-13-17-first-guide.en.pdf');
    expect(guide.startsWith('%PDF-')).toBe(true);
    const form = readText(folder, 'build/civil-society-first-questionnaire.en.html');
    expect(form).toContain('civil-society-first');
  });

  test('leads from a note, a form, an export and a matrix to inputs', () => {
    const words = inputs.map(({ text }) => text).join('\n');
    for (const said of [
      'Adults decide before they ask us.',
      'Forms are longer than the time we have.',
      'Nobody is responsible.',
      'Train those who decide.',
      'The duty is wider than the treaty.',
      'The date is missing.',
    ]) {
      expect(words).toContain(said);
    }
  });
});
