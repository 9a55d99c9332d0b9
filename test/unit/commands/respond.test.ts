import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EXAMPLE_NOTE, EXAMPLE_PROCESS, EXAMPLE_SECTION, exampleNote } from '../../../src/checks/example-workspace.ts';
import type { CommandInput } from '../../../src/commands/command-spec.ts';
import { run } from '../../../src/commands/respond.ts';
import { type MemoryWorld, memoryWorld } from '../../../src/io/memory-world.ts';
import { fingerprintWords } from '../../../src/text/fingerprint.ts';
import { memoryContext } from './memory-context.ts';

/** What a person answers, one after another: a value, or a value by the name of the question. */
const { answers, asked } = vi.hoisted(() => ({
  answers: [] as string[],
  asked: [] as { name: string; choices?: { name: string }[] }[],
}));

vi.mock('inquirer', () => ({
  default: {
    prompt: async (questions: readonly { name: string; default?: string }[]) =>
      Object.fromEntries(
        questions.map((question) => {
          asked.push(question);
          const answer = answers.shift();
          if (answer === undefined) throw Object.assign(new Error('closed'), { name: 'ExitPromptError' });
          return [question.name, answer === '' ? (question.default ?? '') : answer];
        }),
      ),
  },
}));

beforeEach(() => {
  answers.length = 0;
  asked.length = 0;
});

const PRESENT = `${EXAMPLE_SECTION}\nReports are translated into the languages of those who spoke. ^p-3n8w5rt\n`;
const FILE = 'consultations/first/coalition.responses.yaml';
const SECOND = 'consultations/second/letter.responses.yaml';

function workspace(files: Readonly<Record<string, string>> = {}): MemoryWorld {
  const all = {
    'penholder.yaml': EXAMPLE_PROCESS,
    'drafts/10-introduction.md': PRESENT,
    'consultations/first/coalition.md': EXAMPLE_NOTE,
    'consultations/second/letter.md': exampleNote(
      '## Introduction {#introduction}\n\n- Translate "reports into the languages of those who spoke" earlier. #recommendation ^i1\n- Programmes are designed before anyone asks. #barrier ^i2\n- Every child has a voice as well. #comment ^i3\n',
      { round: 'second' },
    ),
    ...files,
  };
  const frozen = { ...all, 'drafts/10-introduction.md': EXAMPLE_SECTION };
  const tags = [{ name: 'zero-draft', message: 'Zero draft' }];
  return memoryWorld({ files: all, git: { commits: [{ files: frozen, tags }] } });
}

async function respond(
  world: MemoryWorld,
  args: readonly string[],
  options: CommandInput['options'] = {},
  interactive = false,
) {
  const called = memoryContext(world);
  const context = { ...called.context, terminal: { ...called.context.terminal, interactive } };
  const code = await run({ args, options }, context);
  return { code, printed: called.printed(), said: called.said() };
}

const NOTED = { decision: 'noted', reason: 'The introduction says so.' };

