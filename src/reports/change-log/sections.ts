import type { Change, PassageRef } from '../../model/change-log.ts';

/** Where a change is told: under which title, and under which heading of it. */
export interface Spot {
  readonly section: string;
  readonly heading: string;
}

/** Neighbouring changes that are told under one heading. */
export interface Told extends Spot {
  readonly changes: Change[];
}

/** Under which title and heading a passage stands in its own stage. */
export function spotOf(ref: PassageRef): Spot {
  return { section: ref.section, heading: ref.heading ?? '' };
}

function keyOf({ section, heading }: Spot): string {
  return `${section}\n${heading}`;
}

/**
 * Puts changes under the headings of the later stage. What is gone stands under its own where that is still there, else
 * where the passage before it stands.
 *
 * @param changes in reading order
 */
export function bySection(changes: readonly Change[]): Told[] {
  const known = new Set(changes.flatMap(({ to }) => to.map((ref) => keyOf(spotOf(ref)))));
  const told: Told[] = [];
  for (const change of changes) {
    const last = told.at(-1);
    const [own, former] = [change.to[0], change.from[0]];
    const before = former && spotOf(former);
    const stays = before !== undefined && (known.has(keyOf(before)) || last === undefined);
    const spot = own ? spotOf(own) : stays ? before : (last ?? { section: '', heading: '' });
    if (last !== undefined && keyOf(last) === keyOf(spot)) last.changes.push(change);
    else told.push({ section: spot.section, heading: spot.heading, changes: [change] });
  }
  return told;
}
