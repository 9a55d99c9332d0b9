import type { ClearanceState, SignOffState, SilenceState } from '../model/clearance.ts';
import { isLevelEnough } from '../model/clearance-asked.ts';
import type { Process } from '../model/process.ts';

type Asked = Pick<Process, 'core-group' | 'stages'>;

/** How the clearance of a stage stands, line by line; reservations stay in their file. */
export function clearanceLines(state: ClearanceState, process: Asked): readonly string[] {
  const members = (process['core-group'] ?? []).map(({ id }) => id);
  const holds = new Set(state.cleared.map(({ member }) => member));
  const open = state.missing.length > 0;
  return [
    `${state.stage}: held against ${state.frozen ? 'the frozen text' : 'the text as it stands'}.`,
    ...members.map((member) => memberLine(member, state)),
    // What a member signed before it signed this text is history.
    ...state.signOffs.filter(({ changed, signOff }) => changed.length > 0 && !holds.has(signOff.by)).map(voidLine),
    ...state.silence.filter((one) => open || one.state !== 'void').map(silenceLine),
    ...summary(state, process, members.length),
  ];
}

function memberLine(member: string, { cleared, missing, silence }: ClearanceState): string {
  const one = cleared.find((known) => known.member === member);
  const silent = silence.find((procedure) => isSilent(procedure, member))?.silence;
  const after =
    silent === undefined
      ? ''
      : `silent so far; without an objection cleared at ${silent.level} level after ${silent.deadline}`;
  if (one === undefined) return `  ${member}: ${after === '' ? 'not cleared' : after}`;
  const how = one.how === 'silence' ? ', by silence' : '';
  const enough = missing.includes(member) ? ', which is not enough for this stage' : '';
  const more = enough === '' || after === '' ? '' : `; ${after}`;
  return `  ${member}: cleared at ${one.level} level${how}${enough}${more}`;
}

/** Whether a procedure runs that a member was told of. */
function isSilent({ silence, state }: SilenceState, member: string): boolean {
  return state === 'running' && (silence.notified?.includes(member) ?? true);
}

function voidLine({ signOff, changed }: SignOffState): string {
  return `  ${signOff.by} cleared another text on ${signOff.date}; changed since: ${changed.join(', ')}`;
}

function silenceLine({ silence, state, changed }: SilenceState): string {
  const by = (silence.broken ?? []).map((one) => `${one.by} on ${one.date}`).join(', ');
  const end: Readonly<Record<SilenceState['state'], string>> = {
    running: `runs until ${silence.deadline}`,
    completed: `ended on ${silence.deadline} and nobody objected`,
    broken: `was broken by ${by}`,
    void: `is void, because the text changed: ${changed.join(', ')}`,
  };
  return `  The silence procedure opened on ${silence.opened} ${end[state]}.`;
}

/** What is to be done. */
function summary(state: ClearanceState, { stages }: Asked, members: number): readonly string[] {
  const { missing, stage, silence, frozen } = state;
  if (members === 0) return ['The process names no core group, so nobody has to clear it.'];
  if (missing.length === 0)
    return [`The whole core group has cleared this text.${frozen ? '' : ` Freeze it: penholder freeze ${stage}`}`];
  const wanted = stages.find(({ id }) => id === stage)?.clearance;
  const last = silence.at(-1);
  const waits = last !== undefined && isLevelEnough(last.silence.level, wanted);
  const rest = missing.filter((member) => !waits || !isSilent(last, member));
  return [
    ...(waits && rest.length < missing.length
      ? [
          `Nobody who agrees has to do anything until ${last.silence.deadline}. Who objects: penholder clearance ${stage} --as <member> --break "…"`,
        ]
      : []),
    ...(rest.length === 0
      ? []
      : [
          `Missing: ${rest.join(', ')}. When they clear it: penholder clearance ${stage} --as <member> --level ${wanted ?? '<level>'}`,
        ]),
    ...(last?.state === 'broken' || last?.state === 'void'
      ? [`Or open another silence procedure: penholder clearance ${stage} --open-silence --deadline <date>`]
      : []),
  ];
}