describe('an answer by flags', () => {
  it('is recorded beside its note, with the day and no name that nobody gave', async () => {
    const world = workspace();
    const { code, printed } = await respond(world, ['first/coalition#i1'], { ...NOTED, passage: ['p-7k2m9qd'] });
    expect([code, printed]).toEqual([0, 'first/coalition#i1  noted\n']);
    expect(world.text(FILE)).toBe(
      '- input: i1\n  decision: noted\n  reason: The introduction says so.\n  passages: [p-7k2m9qd]\n  date: 2022-10-28\n',
    );
  });

  it('changes what was said and keeps the rest; another decision ends what belonged to the first', async () => {
    const before =
      '- input: i1 # kept\n  decision: accepted\n  reason: Done.\n  passages: [p-7k2m9qd]\n  text: { p-7k2m9qd: 9c1e }\n  date: 2022-10-01\n  reaction: not-satisfied\n';
    const world = workspace({ [FILE]: before });
    await respond(world, ['first/coalition#i1'], { reaction: 'satisfied', reactionDate: '2022-10-20' });
    expect(world.text(FILE)).toBe(before.replace('not-satisfied', 'satisfied\n  reaction-date: 2022-10-20'));
    await respond(world, ['first/coalition#i1'], NOTED);
    expect(world.text(FILE)).toBe(
      '- input: i1 # kept\n  decision: noted\n  reason: The introduction says so.\n  passages: [p-7k2m9qd]\n  date: 2022-10-28\n',
    );
  });

  it('takes numbers of paragraphs, and names what there is not', async () => {
    const world = workspace();
    await respond(world, ['first/coalition#i1'], { ...NOTED, passage: ['2'] });
    expect(world.text(FILE)).toContain('passages: [p-3n8w5rt]');
    await expect(respond(world, ['first/coalition#i1'], { passage: ['p-7k2m9qe'] })).rejects.toThrow('"p-7k2m9qd"');
    await expect(respond(world, ['first/coalition#i9'], NOTED)).rejects.toThrow('no input "i9"');
    await expect(respond(world, ['first/coalition'], NOTED)).rejects.toThrow('not an input');
    await expect(respond(world, ['first/coalition#i1'], { restsOn: ['d9'] })).rejects.toThrow('no core-group decision');
    await expect(respond(world, ['first/coalition#i1'], { deferredTo: 'third' })).rejects.toThrow('no stage');
    await expect(respond(world, ['first/coalition#i2'], { decision: 'noted' })).rejects.toThrow('no reason');
    await expect(respond(world, ['first/coalition#i2'], { reason: 'So.' })).rejects.toThrow('no decision');
  });

  it('lets no duplicate lead back to itself', async () => {
    const world = workspace();
    await respond(world, ['second/letter#i2'], { duplicateOf: 'first/coalition#i1' });
    expect(world.text(SECOND)).toContain('decision: duplicate\n  reason: The same point');
    await expect(respond(world, ['first/coalition#i1'], { duplicateOf: 'second/letter#i2' })).rejects.toThrow('itself');
    await expect(respond(world, ['first/coalition#i1'], { duplicateOf: 'i1' })).rejects.toThrow('itself');
    await respond(world, ['first/coalition#i2'], { duplicateOf: 'first/coalition#i1' });
    expect(world.text(FILE)).toContain('duplicate-of: i1');
  });

  it('is shown and not written with --dry-run, and as data with --json', async () => {
    const world = workspace();
    const { printed, said } = await respond(world, ['first/coalition#i1'], { ...NOTED, dryRun: true, json: true });
    expect(JSON.parse(printed)).toEqual([
      { ref: 'first/coalition#i1', decision: 'noted', state: 'answered', reason: NOTED.reason, passages: [] },
    ]);
    expect(said).toContain('nothing was written');
    expect(world.text(FILE)).toBeUndefined();
  });

  it('is not taken from nobody', async () => {
    await expect(respond(workspace(), [])).rejects.toThrow('--decision');
    await expect(respond(workspace(), [], NOTED)).rejects.toThrow('which inputs');
  });
});

describe('what was carried out', () => {
  const accepted = { decision: 'accepted', reason: 'Translation is asked for.', done: true };

  it('is recorded with how its passages read, also where one is gone', async () => {
    const world = workspace();
    await respond(world, ['second/letter#i1'], { ...accepted, passage: ['p-3n8w5rt'] });
    const print = fingerprintWords('Reports are translated into the languages of those who spoke.');
    expect(world.text(SECOND)).toContain(`p-3n8w5rt: ${print}`);
    const gone = workspace({ 'drafts/10-introduction.md': PRESENT.replace(' ^p-7k2m9qd', '') });
    await respond(gone, ['second/letter#i1'], { ...accepted, passage: ['p-7k2m9qd'] });
    expect(gone.text(SECOND)).toContain('text: { p-7k2m9qd: deleted }');
  });

  it('is refused where the text reads as it did when it was consulted on, unless somebody says why', async () => {
    const world = workspace();
    const call = { ...accepted, passage: ['p-7k2m9qd'] };
    const refused = await respond(world, ['second/letter#i1'], call);
    expect(refused.code).toBe(1);
    expect(refused.said).toContain('reads as in “Zero draft”');
    expect(world.text(SECOND)).toBeUndefined();
    const { code } = await respond(world, ['second/letter#i1'], { ...call, asItStands: 'It says so already.' });
    expect([code, world.text(SECOND)]).toEqual([0, expect.stringContaining('as-it-stands: It says so already.')]);
    // The first round consulted on no text.
    expect((await respond(world, ['first/coalition#i1'], call)).code).toBe(0);
  });

  it('needs an answer and a passage', async () => {
    const world = workspace();
    await expect(respond(world, ['second/letter#i1'], { done: true })).rejects.toThrow('no response yet');
    expect((await respond(world, ['second/letter#i1'], accepted)).said).toContain('names no passage');
  });
});

describe('suspect responses', () => {
  const entry = (print: string) =>
    `- input: i1\n  decision: accepted\n  reason: The introduction says so.\n  passages: [p-7k2m9qd]\n  text: { p-7k2m9qd: ${print} }\n`;
  const before = entry(fingerprintWords('Every child has rights.'));
  const files = { [FILE]: before, 'drafts/10-introduction.md': PRESENT.replace('has rights', 'has all rights') };

  it('are listed with the words then and now, and looked at again', async () => {
    const world = workspace(files);
    const { printed, said } = await respond(world, [], { suspect: true });
    expect(printed).toContain('then: Every child has rights.\n    now:  Every child has all rights.');
    expect(said).toContain('1 response is suspect');
    await respond(world, ['first/coalition#i1'], { suspect: true });
    expect(world.text(FILE)).toBe(entry(fingerprintWords('Every child has all rights.')));
    expect((await respond(world, [], { suspect: true })).said).toContain('No response is suspect');
  });
});

