import type { RoundStatus, StageStatus, StatusFacts } from './data.ts';

/** Says what to do, where it applies. */
type Step = (facts: StatusFacts) => string | undefined;

/** In order of urgency; the first that applies is the next step. */
const STEPS: readonly Step[] = [
  ({ repository }) => (repository ? undefined : 'Put the workspace under git, where stages are kept: git init'),
  forLead,
  held,
  unanswered,
  begin,
  unwritten,
  suspect,
  clear,
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

/** What waits for one member alone, where that was asked for. */
function forLead(facts: StatusFacts): string | undefined {
  const { lead, leads = [] } = facts;
  if (lead === undefined) return undefined;
  const own = leads.find((one) => one.lead === lead);
  const found = LEAD_STEPS.find(({ of }) => (own?.[of] ?? 0) > 0);
  if (found !== undefined && own !== undefined) return found.say(own[found.of], lead);
  const next = nextStage(facts.stages);
  const { silence } = facts.clearances.find(({ stage }) => stage === next?.id) ?? {};
  if (next === undefined || isEarly(next) || !next.uncleared.includes(lead)) return `Nothing waits for ${lead}.`;
  if (silence?.state === 'running')
    return `Read “${next.title}”; ${lead} can object until ${silence.deadline}: penholder clearance ${next.id} --as ${lead} --break "…"`;
  return `Read “${next.title}”, and clear it for ${lead} once it is ready: penholder clearance ${next.id} --as ${lead}`;
}

/** What a lead does first. */
const LEAD_STEPS: readonly {
  readonly of: 'unanswered' | 'pending' | 'suspect';
  readonly say: (count: number, lead: string) => string;
}[] = [
  {
    of: 'unanswered',
    say: (count, lead) =>
      `Answer ${count === 1 ? 'the one input' : `the ${count} inputs`} without a response on sections that ${lead} leads: penholder respond --unanswered --lead ${lead}`,
  },
  {
    of: 'pending',
    say: (count, lead) =>
      `Write ${count === 1 ? 'the one accepted input' : `the ${count} accepted inputs`} into the text that ${lead} leads: penholder respond --pending --lead ${lead} --done, once they are written`,
  },
  {
    of: 'suspect',
    say: (count, lead) =>
      `Look again at ${count === 1 ? 'the one response' : `the ${count} responses`} whose passages changed: penholder respond --suspect --lead ${lead}`,
  },
];

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

/** A later edit may have undone what a contributor was told; a stage is not frozen before somebody looked. */
function suspect({ stages, rounds }: StatusFacts): string | undefined {
  const count = rounds.reduce((sum, round) => sum + round.suspect, 0);
  const next = nextStage(stages);
  if (count === 0 || next === undefined || isEarly(next)) return undefined;
  return `Look again at ${count === 1 ? 'the one response' : `the ${count} responses`} whose passages changed since: penholder respond --suspect`;
}

function clear({ stages, sections, clearances }: StatusFacts): string | undefined {
  const next = nextStage(stages);
  if (next === undefined || sections === 0 || isEarly(next) || next.uncleared.length === 0) return undefined;
  const { silence } = clearances.find(({ stage }) => stage === next.id) ?? {};
  const [title, show] = [`“${next.title}”`, `penholder clearance ${next.id}`];
  if (silence?.state === 'running')
    return `Wait until ${silence.deadline} whether anybody objects to ${title}: ${show}`;
  if (silence?.state === 'broken') return `Settle what broke the silence on ${title}, then have it cleared: ${show}`;
  return `When the text is ready, have the core group clear ${title}: ${show}`;
}

/** True where a stage still waits for a round or for answers. */
function isEarly({ waitsFor, unanswered }: StageStatus): boolean {
  return waitsFor.length > 0 || unanswered > 0;
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
