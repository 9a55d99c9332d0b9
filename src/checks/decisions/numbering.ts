import type { Check } from '../../model/contracts.ts';
import type { Decision } from '../../model/decision.ts';
import type { Finding } from '../../model/finding.ts';
import { sayAt } from '../say.ts';
import { someOf } from '../words.ts';

const decision = (id: string) =>
  `---\nid: ${id}\ntitle: A common minimum\ndate: 2022-11-14\n---\n\nThe minimum is common.\n`;

/** Numbers of decisions that are missing, or taken twice. */
export const numbering: Check = {
  id: 'decisions/numbering',
  about: 'Decisions that are numbered are numbered without gaps, each number once.',
  why: `Public outputs tell a decision by its number alone; a gap looks like a decision that is kept back, and a number that stands twice could be either.`,
  severity: 'warning',
  needs: ['notes'],
  examples: {
    file: 'decisions/d3-plans.md',
    failing: decision('d3'),
    passing: decision('d2'),
    files: { 'decisions/d1-minimum.md': decision('d1') },
  },
  run: ({ workspace }) => [...series(workspace.decisions).values()].flatMap(judge),
};

interface Numbered {
  readonly decision: Decision;
  readonly before: string;
  readonly number: number;
}

/** Ids that are a number with the same letters before it. */
function series(decisions: readonly Decision[]): ReadonlyMap<string, readonly Numbered[]> {
  const found = new Map<string, Numbered[]>();
  for (const one of decisions) {
    const [, before = '', digits] = /^(\p{L}{0,12}[-_.]?)(\d{1,5})$/u.exec(one.frontMatter.id) ?? [];
    if (digits === undefined) continue;
    const list = found.get(before) ?? [];
    list.push({ decision: one, before, number: Number(digits) });
    found.set(before, list);
  }
  for (const list of found.values()) list.sort((a, b) => a.number - b.number);
  return found;
}

function judge(list: readonly Numbered[]): Finding[] {
  return list.flatMap((one, index) => {
    const last = list[index - 1];
    if (last?.number === one.number && last.decision.frontMatter.id !== one.decision.frontMatter.id)
      return [twice(one, last)];
    return one.number > (last?.number ?? 0) + 1 ? [gap(one, last)] : [];
  });
}

function twice({ decision: { file, frontMatter }, number }: Numbered, last: Numbered): Finding {
  return sayAt(
    numbering,
    file,
    { key: ['id'] },
    {
      message: `The decisions "${last.decision.frontMatter.id}" and "${frontMatter.id}" have the same number, ${number}.`,
      hint: 'Give one of them another number, also where it is cited.',
    },
  );
}

function gap({ decision: { file, frontMatter }, before, number }: Numbered, last: Numbered | undefined): Finding {
  const from = (last?.number ?? 0) + 1;
  const missing = Array.from({ length: Math.min(number - from, 20) }, (_, at) => `${before}${from + at}`);
  return sayAt(
    numbering,
    file,
    { key: ['id'] },
    {
      message: `Before "${frontMatter.id}" a number is left out: there is no decision ${someOf(missing, 3)}.`,
      hint: 'Add the decision that is missing, or give this one the next number, also where it is cited.',
    },
  );
}
