import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EXAMPLE_PROCESS, exampleNote } from '../../../src/checks/example-workspace.ts';
import { confirmColumns } from '../../../src/commands/confirm-columns.ts';
import { run as safeguard } from '../../../src/commands/safeguard.ts';
import { memoryWorld } from '../../../src/io/memory-world.ts';
import type { GuessedColumns } from '../../../src/model/contracts.ts';
import { memoryContext } from './memory-context.ts';

interface Asked {
  readonly name: string;
  readonly message: string;
  readonly default?: string;
}

/** What a person answers, one after another, and what they were asked. */
const { answers, asked } = vi.hoisted(() => ({ answers: [] as string[], asked: [] as Asked[] }));

vi.mock('inquirer', () => ({
  default: {
    prompt: async (questions: readonly Asked[]) =>
      Object.fromEntries(
        questions.map((question) => {
          asked.push(question);
          const answer = answers.shift();
          return [question.name, answer ?? question.default ?? ''];
        }),
      ),
  },
}));

beforeEach(() => {
  answers.length = 0;
  asked.length = 0;
});

function atTerminal(world = memoryWorld()) {
  const called = memoryContext(world);
  const { context } = called;
  return { ...called, context: { ...context, terminal: { ...context.terminal, interactive: true } } };
}

describe('the wizard of columns', () => {
  const guessed: GuessedColumns = {
    file: 'survey.csv',
    guess: {
      name: 'survey',
      mapping: {
        kind: 'survey',
        columns: [
          { column: 'Name', as: 'open' },
          { column: 'What?', as: 'open' },
        ],
      },
    },
    samples: [['A.'], ['Nothing.', 'All.']],
  };

  it('asks for each column with its guess and samples, and takes what is answered', async () => {
    answers.push('drop');
    const confirmed = await confirmColumns([guessed], atTerminal().context);
    expect(asked.map(({ message }) => message)).toEqual([
      'survey.csv: the column "Name" ("A.")?',
      'survey.csv: the column "What?" ("Nothing.", "All.")?',
    ]);
    expect(confirmed?.[0]?.mapping.columns).toEqual([
      { column: 'Name', as: 'drop' },
      { column: 'What?', as: 'open' },
    ]);
  });

  it('asks nobody where nobody is there', async () => {
    expect(await confirmColumns([guessed], memoryContext(memoryWorld()).context)).toBeUndefined();
    expect(asked).toEqual([]);
  });
});

describe('review at a terminal', () => {
  const NOTE = 'consultations/first/coalition.md';
  const BODY = `## Barriers

- The club of Amina Diallo was never asked. #gap ^i1
- My friend Carlos Mendoza said so. #gap ^i2
- The club of Fatima Ndiaye was late. #gap ^i3
`;

  async function review() {
    const world = memoryWorld({ files: { 'penholder.yaml': EXAMPLE_PROCESS, [NOTE]: exampleNote(BODY) } });
    const { context, said } = atTerminal(world);
    await safeguard({ args: ['review'], options: {} }, context);
    return { world, said: said() };
  }

  it('replaces, keeps with a reason, and leaves the rest for later', async () => {
    answers.push('replace', 'a participant', 'keep', 'He asked to be named.', 'safeguarding lead', 'later');
    const { world, said } = await review();
    expect(said).toContain('Replaced: 1. Kept with a reason: 1. Still waiting: 1.');
    expect(world.text(NOTE)).toContain('The club of a participant was never asked.');
    const record = world.text('consultations/reviewed.yaml') ?? '';
    expect(record).toContain('reason: He asked to be named.');
    expect(record).not.toMatch(/Carlos|Mendoza/u);
  });

  it('keeps nothing without a reason, and stops when told to', async () => {
    answers.push('keep', '', '', 'stop');
    const { world, said } = await review();
    expect(said).toContain('Replaced: 0. Kept with a reason: 0. Still waiting: 3.');
    expect(world.text('consultations/reviewed.yaml')).toBeUndefined();
    expect(world.text(NOTE)).toBe(exampleNote(BODY));
  });
});
