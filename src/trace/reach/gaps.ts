import type { Process } from '../../model/process.ts';
import type { Stakeholder } from '../../model/stakeholder.ts';
import { explanationOf, isAimedAt, isMet, TARGET_DIMENSIONS, type Target, type Whereabouts } from '../coverage.ts';
import type { Count } from '../suppression.ts';
import { type Cell, type CoverageBase, count, countSoFar } from './tables.ts';

/** A target and what was reached of it, as it may be told. */
export interface TargetLine {
  readonly target: Target;
  readonly consultations: number;
  readonly people: Count;
  /** Judged by what may be told, so that it tells no more. */
  readonly met: boolean;
  readonly explanation?: string;
}

/** Somebody who was not heard, or not as planned. */
export interface Gap {
  readonly about: Whereabouts;
  /** `none`: nobody at all; `short`: fewer than planned; `inputs`: no input with a code; `replies`: no reply from those who reach them. */
  readonly kind: 'none' | 'short' | 'inputs' | 'replies';
  /** Where a target was missed. */
  readonly target?: TargetLine;
  readonly explanation?: string;
}

/** What gaps are looked for in. */
export interface GapContext {
  readonly process: Process;
  readonly base: CoverageBase;
  /** Codes that inputs of the round have. */
  readonly codes: ReadonlySet<string>;
  readonly stakeholders: readonly Stakeholder[];
  /** Ids of stakeholders that took part or replied, as far as it may be told. */
  readonly heard: ReadonlySet<string>;
}

/** Measures the targets of the round, or of all rounds; one that names no round by all that was reached up to then. */
export function targetLines({ process, base }: Pick<GapContext, 'process' | 'base'>): TargetLine[] {
  const { targets = [], explanations = [] } = process.coverage ?? {};
  const ofRound = targets.filter(
    ({ round }) => base.round === undefined || round === undefined || round === base.round,
  );
  const held = base.notes.filter(({ frontMatter }) => base.soFar?.has(frontMatter.round) ?? true);
  return ofRound.map((target) => {
    const consultations = held.filter((note) => isAimedAt(target, note)).length;
    const people = countSoFar(base, 'people', cellOf(target));
    const reason = explanationOf(target, explanations);
    return {
      target,
      consultations,
      people,
      met: isMet(target, consultations, people.value),
      ...(reason !== undefined && { explanation: reason }),
    };
  });
}

function cellOf(about: Whereabouts): Cell {
  return Object.fromEntries(TARGET_DIMENSIONS.map((dimension) => [dimension, about[dimension]]));
}

/** Finds who was not heard: missed targets first, then what the process declares and nobody spoke for. */
export function findGaps(context: GapContext): Gap[] {
  const lines = targetLines(context);
  const missed = lines.filter(({ met }) => !met).map(missedTarget);
  const further = [...declaredGaps(context, lines), ...codeGaps(context), ...leftBehindGaps(context, lines)].map(
    (gap) => explained(gap, context.process),
  );
  return [...missed, ...further];
}

function missedTarget(line: TargetLine): Gap {
  const { target, consultations, explanation } = line;
  return {
    about: target,
    kind: consultations === 0 ? 'none' : 'short',
    target: line,
    ...(explanation !== undefined && { explanation }),
  };
}

function explained(gap: Gap, process: Process): Gap {
  const explanation = explanationOf(gap.about, process.coverage?.explanations ?? []);
  return explanation === undefined ? gap : { ...gap, explanation };
}

const DECLARED = { group: 'groups', region: 'regions', level: 'levels', language: 'languages' } as const;

/** Groups, regions, levels and languages without any consultation, unless a missed target says so already. */
function declaredGaps({ process, base }: GapContext, lines: readonly TargetLine[]): Gap[] {
  return (Object.keys(DECLARED) as (keyof typeof DECLARED)[]).flatMap((dimension) => {
    const values = (process[DECLARED[dimension]] ?? []).map((term) => (typeof term === 'string' ? term : term.id));
    return values.flatMap((value): Gap[] => {
      const about = roundOf(base, { [dimension]: value });
      const isSaid = lines.some(({ target, met }) => !met && target[dimension] === value);
      const isMissing = count(base, 'consultations', { [dimension]: value }).value === 0;
      if (value === 'global') return [];
      return isMissing && !(isSaid && dimension === 'group') ? [{ about, kind: 'none' }] : [];
    });
  });
}

/** Codes of pillars and levels that no input has. Other dimensions of a codebook need not all be spoken of. */
function codeGaps({ process, base, codes }: GapContext): Gap[] {
  const dimensions = Object.entries(process.codebook ?? {}).filter(([name]) => MUST_BE_HEARD.has(name));
  return dimensions.flatMap(([name, { values }]) =>
    values
      .map(({ id }) => `${name}/${id}`)
      .filter((code) => !codes.has(code))
      .map((code): Gap => ({ about: roundOf(base, { code }), kind: 'inputs' })),
  );
}

const MUST_BE_HEARD: ReadonlySet<string> = new Set(['pillar', 'pillars', 'level', 'levels', 'addresses', 'side']);

/** Groups most often left behind whom stakeholders reach, of whom none took part or replied, nor any consultation names. */
function leftBehindGaps({ base, stakeholders, heard }: GapContext, lines: readonly TargetLine[]): Gap[] {
  const groups = [...new Set(stakeholders.flatMap((one) => one['left-behind'] ?? []))];
  const isHeard = (group: string): boolean =>
    stakeholders.some((one) => heard.has(one.id) && one['left-behind']?.includes(group) === true) ||
    count(base, 'consultations', { 'left-behind': group }).value > 0;
  const isSaid = (group: string): boolean => lines.some(({ target }) => target['left-behind'] === group);
  return groups
    .filter((group) => !isHeard(group) && !isSaid(group))
    .map((group): Gap => ({ about: roundOf(base, { 'left-behind': group }), kind: 'replies' }));
}

function roundOf({ round }: CoverageBase, about: Whereabouts): Whereabouts {
  return round === undefined ? about : { ...about, round };
}
