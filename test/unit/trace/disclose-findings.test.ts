import { describe, expect, test } from 'vitest';
import type { ConsultationNote, NoteFrontMatter } from '../../../src/model/consultation-note.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { discloseFindings, type FindingSources } from '../../../src/trace/disclose-findings.ts';

const OPEN: NoteFrontMatter = {
  round: 'first',
  date: '2022-06-01',
  method: 'interview',
  group: 'experts',
  from: 'Institute of Examples',
  capacity: 'institutional',
  attribution: 'organisation',
  quote: 'verbatim',
  distribution: 'public',
};

function note(name: string, more: Partial<NoteFrontMatter> = {}): ConsultationNote {
  const frontMatter = { ...OPEN, ...more };
  return { id: `first/${name}`, file: `consultations/first/${name}.md`, frontMatter, inputs: [] };
}

const PROCESS: FindingSources['process'] = {
  stages: [{ id: 'zero', title: 'Zero' }],
  rounds: [{ id: 'first' }],
  groups: [{ id: 'experts', title: 'Experts' }],
};

const finding = (file: string, message = 'The tag "#secret" is not known.'): Finding => ({
  check: 'inputs/unknown-tag',
  severity: 'warning',
  message,
  why: 'secret',
  hint: 'secret',
  place: { file, line: 7, column: 3 },
});

function shown(given: Finding, sources: Partial<FindingSources> = {}): Finding | undefined {
  return discloseFindings([given], {
    notes: [],
    decisions: [],
    process: PROCESS,
    audience: { distribution: 'public' },
    aboutRule: () => 'Every tag is known.',
    ...sources,
  })[0];
}

describe('a finding about a note', () => {
  test('that all may know stays as it is', () => {
    const given = finding('consultations/first/open.md');
    expect(shown(given, { notes: [note('open')] })).toEqual(given);
  });

  test.each([
    ['for the core group', { distribution: 'core-group' }],
    ['under the Chatham House Rule', { 'chatham-house': true }],
    ['attributed to nobody', { attribution: 'none' }],
  ] as const)('%s names neither the file nor what stands in it, nor does one about its responses', (_, more) => {
    const notes = [note('unicorn', more)];
    for (const file of ['consultations/first/unicorn.md', 'consultations/first/unicorn.responses.yaml']) {
      const told = shown(finding(file), { notes });
      expect(JSON.stringify(told)).not.toMatch(/unicorn|secret/u);
      expect(told).toMatchObject({ check: 'inputs/unknown-tag', severity: 'warning', place: { line: 1, column: 1 } });
      expect(told?.message).toBe('This rule found something: Every tag is known.');
      expect(told?.place.file).toMatch(/^consultations\/first\/withheld-[0-9a-f]{7}\.(?:md|responses\.yaml)$/u);
    }
  });

  test('whose words may not be passed on says where, and not what', () => {
    const told = shown(finding('consultations/first/open.md'), { notes: [note('open', { quote: 'no' })] });
    expect(told?.place).toEqual({ file: 'consultations/first/open.md', line: 7, column: 3 });
    expect(JSON.stringify(told)).not.toContain('secret');
  });

  test('that cannot be read is as confidential as can be', () => {
    expect(JSON.stringify(shown(finding('consultations/first/unicorn.md')))).not.toMatch(/unicorn|secret/u);
  });

  test('is told whole to those who keep the notes', () => {
    const given = finding('consultations/first/unicorn.md');
    expect(shown(given, { audience: { distribution: 'custodian' } })).toEqual(given);
  });
});

describe('a finding elsewhere', () => {
  test('that names such a note or its contributor keeps its place and loses its words', () => {
    const notes = [note('unicorn', { distribution: 'custodian' })];
    for (const words of ['Did you mean "first/unicorn#i1"?', 'As the INSTITUTE OF EXAMPLES says.', 'See unicorn.md.']) {
      const told = shown(finding('penholder.yaml', words), { notes });
      expect(told?.place).toEqual({ file: 'penholder.yaml', line: 7, column: 3 });
      expect(told?.message).not.toContain(words);
    }
  });

  test('that names nothing of the kind stays as it is', () => {
    const given = finding('drafts/10.md', 'This text has no id.');
    expect(shown(given, { notes: [note('unicorn', { distribution: 'custodian' })] })).toEqual(given);
  });

  test('about a decision of the core group names neither its file nor its title in public', () => {
    const decision = {
      file: 'decisions/d5-unicorn.md',
      body: '',
      frontMatter: { id: 'd5', title: 'On the unicorn', date: '2022-10-01' },
    };
    const given = finding('decisions/d5-unicorn.md', 'On the unicorn');
    expect(JSON.stringify(shown(given, { decisions: [decision] }))).not.toMatch(/unicorn|secret/u);
    expect(shown(given, { decisions: [decision], audience: { distribution: 'core-group' } })).toEqual(given);
  });
});

test('a file that is being taken in has no name yet that could be told', () => {
  expect(shown(finding('unicorn.md'), { given: true })?.place.file).toBe('given/withheld-1');
});