describe('a selection', () => {
  it('answers what nobody has answered, where somebody says yes', async () => {
    const world = workspace();
    await respond(world, ['first/coalition#i1'], { decision: 'accepted', reason: 'Done.' });
    await expect(respond(world, [], { ...NOTED, group: ['civil-society'] })).rejects.toThrow('--yes');
    const { said } = await respond(world, [], { ...NOTED, group: ['civil-society'], kind: ['barrier'], yes: true });
    expect(said).toContain('2 responses recorded');
    expect(world.text(FILE)).toContain('decision: accepted');
    expect(world.text(SECOND)).toContain('- input: i2');
    answers.push('no', 'yes');
    const again = { decision: 'not-accepted', reason: 'No.', decided: ['noted'] };
    expect((await respond(world, [], again, true)).said).toContain('Nothing was recorded');
    await respond(world, [], again, true);
    expect(world.text(FILE)).toContain('decision: not-accepted');
  });

  it('can be those that say nearly the same, or those of a lead', async () => {
    const led = PRESENT.replace('id: introduction', 'id: introduction\nlead: OHCHR');
    const world = workspace({ 'drafts/10-introduction.md': led });
    await respond(world, [], { duplicatesOf: 'first/coalition#i1', yes: true });
    expect(world.text(SECOND)).toMatch(
      /- input: i2\n {2}decision: duplicate\n.*\n {2}duplicate-of: first\/coalition#i1/u,
    );
    const { printed } = await respond(world, [], { ...NOTED, lead: ['OHCHR'], yes: true, distribution: 'custodian' });
    expect(printed).toBe('second/letter#i1  noted\nsecond/letter#i3  noted\n');
    await expect(respond(world, [], { ...NOTED, lead: ['OHCR'] })).rejects.toThrow('"OHCHR"');
  });
});

describe('one after another', () => {
  it('shows the input with likely passages and others that say the same, and saves each answer', async () => {
    const world = workspace();
    answers.push('drafting-team', 'skip', 'skip', 'accepted', 'Translation comes first now.', 'p-3n8w5rt', 'made');
    answers.push('duplicate', 'first/coalition#i1', 'back', 'keep', 'quit');
    const { code, printed, said } = await respond(world, [], {}, true);
    expect(code).toBe(0);
    expect(printed).toMatch(
      /second\/letter#i1 .*3 of 5[\s\S]*Under: .*Introduction[\s\S]*Passages it may be about\n {2}2\. \^p-3n8w5rt/u,
    );
    expect(printed).toMatch(/Others that may say the same\n {2}first\/coalition#i1 \(nearly the same words\)/u);
    expect(world.text(SECOND)).toContain('by: drafting-team');
    expect(world.text(SECOND)).toMatch(/text: \{ p-3n8w5rt: [0-9a-f]{16} \}/u);
    expect(world.text(SECOND)).toContain('duplicate-of: first/coalition#i1');
    expect(said).toContain('2 responses recorded. 3 still without one');
  });

  it('begins with what was not skipped, and keeps what was saved where somebody interrupts', async () => {
    const world = workspace();
    answers.push('', 'skip', 'noted', 'It is said in the introduction.', '');
    const { code } = await respond(world, [], {}, true);
    expect(code).toBe(130);
    expect(world.text(FILE)).toContain('- input: i2\n  decision: noted');
    expect(world.text('.penholder/skipped-inputs.json')).toContain('first/coalition#i1');
    const { printed } = await respond(world, [], {}, true).catch(() => ({ printed: '' }));
    expect(printed).toBe('');
    answers.push('', 'quit');
    expect((await respond(world, [], {}, true)).printed).toContain('second/letter#i1  1 of 4');
  });

  it('asks again for a reason that says nothing, reuses an earlier one, and asks for words for children', async () => {
    const note = exampleNote('## One {#q1}\n\n- We want to be asked. #gap ^i1\n- We want to be heard. #gap ^i2\n', {
      group: 'children',
    });
    const world = workspace({ 'consultations/first/children.md': note });
    answers.push('', 'noted', 'Noted', 'Children are asked in round two.', 'You will be asked again.', '');
    answers.push('noted', 'Children are asked in round two.', '', 'You too.', '', 'quit');
    const { said } = await respond(world, [], { note: ['first/children'] }, true);
    expect(said).toContain('tell a contributor nothing');
    const text = world.text('consultations/first/children.responses.yaml') ?? '';
    expect(text.match(/reason: Children are asked in round two\./gu)).toHaveLength(2);
    expect(text).toContain('reason-child: You will be asked again.');
    expect(asked.find(({ name }) => name === 'reuse')?.choices?.[1]?.name).toBe('Children are asked in round two.');
  });
});
