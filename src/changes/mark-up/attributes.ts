import type { Parents } from 'mdast';
import type { Change } from '../../model/change-log.ts';
import { attributeTexts, type Passage, type Passages } from '../passages.ts';
import type { Step } from './plan-steps.ts';
import type { ContainerMap } from './tree.ts';

/** What became of a container as a whole. */
export interface Fate {
  readonly kind: 'inserted' | 'deleted' | 'moved-from' | 'moved-to';
  /** That of its first passage. */
  readonly change: Change;
}

/** What becomes of containers and of the words they carry as attributes, such as the title of a box. */
export interface Attributes {
  /** True where the container itself shows the passage, so that no block is made of it. */
  readonly isCarried: (passage: Passage) => boolean;
  /** The container of a passage that came, went or moved as a whole: it alone is marked. */
  readonly wholeOf: (passage: Passage) => Parents | undefined;
  readonly fateOf: (container: Parents) => Fate | undefined;
  /** Takes from a container's copy the words that are shown as a block. */
  readonly dress: (container: Parents, copy: Parents) => Parents;
}

/** Both stages, the passages of both in one order, and which containers became which. */
export interface MarkedStages {
  readonly steps: readonly Step[];
  readonly from: Passages;
  readonly to: Passages;
  readonly map: ContainerMap;
}

const WHOLE: ReadonlySet<string> = new Set(['box', 'termDefinition', 'recommendation', 'table']);

/** Containers with other blocks than their own words: only these can carry words for others to stand under. */
function withContent(passages: readonly Passages[]): Set<Parents> {
  const leaves = passages.flatMap((side) => side.leaves).filter((leaf) => !leaf.attribute);
  return new Set(leaves.flatMap((leaf) => leaf.path));
}

function fateOfStep(step: Step): Fate | undefined {
  if (step.kind === 'both' || !step.change) return undefined;
  const { change } = step;
  if (change.kind === 'moved') return { kind: step.kind === 'gone' ? 'moved-from' : 'moved-to', change };
  if (step.kind === 'gone') return change.kind === 'deleted' ? { kind: 'deleted', change } : undefined;
  return change.kind === 'added' ? { kind: 'inserted', change } : undefined;
}

function passagesOf(step: Step, { from, to }: MarkedStages): Passage[] {
  const pick = (passages: readonly Passage[], indices: readonly number[]) =>
    indices.flatMap((index) => passages[index] ?? []);
  if (step.kind === 'gone') return pick(from.passages, [step.from]);
  if (step.kind === 'come') return pick(to.passages, [step.to]);
  return [...pick(from.passages, step.from), ...pick(to.passages, step.to)];
}

/** The fate all passages of a container share; undefined where they differ. */
function wholeFates(stages: MarkedStages): Map<Parents, Fate | undefined> {
  const fates = new Map<Parents, Fate | undefined>();
  for (const step of stages.steps) {
    const fate = fateOfStep(step);
    for (const container of passagesOf(step, stages).flatMap(({ path }) => path)) {
      if (!WHOLE.has(container.type)) continue;
      if (!fates.has(container)) fates.set(container, fate);
      else if (fates.get(container)?.kind !== fate?.kind) fates.set(container, undefined);
    }
  }
  return fates;
}

/** The earlier passage that a later one became; with `moved`, also where it stood elsewhere. */
function earlierOf(step: Step, { from }: MarkedStages, moved: boolean): Passage | undefined {
  if (step.kind === 'both') return from.passages[step.from[0] ?? -1];
  return moved && step.change?.kind === 'moved' ? from.passages[step.change.from[0]?.order ?? -1] : undefined;
}

/** Later passages that hold the words of an attribute as they were. */
function unchangedAttributes(stages: MarkedStages, moved: boolean): Set<Passage> {
  const unchanged = new Set<Passage>();
  for (const step of stages.steps) {
    if (step.kind === 'gone') continue;
    const before = earlierOf(step, stages, moved);
    const after = stages.to.passages[(step.kind === 'both' ? step.to[0] : step.to) ?? -1];
    if (after?.attribute && before?.key === after.key && before.attribute === after.attribute) unchanged.add(after);
  }
  return unchanged;
}

/** Later containers one of whose attributes changed, came or went: all of them are shown as blocks. */
function brokenContainers(stages: MarkedStages, moved: boolean): Set<Parents> {
  const unchanged = unchangedAttributes(stages, moved);
  const broken = new Set<Parents>();
  for (const passage of stages.to.passages) {
    const container = passage.path.at(-1);
    if (passage.attribute && container && !unchanged.has(passage)) broken.add(container);
  }
  for (const [earlier, later] of stages.map) {
    const roles = new Set(attributeTexts(later).map(({ attribute }) => attribute));
    if (attributeTexts(earlier).some(({ attribute }) => !roles.has(attribute))) broken.add(later);
  }
  return broken;
}

function undress(copy: Parents): Parents {
  if (copy.type === 'termDefinition') return { ...copy, term: '' };
  if (copy.type === 'box') {
    const { title: _shown, ...rest } = copy;
    return rest;
  }
  if (copy.type === 'table') {
    const { caption: _shown, ...data } = copy.data ?? {};
    return { ...copy, data };
  }
  if (copy.type !== 'recommendation') return copy;
  const { for: _for, by: _by, ...rest } = copy;
  return rest;
}

/**
 * Where the block of a passage goes: the caption of a table stands above it.
 *
 * @param passage the passage
 */
export function placeOf(passage: Passage): readonly Parents[] {
  return passage.attribute === 'caption' ? passage.path.slice(0, -1) : passage.path;
}

/**
 * Decides for every container what became of it, and whether it keeps the words of its own.
 *
 * @param stages both stages
 * @param misplaced containers that would show their own words before or after others than they stood
 */
export function keptAttributes(stages: MarkedStages, misplaced: ReadonlySet<Parents> = new Set()): Attributes {
  const fates = wholeFates(stages);
  const broken = { inPlace: brokenContainers(stages, false), moved: brokenContainers(stages, true) };
  const filled = withContent([stages.from, stages.to]);
  const later = new Set(stages.to.leaves.flatMap((leaf) => leaf.path));
  for (const container of fates.keys()) if (!filled.has(container)) fates.delete(container);
  const keeps = (container: Parents) => {
    const fate = fates.get(container);
    if (!filled.has(container) || misplaced.has(container)) return false;
    // Shown as lines of its own, who should do it and by when is struck or underlined with the rest.
    if (fate && container.type === 'recommendation') return false;
    if (fate) return fate.kind !== 'moved-to' || !broken.moved.has(container);
    return later.has(container) && !broken.inPlace.has(container);
  };
  return {
    isCarried: (passage) => {
      const container = passage.attribute ? passage.path.at(-1) : undefined;
      return container !== undefined && keeps(container);
    },
    wholeOf: (passage) => {
      const container = passage.path.at(-1);
      const path = container && keeps(container) ? passage.path : placeOf(passage);
      return path.find((outer) => fates.get(outer) !== undefined);
    },
    fateOf: (container) => fates.get(container),
    dress: (container, copy) => (keeps(container) ? copy : undress(copy)),
  };
}
