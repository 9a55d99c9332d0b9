import type { Parents } from 'mdast';
import type { Passage, Passages } from '../passages.ts';
import type { Step } from './plan-steps.ts';

/** What becomes of words that containers carry as attributes, such as the title of a box. */
export interface Attributes {
  /** True where the container itself shows the passage, so that no block is made of it. */
  readonly isCarried: (passage: Passage) => boolean;
  /** True for passages in a container that came or went as a whole: the container alone is marked. */
  readonly isWhole: (passage: Passage) => boolean;
  /** Takes from a container's copy the words that are shown as a block, and marks a container that came or went. */
  readonly dress: (container: Parents, copy: Parents) => Parents;
}

type Fate = { readonly kind: 'inserted' | 'deleted'; readonly change: string };

const WITH_ATTRIBUTES: ReadonlySet<string> = new Set(['box', 'termDefinition', 'recommendation']);

/** Containers with other blocks than their own words: only these can carry words for others to stand under. */
function withContent(passages: readonly Passages[]): Set<Parents> {
  const leaves = passages.flatMap((side) => side.leaves).filter((leaf) => !leaf.attribute);
  return new Set(leaves.flatMap((leaf) => leaf.path));
}

/** The fate all passages of a container share, for containers that carry words; undefined where they differ. */
function wholeFates(steps: readonly Step[], from: Passages, to: Passages): Map<Parents, Fate | undefined> {
  const fates = new Map<Parents, Fate | undefined>();
  const note = (passage: Passage | undefined, fate: Fate | undefined) => {
    for (const container of passage?.path ?? []) {
      if (!WITH_ATTRIBUTES.has(container.type)) continue;
      const known = fates.get(container);
      const differs = fates.has(container) && known?.kind !== fate?.kind;
      if (differs) fates.set(container, undefined);
      else if (!fates.has(container)) fates.set(container, fate);
    }
  };
  for (const step of steps) {
    const kind = step.kind === 'both' ? undefined : step.change?.kind;
    if (step.kind === 'gone') {
      note(from.passages[step.from], kind === 'deleted' && step.change ? { kind, change: step.change.id } : undefined);
    } else if (step.kind === 'come') {
      const fate: Fate | undefined =
        kind === 'added' && step.change ? { kind: 'inserted', change: step.change.id } : undefined;
      note(to.passages[step.to], fate);
    } else noteBoth(step, from, to, note);
  }
  return fates;
}

function noteBoth(
  step: Extract<Step, { kind: 'both' }>,
  from: Passages,
  to: Passages,
  note: (passage: Passage | undefined, fate: undefined) => void,
): void {
  for (const index of step.from) note(from.passages[index], undefined);
  for (const index of step.to) note(to.passages[index], undefined);
}

/** Later containers whose words did not change. */
function unchangedAttributes(steps: readonly Step[], from: Passages, to: Passages): Set<Parents> {
  const unchanged = new Set<Parents>();
  for (const step of steps) {
    if (step.kind !== 'both') continue;
    const [before, after] = [from.passages[step.from[0] ?? -1], to.passages[step.to[0] ?? -1]];
    const container = after?.path.at(-1);
    if (after?.attribute && container && before?.key === after.key) unchanged.add(container);
  }
  return unchanged;
}

function undress(copy: Parents): Parents {
  if (copy.type === 'termDefinition') return { ...copy, term: '' };
  if (copy.type === 'box') {
    const { title: _shown, ...rest } = copy;
    return rest;
  }
  if (copy.type !== 'recommendation') return copy;
  const { for: _for, by: _by, ...rest } = copy;
  return rest;
}

/**
 * Decides for every container with words of its own whether it keeps them.
 *
 * @param steps the passages of both stages in one order
 * @param from passages of the earlier stage
 * @param to passages of the later stage
 */
export function keptAttributes(steps: readonly Step[], from: Passages, to: Passages): Attributes {
  const fates = wholeFates(steps, from, to);
  const unchanged = unchangedAttributes(steps, from, to);
  const filled = withContent([from, to]);
  for (const container of fates.keys()) if (!filled.has(container)) fates.delete(container);
  const keeps = (container: Parents) =>
    filled.has(container) && (unchanged.has(container) || fates.get(container) !== undefined);
  return {
    isCarried: (passage) => {
      const container = passage.attribute ? passage.path.at(-1) : undefined;
      return container !== undefined && keeps(container);
    },
    isWhole: (passage) => passage.path.some((container) => fates.get(container) !== undefined),
    dress: (container, copy) => {
      const fate = fates.get(container);
      if (fate) return { ...copy, data: { ...copy.data, change: fate } };
      return keeps(container) ? copy : undress(copy);
    },
  };
}
