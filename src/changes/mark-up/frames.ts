import type { Parents } from 'mdast';
import type { Passage, Passages } from '../passages.ts';
import type { MarkedStages } from './attributes.ts';
import type { Step } from './plan-steps.ts';
import type { ContainerMap, Entry } from './tree.ts';

/** Containers that put words of their own around what stands in them: `Recommendation 2`. */
const FRAMES: ReadonlySet<string> = new Set(['box', 'recommendation', 'alternatives', 'alternative']);

/** Frames that came or went around passages that stayed. */
export interface Frames {
  /** What happened to a container's own words; undefined where it stands in both stages, or has none. */
  readonly fateOf: (container: Parents, later: boolean) => 'inserted' | 'deleted' | undefined;
  /** The containers of a passage that stayed, with the frame that went from around it. */
  readonly pathOf: (passage: Passage, path: readonly Parents[]) => readonly Parents[];
  /** True of the alternatives whose first words stayed: these have the number of the later stage. */
  readonly isNumberedByWords: (container: Parents) => boolean;
}

/** Where a passage stood and stands, and the frames that went from around it. */
interface Unframed {
  readonly to: Passage;
  /** How many containers, outermost first, it shares in both stages. */
  readonly depth: number;
  readonly gone: readonly Parents[];
}

/** Whether a container puts words of its own around what stands in it. */
export function isFrame({ type }: Parents): boolean {
  return FRAMES.has(type);
}

/**
 * Whether passages stand in the same frames.
 *
 * @param passages of one stage
 */
export function areInOneFrame(passages: readonly Passage[]): boolean {
  const frames = passages.map(({ path }) => path.filter(isFrame));
  const first = frames[0] ?? [];
  return frames.every((own) => own.length === first.length && own.every((frame, at) => frame === first[at]));
}

function sharedDepth(from: readonly Parents[], to: readonly Parents[], map: ContainerMap): number {
  let depth = 0;
  while (depth < from.length && depth < to.length && map.get(from[depth] as Parents) === to[depth]) depth += 1;
  return depth;
}

function leading(path: readonly Parents[], holds: (container: Parents) => boolean): readonly Parents[] {
  const end = path.findIndex((container) => !holds(container));
  return end === -1 ? path : path.slice(0, end);
}

/** A passage as it was and as it is. */
type Pair = readonly [before: Passage, after: Passage];

/** How many passages stand in each container. */
function countPassages(passages: Iterable<Passage>): Map<Parents, number> {
  const counts = new Map<Parents, number>();
  for (const { path } of passages)
    for (const container of path) counts.set(container, (counts.get(container) ?? 0) + 1);
  return counts;
}

/** Whether the frames that both stages have are the same ones around both passages. */
function shareFrames([before, after]: Pair, { map }: MarkedStages, later: ReadonlySet<Parents>): boolean {
  const [from, to] = [before.path.at(-1), after.path.at(-1)];
  if (after.attribute && from && isFrame(from) && map.get(from) !== to) return false;
  const was = before.path.filter((container) => isFrame(container) && map.has(container));
  const is = after.path.filter((container) => isFrame(container) && later.has(container));
  return was.length === is.length && was.every((frame, at) => map.get(frame) === is[at]);
}

/** The passages that stayed, each with what it was. */
function pairsOf({ steps, from, to }: MarkedStages): Pair[] {
  return steps.flatMap((step) => {
    const before = step.kind === 'both' ? from.passages[step.from[0] ?? -1] : undefined;
    if (step.kind !== 'both' || !before) return [];
    return step.to.flatMap((order): Pair[] => {
      const after = to.passages[order];
      return after ? [[before, after]] : [];
    });
  });
}

function unframedOf(pairs: readonly Pair[], map: ContainerMap): Unframed[] {
  const gone = (container: Parents) => isFrame(container) && !map.has(container);
  return pairs.flatMap(([before, to]) => {
    if (to.attribute) return [];
    const depth = sharedDepth(before.path, to.path, map);
    const frames = leading(before.path.slice(depth), gone);
    return frames.length > 0 ? [{ to, depth, gone: frames }] : [];
  });
}

/** Later containers all of whose passages stood in one frame that went: it can stand around them whole. */
function wholeInOneFrame(unframed: readonly Unframed[], counts: ReadonlyMap<Parents, number>): Set<Parents> {
  const within = new Map<Parents, { readonly frame: Parents; count: number }>();
  for (const { to, depth, gone } of unframed) {
    const [container, frame] = [to.path[depth], gone[0]];
    if (!container || !frame) continue;
    const known = within.get(container) ?? { frame, count: 0 };
    if (known.frame === frame) within.set(container, { frame, count: known.count + 1 });
  }
  return new Set([...within].flatMap(([container, { count }]) => (counts.get(container) === count ? [container] : [])));
}

