/**
 * Small cells, so that nothing can be computed back.
 *
 * Hiding every figure under five is not enough: totals, and other tables of the same people, give most of them back.
 * So figures are never hidden one by one. People are counted in atoms: all who share one value in every dimension. An
 * atom of five or more stands for itself. Smaller ones are pooled into blocks of five or more, and every figure of
 * every table is a sum of whole blocks: what lies in a block that a figure cuts through is left out of that figure,
 * which is then "at least" so many, or not shown at all. All tables together thus tell the sums of blocks and nothing
 * else, and whoever adds and subtracts them gets sums of blocks again.
 */

/** The least number of people that is told. */
export const THRESHOLD = 5;

/** What is told of an atom beside its number. */
export type AtomPlace = Readonly<Record<string, string>>;

/** People who share one value in every dimension. */
export interface Atom {
  readonly place: AtomPlace;
  readonly value: number;
  /** Their number is not known, or may never be told: they are left out of every figure. */
  readonly untold?: boolean;
}

/** Atoms that are only ever counted together. */
interface Block {
  readonly atoms: readonly Atom[];
  readonly value: number;
  /** False for those too few to be told of even together. */
  readonly told: boolean;
}

/** Atoms in blocks, ready to be counted. */
export interface Pool {
  readonly blocks: readonly Block[];
}

/** A number as it may be printed. */
export interface Count {
  /** What may be told; 0 where nothing may. */
  readonly value: number;
  /** `at-least`: some are left out; `not-shown`: there are some, and their number is not told. */
  readonly kind: 'exact' | 'at-least' | 'not-shown';
}

/**
 * Pools atoms, so that none under the threshold can be told from the others.
 *
 * @param atoms In any order; those with the same place are counted as one.
 * @param dimensions Dimensions of the places, the most important first: small atoms are pooled with those that share it.
 */
export function poolAtoms(atoms: readonly Atom[], dimensions: readonly string[]): Pool {
  const merged = mergeAtoms(atoms, dimensions);
  const large = merged.filter((atom) => isTold(atom) && atom.value >= THRESHOLD);
  const small = merged.filter((atom) => isTold(atom) && atom.value < THRESHOLD);
  const untold = merged.filter((atom) => !isTold(atom));
  return {
    blocks: [
      ...large.map((atom): Block => ({ atoms: [atom], value: atom.value, told: true })),
      ...poolSmall(small, dimensions),
      ...untold.map((atom): Block => ({ atoms: [atom], value: 0, told: false })),
    ],
  };
}

/**
 * Counts the people of a cell, as far as it may be told.
 *
 * @param holds True for the places that belong to the cell.
 */
export function countIn({ blocks }: Pool, holds: (place: AtomPlace) => boolean): Count {
  let value = 0;
  let leftOut = false;
  for (const { atoms, value: sum, told } of blocks) {
    const inside = atoms.filter(({ place }) => holds(place)).length;
    if (inside === 0) continue;
    if (told && inside === atoms.length) value += sum;
    else leftOut = true;
  }
  if (!leftOut) return { value, kind: 'exact' };
  return value === 0 ? { value: 0, kind: 'not-shown' } : { value, kind: 'at-least' };
}

function isTold({ untold }: Atom): boolean {
  return untold !== true;
}

function keyOf(place: AtomPlace, dimensions: readonly string[]): string {
  return JSON.stringify(dimensions.map((dimension) => place[dimension] ?? ''));
}

function gather(atoms: readonly Atom[], key: (atom: Atom) => string): Atom[][] {
  const groups = new Map<string, Atom[]>();
  for (const atom of atoms) {
    const group = groups.get(key(atom));
    if (group === undefined) groups.set(key(atom), [atom]);
    else group.push(atom);
  }
  return [...groups.values()];
}

/** One atom for each place; those that are never told stay apart from those that are. */
function mergeAtoms(atoms: readonly Atom[], dimensions: readonly string[]): Atom[] {
  const counted = atoms.filter((atom) => !isTold(atom) || atom.value > 0);
  const groups = gather(counted, (atom) => `${atom.untold === true} ${keyOf(atom.place, dimensions)}`);
  return groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [{ ...first, value: group.reduce((sum, { value }) => sum + value, 0) }];
  });
}

/** Pools those that share the most first, then ever wider; what is too little even then is not told. */
function poolSmall(small: readonly Atom[], dimensions: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let rest = small;
  for (let shared = dimensions.length - 1; shared >= 0; shared -= 1) {
    const left: Atom[] = [];
    for (const group of gather(rest, ({ place }) => keyOf(place, dimensions.slice(0, shared)))) {
      if (isSafe(group)) blocks.push({ atoms: group, value: sumOf(group), told: true });
      else left.push(...group);
    }
    rest = left;
  }
  return [...blocks, ...rest.map((atom): Block => ({ atoms: [atom], value: 0, told: false }))];
}

function sumOf(atoms: readonly Atom[]): number {
  return atoms.reduce((sum, { value }) => sum + value, 0);
}

/**
 * Whoever knows how blocks are made knows that each small atom is four at most; two fours in a block of eight would be
 * plain to see. So the sum stays two under the most it could be, which leaves three values for each at the least.
 */
function isSafe(atoms: readonly Atom[]): boolean {
  const sum = sumOf(atoms);
  const most = atoms.length * (THRESHOLD - 1);
  return atoms.length > 1 && sum >= THRESHOLD && sum <= most - 2;
}
