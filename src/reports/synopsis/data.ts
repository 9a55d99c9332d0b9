import type { Audience } from '../../model/contracts.ts';
import type { When } from '../../model/dates.ts';
import type { Process, Round } from '../../model/process.ts';
import { METHODS, type Method } from '../../model/vocabulary.ts';
import type { Workspace } from '../../model/workspace.ts';
import { disclosures } from '../../trace/disclose-input.ts';
import type { StageView } from '../places/stage-view.ts';
import { type CoverageData, coverageWithRepeats } from '../reach/data.ts';
import { type SynopsisItem, synopsisItems } from './items.ts';
import { type SaidBy, saidByCodes } from './said.ts';
import { type UptakeSection, uptake } from './uptake.ts';

/** What a synopsis is made from. */
export interface SynopsisContext {
  /** With notes, responses, decisions and stakeholders. */
  readonly workspace: Workspace;
  readonly audience: Audience;
  /** ISO date that the report carries. */
  readonly date: string;
  /** Frozen stages in their order, and the text as it stands last. */
  readonly views: readonly StageView[];
}

/** What the caller chose. */
export interface SynopsisOptions {
  /** Id of a round; all rounds where absent. */
  readonly round?: string;
}

/** How one round was held. */
export interface RoundLine {
  readonly id: string;
  readonly title: string;
  readonly planned?: When;
  readonly actual?: When;
  readonly reason?: string;
  /** Title of the stage it was on. */
  readonly on?: string;
  readonly methods: readonly { readonly method: Method; readonly consultations: number }[];
  readonly languages: readonly string[];
}

/** Inputs in numbers. */
export interface InputTotals {
  readonly inputs: number;
  /** Near-identical ones counted once. */
  readonly voices: number;
  readonly consultations: number;
  readonly answered: number;
  /** Answered, with a reason that may not be told here. */
  readonly reasonWithheld: number;
  /** Words that a machine translated. */
  readonly machineTranslated: number;
}

/** What a synopsis says, for programs; figures that may not be told are not in it. */
export interface SynopsisData {
  readonly distribution: Audience['distribution'];
  readonly rounds: readonly RoundLine[];
  readonly coverage: CoverageData;
  readonly totals: InputTotals;
  readonly said: readonly SaidBy[];
  readonly uptake: readonly UptakeSection[];
}

/** Gathers what a synopsis says, as its readers may know it. */
export function synopsisData(context: SynopsisContext, { round }: SynopsisOptions): SynopsisData {
  const { workspace, audience, date, views } = context;
  const { notes, process } = workspace;
  const told = disclosures({ notes, process, audience });
  const options = round === undefined ? {} : { round };
  const { data: coverage, repeats } = coverageWithRepeats({ workspace, audience, date }, options);
  const items = synopsisItems(workspace, { told, round, repeats });
  const rounds = (process.rounds ?? []).filter(({ id }) => round === undefined || id === round);
  const counted = items.map(({ note }) => note);
  return {
    distribution: audience.distribution,
    rounds: rounds.map((one) =>
      roundLine(one, new Set(counted.filter(({ frontMatter }) => frontMatter.round === one.id)), process),
    ),
    coverage,
    totals: totalsOf(items),
    said: saidByCodes(items, process, told),
    uptake: uptake(items, { process, views }),
  };
}

function roundLine(round: Round, notes: ReadonlySet<SynopsisItem['note']>, process: Process): RoundLine {
  const { id, title, planned, actual, reason, on } = round;
  const stage = process.stages.find((one) => one.id === on);
  const held = [...notes].map(({ frontMatter }) => frontMatter);
  return {
    id,
    title: title ?? id,
    ...(planned !== undefined && { planned }),
    ...(actual !== undefined && { actual }),
    ...(reason !== undefined && { reason }),
    ...(stage !== undefined && { on: stage.title }),
    methods: METHODS.flatMap((method) => {
      const consultations = held.filter((note) => note.method === method).length;
      return consultations === 0 ? [] : [{ method, consultations }];
    }),
    languages: [...new Set(held.flatMap(({ languages = [] }) => languages))].sort(),
  };
}

function totalsOf(items: readonly SynopsisItem[]): InputTotals {
  const answered = items.filter(({ response }) => response !== undefined);
  return {
    inputs: items.length,
    voices: new Set(items.map(({ voice }) => voice)).size,
    consultations: new Set(items.map(({ note }) => note)).size,
    answered: answered.length,
    reasonWithheld: answered.filter(({ tells }) => !tells).length,
    machineTranslated: items.filter(({ input }) => input.translation === 'machine').length,
  };
}
