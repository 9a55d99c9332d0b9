import type { Parents } from 'mdast';
import type { Passage, Passages } from '../passages.ts';
import type { Step } from './plan-steps.ts';
import type { ContainerMap } from './tree.ts';

/** A passage of one stage only, and the containers it stands in: those of the later stage where they became one. */
interface Lone {
  readonly step: Step;
  readonly path: readonly Parents[];
}

/** The containers of what stands before and after a gap; undefined where the text begins or ends. */
interface Borders {
  readonly left: readonly Parents[] | undefined;
  readonly right: readonly Parents[] | undefined;
}

interface Gap {
  readonly gone: readonly Lone[];
  readonly come: readonly Lone[];
}

interface Parts {
  readonly head: Lone[];
  readonly middle: Lone[];
  readonly tail: Lone[];
}

function cut(lones: readonly Lone[], depth: number, left: Parents | undefined, right: Parents | undefined): Parts {
  const within = (container: Parents | undefined) => (lone: Lone) =>
    container !== undefined && lone.path[depth] === container;
  const outside = lones.findIndex((lone) => !within(left)(lone));
  const start = outside < 0 ? lones.length : outside;
  const end = Math.max(start, lones.findLastIndex((lone) => !within(right)(lone)) + 1);
  return { head: lones.slice(0, start), middle: lones.slice(start, end), tail: lones.slice(end) };
}

function isHeader({ step, path }: Lone, passages: Passages): boolean {
  const table = path.at(-1);
  return step.kind === 'come' && table?.type === 'table' && table.children[0] === passages.passages[step.to]?.node;
}

/** What is gone stands before what is new; only the head of a table stays at its top. */
function inPlace({ gone, come }: Gap, to: Passages): Lone[] {
  const [first, ...rest] = come;
  if (!first || !isHeader(first, to) || gone.some(({ path }) => path.at(-1) !== first.path.at(-1)))
    return [...gone, ...come];
  return [first, ...gone, ...rest];
}

/** Keeps together what stands in the container before a gap, and what stands in the one after it. */
function orderGap(gap: Gap, borders: Borders, depth: number, to: Passages): Lone[] {
  const [left, right] = [borders.left?.[depth], borders.right?.[depth]];
  if (!left && !right) return inPlace(gap, to);
  const [gone, come] = [cut(gap.gone, depth, left, right), cut(gap.come, depth, left, right)];
  const both = left === right && gone.middle.length + come.middle.length === 0;
  const headEnd = both ? borders.right : undefined;
  return [
    ...orderGap({ gone: gone.head, come: come.head }, { left: borders.left, right: headEnd }, depth + 1, to),
    ...inPlace({ gone: gone.middle, come: come.middle }, to),
    ...orderGap({ gone: gone.tail, come: come.tail }, { left: undefined, right: borders.right }, depth + 1, to),
  ];
}

function laterPath(passage: Passage | undefined, map: ContainerMap): Parents[] {
  return (passage?.path ?? []).map((container) => map.get(container) ?? container);
}

/**
 * Puts passages that one stage only has where they tear no container of the later stage apart: a row that is new stays
 * in its table though a paragraph below the table is gone. The order of each stage is kept.
 *
 * @param steps the passages of both stages in one order
 * @param sides both stages
 * @param map which earlier container became which later one
 */
export function orderSteps(
  steps: readonly Step[],
  sides: { readonly from: Passages; readonly to: Passages },
  map: ContainerMap,
): Step[] {
  const ordered: Step[] = [];
  let gap: { gone: Lone[]; come: Lone[] } = { gone: [], come: [] };
  let left: readonly Parents[] | undefined;
  const close = (right: readonly Parents[] | undefined) => {
    ordered.push(...orderGap(gap, { left, right }, 0, sides.to).map(({ step }) => step));
    gap = { gone: [], come: [] };
  };
  for (const step of steps) {
    if (step.kind === 'gone') gap.gone.push({ step, path: laterPath(sides.from.passages[step.from], map) });
    else if (step.kind === 'come') gap.come.push({ step, path: sides.to.passages[step.to]?.path ?? [] });
    else {
      close(sides.to.passages[step.to[0] ?? -1]?.path);
      ordered.push(step);
      left = sides.to.passages[step.to.at(-1) ?? -1]?.path;
    }
  }
  close(undefined);
  return ordered;
}
