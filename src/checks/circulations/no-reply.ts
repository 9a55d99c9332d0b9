import type { Circulation } from '../../model/circulation.ts';
import type { Check, CheckContext } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import { hasEnded } from '../../trace/when.ts';
import { exampleCirculation } from '../example-circulation.ts';
import { sayAt } from '../say.ts';

/** Circulations whose deadline passed without an answer. */
export const noReply: Check = {
  id: 'circulations/no-reply',
  about: 'A circulation whose deadline has passed brought at least one consultation note of its group.',
  why: 'Silence may mean agreement, a letter that was lost, or a deadline that was too short; only asking tells.',
  severity: 'info',
  needs: ['notes'],
  examples: {
    file: 'circulations/zero.yaml',
    failing: exampleCirculation({ deadline: '2022-10-20' }),
    passing: exampleCirculation({}),
  },
  run: (context) =>
    (context.workspace.circulations ?? []).filter((one) => isSilent(one, context)).map((one) => finding(one)),
};

/** Notes of the group count from the rounds that were held on the stage, and those dated after it was sent. */
function isSilent({ stage, entry }: Circulation, { workspace, today }: CheckContext): boolean {
  const { deadline, to, date } = entry;
  if (deadline === undefined || !hasEnded(deadline, today)) return false;
  const rounds = new Set((workspace.process.rounds ?? []).filter(({ on }) => on === stage).map(({ id }) => id));
  return !workspace.notes.some(
    ({ frontMatter: note }) =>
      note.group === to && (rounds.has(note.round) || (rounds.size === 0 && note.date >= date)),
  );
}

function finding({ file, line, stage, entry }: Circulation): Finding {
  return sayAt(
    noReply,
    file,
    { words: 'deadline', from: line },
    {
      message: `The deadline of ${entry.deadline} for comments of "${entry.to}" on "${stage}" has passed, and no consultation note of the group came in.`,
      hint: 'Remind them, move the deadline, or take in what came with "penholder ingest".',
    },
  );
}
