/** What is known of some numbers that are zero or more: a sum of them equals, or is at least, a value. */
export interface Constraint {
  readonly coefficients: readonly number[];
  readonly relation: '=' | '>=';
  readonly value: number;
}

const TINY = 1e-7;

/**
 * Bounds of a sum, as an attacker with a linear solver finds them: simplex in two phases, with Bland's rule.
 *
 * @param sum Coefficients of the numbers.
 * @param known Constraints that can all be met.
 */
export function bounds(sum: readonly number[], known: readonly Constraint[]): { least: number; most: number } {
  const least = minimise(sum, known);
  const most = minimise(
    sum.map((value) => -value),
    known,
  );
  return { least: least ?? Number.NEGATIVE_INFINITY, most: most === undefined ? Number.POSITIVE_INFINITY : -most };
}

interface Tableau {
  readonly rows: number[][];
  readonly basis: number[];
  readonly columns: number;
}

/** The least value of a sum; undefined where there is none. */
function minimise(sum: readonly number[], known: readonly Constraint[]): number | undefined {
  const tableau = startingTableau(sum.length, known);
  const { rows, basis, columns } = tableau;
  const artificial = columns - rows.length;
  const first = Array.from({ length: columns }, (_, column) => (column >= artificial ? 1 : 0));
  if ((solve(tableau, first, columns) ?? 0) > TINY) throw new Error('The constraints contradict each other.');
  for (let row = rows.length - 1; row >= 0; row -= 1) {
    if ((basis[row] ?? 0) < artificial) continue;
    const column = (rows[row] ?? []).findIndex((value, index) => index < artificial && Math.abs(value) > TINY);
    if (column >= 0) pivot(tableau, row, column);
    else {
      rows.splice(row, 1);
      basis.splice(row, 1);
    }
  }
  const second = Array.from({ length: columns }, (_, column) => sum[column] ?? 0);
  return solve(tableau, second, artificial);
}

function startingTableau(numbers: number, known: readonly Constraint[]): Tableau {
  const surplus = known.filter(({ relation }) => relation === '>=').length;
  const columns = numbers + surplus + known.length;
  let next = numbers;
  const rows = known.map(({ coefficients, relation, value }, index) => {
    const row = new Array<number>(columns + 1).fill(0);
    for (const [column, coefficient] of coefficients.entries()) row[column] = coefficient;
    if (relation === '>=') {
      row[next] = -1;
      next += 1;
    }
    row[numbers + surplus + index] = 1;
    row[columns] = value;
    return row;
  });
  return { rows, basis: known.map((_, index) => numbers + surplus + index), columns };
}

function solve(tableau: Tableau, costs: readonly number[], usable: number): number | undefined {
  const { rows, basis, columns } = tableau;
  for (;;) {
    const reduced = (column: number): number =>
      rows.reduce(
        (cost, row, index) => cost - (costs[basis[index] ?? 0] ?? 0) * (row[column] ?? 0),
        costs[column] ?? 0,
      );
    let entering = -1;
    for (let column = 0; column < usable && entering < 0; column += 1) if (reduced(column) < -TINY) entering = column;
    if (entering < 0)
      return rows.reduce((sum, row, index) => sum + (costs[basis[index] ?? 0] ?? 0) * (row[columns] ?? 0), 0);
    const leaving = leavingRow(tableau, entering);
    if (leaving < 0) return undefined;
    pivot(tableau, leaving, entering);
  }
}

function leavingRow({ rows, basis, columns }: Tableau, column: number): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, row] of rows.entries()) {
    const value = row[column] ?? 0;
    if (value <= TINY) continue;
    const ratio = (row[columns] ?? 0) / value;
    const isBetter = ratio < least - TINY || (ratio < least + TINY && (basis[index] ?? 0) < (basis[best] ?? 0));
    if (!isBetter) continue;
    best = index;
    least = Math.min(least, ratio);
  }
  return best;
}

function pivot({ rows, basis }: Tableau, at: number, column: number): void {
  const row = rows[at] ?? [];
  const divisor = row[column] ?? 1;
  for (const index of row.keys()) row[index] = (row[index] ?? 0) / divisor;
  for (const [index, other] of rows.entries()) {
    const factor = other[column] ?? 0;
    if (index === at || Math.abs(factor) < 1e-12) continue;
    for (const position of other.keys()) other[position] = (other[position] ?? 0) - factor * (row[position] ?? 0);
  }
  basis[at] = column;
}
