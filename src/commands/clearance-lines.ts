import type { ClearanceState, SignOffState, SilenceState } from '../model/clearance.ts';
import type { Process } from '../model/process.ts';

/** How the clearance of a stage stands, line by line; reservations stay in their file. */
export function clearanceLines(state: ClearanceState, process: Pick<Process, 'core-group'>): readonly string[] {
  const members = (process['core-group'] ?? []).map(({ id }) => id);
  const known = new Map(state.cleared.map((one) => [one.member, one]));
  const missing = new Set(state.missing);
  return [
    `${state.stage}: held against ${state.frozen ? 'the frozen text' : 'the text as it stands'}.`,
    ...members.map((member) => {
      const one = known.get(member);
      if (one === undefined) return `  ${member}: not cleared`;
      const how = one.how === 'silence' ? ', by silence' : '';
      return `  ${member}: cleared at ${one.level} level${how}${missing.has(member) ? ', which is not enough for this stage' : ''}`;
    }),
    ...state.signOffs.filter(({ changed }) => changed.length > 0).map(voidLine),
    ...state.silence.map(silenceLine),
    summary(state, members.length),
  ];
}

function voidLine({ signOff, changed }: SignOffState): string {
  return `  ${signOff.by} cleared another text on ${signOff.date}; changed since: ${changed.join(', ')}`;
}

function silenceLine({ silence, state, changed }: SilenceState): string {
  const by = [...new Set((silence.broken ?? []).map((one) => one.by))].join(', ');
  const end: Readonly<Record<SilenceState['state'], string>> = {
    running: `runs until ${silence.deadline}`,
    completed: `ended on ${silence.deadline} and nobody objected`,
    broken: `was broken by ${by}`,
    void: `is void, because the text changed: ${changed.join(', ')}`,
  };
  return `  The silence procedure opened on ${silence.opened} ${end[state]}.`;
}

function summary({ missing, stage }: ClearanceState, members: number): string {
  if (members === 0) return 'The process names no core group, so nobody has to clear it.';
  return missing.length === 0
    ? 'The whole core group has cleared this text.'
    : `Missing: ${missing.join(', ')}. When they clear it: penholder clearance ${stage} --as <member> --level <level>`;
}