/** The frames that went from around passages that stayed, as far as they can stand around them in the later stage's order. */
function keptFrames(stages: MarkedStages): { around: Map<Passage, Unframed>; torn: Set<Passage> } {
  const later = new Set(stages.map.values());
  const pairs = pairsOf(stages);
  const unframed = unframedOf(pairs, stages.map);
  const whole = wholeInOneFrame(unframed, countPassages(stages.to.passages));
  const around = new Map<Passage, Unframed>();
  for (const one of unframed) {
    const next = one.to.path[one.depth];
    const fits = next === undefined || (whole.has(next) && !(isFrame(next) && !later.has(next)));
    if (fits) around.set(one.to, one);
  }
  const leaves = ([before, after]: Pair) =>
    before.path.filter((container) => isFrame(container) && !stages.map.has(container)).length ===
    (around.get(after)?.gone.length ?? 0);
  const torn = pairs.filter((pair) => !leaves(pair) || !shareFrames(pair, stages, later));
  for (const [, after] of torn) around.delete(after);
  return { around, torn: new Set(torn.map(([, after]) => after)) };
}

function isTorn(step: Step, { passages }: Passages, torn: ReadonlySet<Passage>): boolean {
  return step.kind === 'both' && step.to.some((order) => torn.has(passages[order] as Passage));
}

/**
 * Shows passages whole in both places where the frame they stood in can't stand around them any more, such as a box that
 * became a recommendation.
 *
 * @param stages both stages
 */
export function separateFrames(stages: MarkedStages): Step[] {
  const { torn } = keptFrames(stages);
  return stages.steps.flatMap((step): Step[] => {
    if (step.kind !== 'both' || !isTorn(step, stages.to, torn)) return [step];
    const { change } = step;
    return [
      ...step.from.map((from): Step => ({ kind: 'gone', from, change })),
      ...step.to.map((to): Step => ({ kind: 'come', to, change })),
    ];
  });
}

/**
 * Finds what happened to boxes, recommendations and alternatives around passages that stayed: a recommendation that
 * became a paragraph still stands around it, struck, and one that a paragraph became stands around it, underlined.
 *
 * @param stages both stages
 */
export function findFrames(stages: MarkedStages): Frames {
  const { around } = keptFrames(stages);
  const later = new Set(stages.map.values());
  const innermost = [...around.values()]
    .filter(({ to }) => to.node.type === 'paragraph')
    .map(({ gone }) => gone.at(-1));
  const numbered: ReadonlySet<Parents | undefined> = new Set(
    innermost.filter((frame) => frame?.type === 'alternative'),
  );
  return {
    fateOf: (container, isLater) => {
      if (!isFrame(container)) return undefined;
      if (isLater) return later.has(container) ? undefined : 'inserted';
      return stages.map.has(container) ? undefined : 'deleted';
    },
    pathOf: (passage, path) => {
      const one = around.get(passage);
      return one === undefined ? path : [...path.slice(0, one.depth), ...one.gone, ...path.slice(one.depth)];
    },
    isNumberedByWords: (container) => numbered.has(container),
  };
}

/**
 * Blocks that came between two that a frame which went stands around, put into that frame too, so that it need not be
 * opened twice: in the later stage it is not there.
 *
 * @param entries blocks with their containers, in order
 * @param later the containers of the later stage
 */
export function fillFrames(entries: readonly Entry[], later: ReadonlySet<Parents>): Entry[] {
  const filled = [...entries];
  let last: readonly Parents[] | undefined;
  let between: number[] = [];
  entries.forEach((entry, index) => {
    if (!entry.later) return;
    const depth = entry.path.findIndex((container) => !later.has(container));
    const frames =
      depth === -1 ? undefined : entry.path.slice(0, entry.path.findLastIndex((one) => !later.has(one)) + 1);
    if (frames === undefined) {
      between.push(index);
      return;
    }
    if (last?.[depth] === frames[depth]) enclose(filled, between, frames.slice(0, depth + 1));
    [last, between] = [frames, []];
  });
  return filled;
}

function enclose(entries: Entry[], indices: readonly number[], frames: readonly Parents[]): void {
  const outer = frames.slice(0, -1);
  for (const index of indices) {
    const entry = entries[index];
    if (entry && outer.every((container, depth) => entry.path[depth] === container))
      entries[index] = { ...entry, path: [...frames, ...entry.path.slice(outer.length)] };
  }
}
