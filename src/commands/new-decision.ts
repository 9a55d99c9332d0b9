import { stringify } from 'yaml';
import type { World } from '../io/world.ts';
import type { Finding } from '../model/finding.ts';
import type { Process } from '../model/process.ts';
import { slug } from '../sources/ingest/slug.ts';
import { type Ask, ask } from './ask.ts';
import { CannotRun } from './cannot-run.ts';
import { knownMembers, knownStage } from './clearance.ts';
import type { CommandContext } from './context.ts';

/** What a decision is made of. */
export interface NewDecisionInput {
  readonly world: World;
  readonly process: Process;
  readonly context: CommandContext;
  readonly known: Readonly<Record<string, string | undefined>>;
  readonly yes: boolean;
}

/** A decision to be written, and what to say of it. */
interface NewDecision {
  readonly files: readonly { readonly path: string; readonly markdown: string }[];
  readonly findings: readonly Finding[];
  readonly next: string;
}

const QUESTIONS: readonly Ask[] = [{ name: 'title', message: 'What was decided, in a few words?', flag: '--title' }];

/**
 * Writes a decision of the core group under the next number.
 *
 * @param input `title`, `stage`, `by`, `passages`, `decides` and `date` fill its front matter; lists have commas.
 * @throws CannotRun where it names a stage or a member that the process does not declare.
 */
export async function newDecision({ world, process, context, known, yes }: NewDecisionInput): Promise<NewDecision> {
  const { title = '' } = await ask(QUESTIONS, { ...known, title: known.title ?? known.name }, context, yes);
  if (title.trim() === '') throw new CannotRun('A decision has a title, and none was given.', 'Add --title "…".');
  if (known.stage !== undefined) await knownStage(world, process, known.stage);
  const by = knownMembers(process, listed(known.by));
  const id = await nextId(world);
  const frontMatter = {
    id,
    title: title.trim(),
    date: known.date ?? world.today(),
    ...(known.stage !== undefined && { stage: known.stage }),
    ...(by.length > 0 && { by: [...by] }),
    ...listOf('passages', known.passages),
    ...listOf('decides', known.decides),
    distribution: 'core-group',
  };
  const markdown = `---\n${stringify(frontMatter, { lineWidth: 0 })}---\n\n**Decided.** …\n\n**Why.** …\n`;
  return {
    files: [{ path: `decisions/${[id, slug(title)].filter((part) => part !== '').join('-')}.md`, markdown }],
    findings: [],
    next: `Write down what was decided and why; responses cite it with decisions: [${id}]. It is for the core group: public outputs tell its number only.`,
  };
}

/** The number after the highest there is, written as the others are: d9 after d8, DEC-004 after DEC-003. */
async function nextId(world: World): Promise<string> {
  const { loadDecisions } = await import('../workspace/decisions.ts');
  const { decisions } = await loadDecisions(world);
  const numbered = decisions.flatMap(({ frontMatter }) => {
    const [, before, digits] = /^(.*?)(\d{1,5})$/u.exec(frontMatter.id) ?? [];
    return before === undefined || digits === undefined ? [] : [{ before, digits, number: Number(digits) }];
  });
  const last = numbered.sort((a, b) => a.number - b.number).at(-1);
  if (last === undefined) return 'd1';
  return `${last.before}${String(last.number + 1).padStart(last.digits.startsWith('0') ? last.digits.length : 1, '0')}`;
}

function listed(words: string | undefined): readonly string[] {
  return (words ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function listOf(key: string, words: string | undefined): Record<string, readonly string[]> {
  const list = listed(words);
  return list.length === 0 ? {} : { [key]: list };
}
