import type { Process } from '../../model/process.ts';
import type { Setting } from '../../model/questionnaire.ts';

/** What somebody chose for a new questionnaire. */
export interface QuestionnaireChoices {
  /** Id of a group. */
  readonly group: string;
  /** Id of a template. */
  readonly template: string;
  /** Id of a round. */
  readonly round: string;
  /** Whether the round asks what to write; otherwise it asks what to make of a draft. */
  readonly first: boolean;
  readonly setting: Setting;
  readonly ageBand?: string;
  /** Dimension of the codebook whose values become parts; `pillar` or what comes nearest if absent. */
  readonly by?: string;
  /** Values of that dimension; all if absent. */
  readonly pillars?: readonly string[];
  /** Values of the dimension of levels; all if absent. */
  readonly levels?: readonly string[];
  /** Sections of the draft to be commented on. */
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  /** The first is what the others are translated from. */
  readonly languages: readonly string[];
  /** What it is about, in words that follow “leaves out”, by language. */
  readonly subjects: Readonly<Record<string, string>>;
  /** What the draft is called, by language; the title of the process if absent. */
  readonly titles?: Readonly<Record<string, string>>;
  /** Stem of the file, without round and language; the group and the age band if absent. */
  readonly name?: string;
  readonly deadline?: string;
  readonly feedbackBy?: string;
  readonly contact?: string;
}

/** Which dimension of a codebook plays which part in the grid of the first round. */
export interface GridDimensions {
  readonly pillar?: string;
  readonly level?: string;
  readonly side?: string;
}

/**
 * Finds the dimensions of the grid: whatever is called pillar, level or side, or has such values.
 *
 * @param process Its codebook.
 * @param by The dimension that was asked for.
 */
export function gridDimensions({ codebook = {} }: Process, by?: string): GridDimensions {
  const names = Object.keys(codebook);
  const valuesOf = (name: string): readonly string[] => codebook[name]?.values.map(({ id }) => id) ?? [];
  const side = names.find((name) => ['internal', 'external'].every((value) => valuesOf(name).includes(value)));
  const level =
    names.find((name) => /level|niveau|nivel|^addresse/iu.test(name)) ??
    names.find((name) => ['national', 'regional'].every((value) => valuesOf(name).includes(value)));
  const pillar =
    by ??
    names.find((name) => /pillar|pilier|pilar/iu.test(name)) ??
    names.find((name) => name !== side && name !== level && valuesOf(name).length <= MOST_PARTS);
  return {
    ...(pillar !== undefined && Object.hasOwn(codebook, pillar) && { pillar }),
    ...(level !== undefined && level !== pillar && { level }),
    ...(side !== undefined && side !== pillar && { side }),
  };
}

/** More values than this are themes to code by, not parts of a questionnaire. */
const MOST_PARTS = 6;

/**
 * What a questionnaire's file is called, without round, language and ending.
 *
 * @param choices What was chosen.
 */
export function questionnaireStem({ group, template, ageBand, name }: QuestionnaireChoices): string {
  if (name !== undefined) return name;
  const kind = template === 'facilitators' && !/facilita/iu.test(group) ? '-facilitators' : '';
  return `${group}${kind}${ageBand === undefined ? '' : `-${ageBand}`}`;
}
