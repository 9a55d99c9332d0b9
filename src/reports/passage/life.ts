import { type Passage, readPassages } from '../../changes/passages.ts';
import { shownText } from '../../changes/tokens.ts';
import type { Change, ChangeLog, PassageRef } from '../../model/change-log.ts';
import type { Document } from '../../model/document.ts';

/** A stage with its composed text. */
export interface LifeStage {
  readonly id: string;
  readonly title: string;
  /** ISO date, for frozen stages. */
  readonly date?: string;
  readonly document: Document;
  /** Files by the ids of their sections. */
  readonly sections: ReadonlyMap<string, string>;
}

/** A passage as one stage has it. */
export interface PassageState {
  readonly ref: PassageRef;
  /** Headings it stands under, outermost first. */
  readonly headings: readonly string[];
  readonly text: string;
}

/** What one stage has of a passage, and what happened to it since the stage before. */
export interface LifeStep {
  readonly stage: { readonly id: string; readonly title: string; readonly date?: string };
  /** Empty where the stage has nothing of it. */
  readonly passages: readonly PassageState[];
  /** Since the stage before; none for the first. */
  readonly changes: readonly Change[];
}

interface ReadStage {
  readonly stage: LifeStage;
  /** By place in reading order. */
  readonly states: ReadonlyMap<number, PassageState>;
}

/**
 * Follows a passage through the stages: what it was made from and what was made of it, by splits, merges and moves.
 *
 * @param id Id of a passage, of a block that holds some, or of a section.
 * @param stages In order.
 * @param logs Between neighbours: one fewer than stages.
 * @returns One step for each stage; undefined where no stage ever had the id.
 */
export function passageLife(
  id: string,
  stages: readonly LifeStage[],
  logs: readonly ChangeLog[],
): readonly LifeStep[] | undefined {
  const read = stages.map(readStage);
  const seeds = read.map((one) => ordersNamed(id, one));
  if (seeds.every((orders) => orders.size === 0)) return undefined;
  const forward = carry(seeds, logs, 'forward');
  const backward = carry(seeds, logs, 'backward');
  const all = seeds.map((_, index) => new Set([...(forward[index] ?? []), ...(backward[index] ?? [])]));
  return read.map(({ stage, states }, index): LifeStep => {
    const own = all[index] ?? new Set<number>();
    const before = all[index - 1] ?? new Set<number>();
    const { id: name, title, date } = stage;
    return {
      stage: { id: name, title, ...(date !== undefined && { date }) },
      passages: [...own].sort((a, b) => a - b).flatMap((order) => states.get(order) ?? []),
      changes: (logs[index - 1]?.changes ?? []).filter(
        ({ from, to }) => from.some(({ order }) => before.has(order)) || to.some(({ order }) => own.has(order)),
      ),
    };
  });
}

function readStage(stage: LifeStage): ReadStage {
  const states = new Map<number, PassageState>();
  const headings: { depth: number; text: string }[] = [];
  let section: string | undefined;
  for (const passage of readPassages(stage.document).passages) {
    if (passage.ref.file !== section) headings.length = 0;
    section = passage.ref.file;
    const depth = headingDepth(passage);
    if (depth !== undefined) {
      while ((headings.at(-1)?.depth ?? 0) >= depth) headings.pop();
    }
    states.set(passage.order, { ref: passage.ref, headings: headings.map(({ text }) => text), text: textOf(passage) });
    if (depth !== undefined) headings.push({ depth, text: textOf(passage) });
  }
  return { stage, states };
}

function headingDepth({ node, attribute }: Passage): number | undefined {
  return node.type === 'heading' && attribute === undefined ? node.depth : undefined;
}

function textOf({ tokens, node, attribute }: Passage): string {
  const words = attribute === undefined ? shownText(node) : tokens.map(({ lead, text }) => `${lead}${text}`).join('');
  return words.replace(/\s+/gu, ' ').trim();
}

/** The passages that bear the id, that stand in a block which does, or in the section that does. */
function ordersNamed(id: string, { stage, states }: ReadStage): Set<number> {
  const exact = [...states].filter(([, { ref }]) => ref.id === id || ref.within?.includes(id) === true);
  if (exact.length > 0) return new Set(exact.map(([order]) => order));
  const file = stage.sections.get(id);
  const inSection = [...states].filter(([, { ref }]) => file !== undefined && ref.file === file);
  return new Set(inSection.map(([order]) => order));
}

/** Carries passages from stage to stage, in one direction only: what was merged into a passage has a life of its own. */
function carry(
  seeds: readonly ReadonlySet<number>[],
  logs: readonly ChangeLog[],
  direction: 'forward' | 'backward',
): readonly ReadonlySet<number>[] {
  const carried = seeds.map((orders) => new Set(orders));
  const [side, other] = direction === 'forward' ? (['from', 'to'] as const) : (['to', 'from'] as const);
  const pairs = logs.map((log, index) => ({
    log,
    start: direction === 'forward' ? index : index + 1,
    end: direction === 'forward' ? index + 1 : index,
  }));
  if (direction === 'backward') pairs.reverse();
  for (const { log, start, end } of pairs) {
    const here = carried[start];
    if (here === undefined || here.size === 0) continue;
    for (const change of log.changes) {
      if (change[side].some(({ order }) => here.has(order)))
        for (const { order } of change[other]) carried[end]?.add(order);
    }
  }
  return carried;
}
