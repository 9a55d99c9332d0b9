/** Least and greatest value that a constraint allows. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

const BOUND = /^\.\s*(?<sign>>=|<=)\s*(?<value>-?\d{1,15}(?:\.\d{1,6})?)$/u;

/**
 * Reads a constraint that is nothing but a least and a greatest value: `. >= 0 and . <= 130`.
 *
 * @param constraint An expression.
 * @returns Undefined where it says anything else.
 */
export function parseBounds(constraint: string): Bounds | undefined {
  const parts = constraint.split(/\sand\s/u).map((part) => BOUND.exec(part.trim())?.groups);
  if (parts.length > 2) return undefined;
  const bounds: { min?: number; max?: number } = {};
  for (const part of parts) {
    const key = part?.sign === '>=' ? 'min' : 'max';
    if (part === undefined || bounds[key] !== undefined) return undefined;
    bounds[key] = Number(part.value);
  }
  return bounds;
}

/**
 * Reads the `parameters` of a row: `start=1 end=5 step=1`.
 *
 * @param cell A cell; pairs are set apart by spaces, commas or semicolons.
 */
export function parseParameters(cell: string): Readonly<Record<string, string>> {
  const pairs = cell.split(/[\s,;]+/u).flatMap((pair) => {
    const at = pair.indexOf('=');
    return at > 0 ? [[pair.slice(0, at).toLowerCase(), pair.slice(at + 1)] as const] : [];
  });
  return Object.fromEntries(pairs);
}

/**
 * Writes a least and a greatest value as a constraint.
 *
 * @param bounds At least one of the two, or nothing is written.
 */
export function printBounds({ min, max }: Bounds): string {
  return [min === undefined ? [] : [`. >= ${min}`], max === undefined ? [] : [`. <= ${max}`]].flat().join(' and ');
}
