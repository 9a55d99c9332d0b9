import type { Plan } from '../../../src/model/plan.ts';

const SOMEBODY = { name: 'A. Drafter', email: 'drafter@example.org' };

/** A date and time for the nth plan. */
function dateOf(count: number): string {
  const minute = String(count % 60).padStart(2, '0');
  const hour = String(Math.floor(count / 60) % 24).padStart(2, '0');
  return `2022-09-01T${hour}:${minute}:00+00:00`;
}

/** Number of files that each plan rewrites. */
export const REWRITTEN = 12;

/** Content of the nth plan: long enough for a write to be cut in the middle. */
export function content(count: number): string {
  return `version ${count}\n${`line of version ${count}\n`.repeat(2_000)}`;
}

/** A plan with everything a plan can have: rewrites, a rename, a new or deleted file, a commit and a tag. */
export function planNumber(count: number): Plan {
  const bytes = Buffer.from(content(count));
  const writes = Array.from({ length: REWRITTEN }, (_, index) => ({
    path: `drafts/${index}.md`,
    bytes,
    mode: 'replace' as const,
  }));
  const odd = count % 2 === 1;
  const extra = odd ? [{ path: 'odd/only.md', bytes, mode: 'new' as const }] : [];
  const author = { ...SOMEBODY, date: dateOf(count) };
  return {
    writes: [...writes, ...extra],
    renames: count === 0 ? [] : [{ from: `name-${count - 1}.md`, to: `name-${count}.md` }],
    deletes: odd || count === 0 ? [] : ['odd/only.md'],
    commit: {
      message: `Version ${count}`,
      paths: ['drafts', 'odd', `name-${count - 1}.md`, `name-${count}.md`],
      author,
    },
    tags: [{ name: `version-${count}`, target: 'HEAD', message: `Version ${count}\n`, tagger: author }],
  };
}
