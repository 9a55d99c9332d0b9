import type { RoundStatus, StageStatus, StatusFacts } from './data.ts';

/** Says what to do, where it applies. */
type Step = (facts: StatusFacts) => string | undefined;

/** In order of urgency; the first that applies is the next step. */
const STEPS: readonly Step[] = [
  ({ repository }) => (repository ? undefined : 'Put the workspace under git, where stages are kept: git init'),
  held,
  unanswered,
  begin,
  unwritten,
  freeze,
  collect,
  consult,
  finished,
];

/**
 * What to do next, in a sentence; where a command helps, with the command.
 *
 * @param facts How the process stands.
 */
export function nextStep(facts: StatusFacts): string {
  for (const step of STEPS) {
    const words = step(facts);
    if (words !== undefined) return words;
  }
  return 'Go on writing, and run "penholder check" from time to time.';
}

function held({ quarantined }: StatusFacts): string | undefined {
  if (quarantined === 0) return undefined;
  const [notes, them] = quarantined === 1 ? ['the note', 'it'] : [`the ${quarantined} notes`, 'them'];
  return `Look at ${notes} held back in .penholder/quarantine; the reasons lie beside ${them}.`;
}

function unanswered({ rounds }: StatusFacts): string | undefined {
  const round = rounds.find((one) => one.state === 'over' && one.answered < one.inputs);
  if (round === undefined) return undefined;
  const open = round.inputs - round.answered;
  const inputs = open === 1 ? 'the one input' : `the ${open} inputs`;
  return `Answer ${inputs} of “${round.title}” without a response: penholder inputs --unanswered --round ${round.id}`;
}

function begin({ sections, rounds }: StatusFacts): string | undefined {
  if (sections > 0 || rounds.some(({ notes, state }) => notes > 0 || state !== 'planned')) return undefined;
  return 'Take in a consultation note, with "penholder new note" or "penholder ingest", or begin the text: penholder new section';
}

/** Edits that are promised and not recorded matter until the stage that should hold them is frozen. */
function unwritten({ stages, rounds }: StatusFacts): string | undefined {
  const next = nextStage(stages);
  const round = rounds.find((one) => one.state === 'over' && one.pending > 0 && isDue(one, next, stages));
  if (next === undefined || round === undefined || next.waitsFor.length > 0) return undefined;
  const edits = round.pending === 1 ? 'One accepted input' : `${round.pending} accepted inputs`;
  return `${edits} of “${round.title}” may still have to be written into the text before “${next.title}” is frozen: penholder check, then penholder freeze ${next.id}`;
}

/** True where no stage since the round was on its stage has been frozen. */
function isDue({ on }: RoundStatus, next: StageStatus | undefined, stages: readonly StageStatus[]): boolean {
  if (next === undefined) return false;
  const before = stages[stages.indexOf(next) - 1];
  return before === undefined ? true : on === before.id;
}

function freeze({ stages, sections }: StatusFacts): string | undefined {
  const next = nextStage(stages);
  if (next === undefined || sections === 0 || next.waitsFor.length > 0) return undefined;
  return `When the text is ready, freeze “${next.title}”: penholder freeze ${next.id}`;
}

function collect({ rounds }: StatusFacts): string | undefined {
  const round = rounds.find(({ state }) => state === 'open');
  if (round === undefined) return undefined;
  return `Take in what “${round.title}” brings: penholder ingest <files> --round ${round.id}; its dates are in penholder.yaml.`;
}

function consult({ rounds, stages }: StatusFacts): string | undefined {
  const waits = nextStage(stages)?.waitsFor ?? [];
  const round = rounds.find(({ id, state }) => state === 'planned' && waits.includes(id));
  if (round === undefined) return undefined;
  return `Hold “${round.title}”, and write its actual dates into penholder.yaml when it begins.`;
}

function finished({ stages }: StatusFacts): string | undefined {
  const last = stages.at(-1);
  if (last?.state !== 'frozen') return undefined;
  return `All stages are frozen; print the last one: penholder compile ${last.id} --to pdf`;
}

function nextStage(stages: readonly StageStatus[]): StageStatus | undefined {
  return stages.find(({ state }) => state === 'next');
}
