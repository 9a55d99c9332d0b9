import { describe, expect, test } from 'vitest';
import { exampleFiles } from '../../../src/checks/example-workspace.ts';
import { checkIds, checks } from '../../../src/checks/index.ts';
import type { Check, CheckExamples } from '../../../src/model/contracts.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { check } from './check-world.ts';

const ALL: readonly Check[] = await Promise.all(checkIds.map((id) => checks[id]()));
const WITH_EXAMPLES = ALL.flatMap((one) => (one.examples === undefined ? [] : [[one.id, one.examples] as const]));

/** Rules whose findings need more than files in memory: another format, a hostile file system, minutes of time. */
const WITHOUT_EXAMPLES =
  /^(?:docx|feedback|html|pdf|ingest|sections|stages)\/|^forms\/(?:unreadable|unknown-sheet|duplicate-column|no-form-id|language-without-code|missing-translation|empty-label|duplicate-choice|choice-name)$|^yaml\/too-|^responses\/(?:changed-meanwhile|not-editable)$|^safeguarding\/(?:denied-name|deny-list|picture-metadata)$|^text\/(?:html-kept|too-slow)$|^workspace\/(?:check-failed|encoding|exists|file-name|lfs-pointer|link-outside|no-process|not-text|step|submodule|unreadable)$/u;

async function findingsOf(id: string, examples: CheckExamples, which: 'failing' | 'passing'): Promise<Finding[]> {
  const { frozen } = examples;
  const findings = await check({ files: exampleFiles(examples, which), ...(frozen !== undefined && { frozen }) });
  return findings.filter((finding) => finding.check === id);
}

/** Lines in which the failing text differs from the passing one, from 1, both inclusive. */
function guiltyLines({ failing, passing }: CheckExamples): readonly [number, number] {
  const [bad, good] = [failing.split('\n'), passing.split('\n')];
  let start = 0;
  while (start < bad.length && bad[start] === good[start]) start += 1;
  let end = 0;
  while (end < bad.length - start && end < good.length - start && bad.at(-1 - end) === good.at(-1 - end)) end += 1;
  return [start + 1, Math.max(start + 1, bad.length - end)];
}

/** Rules whose findings stand beside what differs: where something was opened that is never closed. */
const BESIDE: Readonly<Record<string, number>> = {
  'clearances/voided': 2,
  'inputs/nested-id': 17,
  'responses/no-child-reason': 1,
  'text/front-matter-unclosed': 1,
  'text/unclosed-directive': 5,
  'trace/not-changed': 5,
  'trace/passage-gone': 4,
  'trace/pending': 6,
  'trace/unanswered': 18,
};

/** Rules that find in another file what the example's file lacks. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'clearances/voided': 'clearances/zero.yaml',
  'safeguarding/raw-file': 'consultations/first/drawing.png',
  'trace/unanswered': 'consultations/first/coalition.md',
};

/** Rules on a whole file, which stand at its head whatever is wrong. */
const WHOLE_FILE = new Set([
  'decisions/duplicate-id',
  'inputs/none',
  'notes/duplicate-id',
  'notes/missing-date',
  'notes/missing-group',
  'notes/missing-method',
  'notes/missing-round',
  'notes/no-front-matter',
  'notes/unknown-note',
  'questionnaires/front-matter',
  'questionnaires/missing-statement',
  'responses/no-note',
  'safeguarding/missing-medium',
  'safeguarding/raw-file',
  'stages/no-text',
  'text/empty-section',
]);

describe('the failing example', () => {
  test.each(WITH_EXAMPLES)('of %s is found, on its guilty line', async (id, examples) => {
    const findings = await findingsOf(id, examples, 'failing');
    const line = WHOLE_FILE.has(id) ? 1 : BESIDE[id];
    const [from, to] = line === undefined ? guiltyLines(examples) : [line, line];
    const guilty = findings.filter(
      ({ place }) => place.file === (ELSEWHERE[id] ?? examples.file) && place.line >= from && place.line <= to,
    );
    expect({
      guilty: guilty.length > 0,
      from,
      to,
      found: findings.map(({ place }) => `${place.file}:${place.line}`),
    }).toMatchObject({ guilty: true });
  });
});

describe('the passing example', () => {
  test.each(WITH_EXAMPLES)('of %s is clean', async (id, examples) => {
    expect(await findingsOf(id, examples, 'passing')).toEqual([]);
  });
});

test('every rule that files in memory can break has examples', () => {
  const without = ALL.filter(({ examples }) => examples === undefined).map(({ id }) => id);
  expect(without.filter((id) => !WITHOUT_EXAMPLES.test(id))).toEqual([]);
});

test('findings carry the severity that their rule declares, or a lower one', async () => {
  const rank = { error: 0, warning: 1, info: 2 };
  for (const [id, examples] of WITH_EXAMPLES) {
    const declared = ALL.find((one) => one.id === id)?.severity ?? 'error';
    for (const { severity } of await findingsOf(id, examples, 'failing')) {
      expect(
        `${id} ${rank[severity] >= rank[declared] || id === 'text/open-bracket' || id === 'text/unknown-directive'}`,
      ).toBe(`${id} true`);
    }
  }
});

test('texts on rules are whole sentences', () => {
  for (const { id, about, why } of ALL) {
    expect(`${id}: ${/^[\p{Lu}.`].*\.$/u.test(about)}`).toBe(`${id}: true`);
    expect(`${id}: ${why.length > 20}`).toBe(`${id}: true`);
  }
});
