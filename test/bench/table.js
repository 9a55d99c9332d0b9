/** The table that `npm run bench` prints. */

/**
 * @typedef {{
 *   what: string, measured: string, reference: string, ratio?: number | undefined, limit: string, ok: boolean | undefined
 * }} Row `ok` is undefined where something could not be measured here, and `reference` then says why.
 */

/**
 * A row that holds a quotient against its limit.
 *
 * @param {string} what
 * @param {{ measured: number, reference: number, unit: string, against: string, limit: number }} values
 * @returns {Row}
 */
export function ratioRow(what, { measured, reference, unit, against, limit }) {
  const ratio = measured / reference;
  return {
    what,
    measured: `${shown(measured)} ${unit}`,
    reference: `${shown(reference)} ${unit} ${against}`,
    ratio,
    limit: `≤ ${limit} ×`,
    ok: ratio <= limit,
  };
}

/**
 * A row that holds a value against its limit.
 *
 * @param {string} what
 * @param {{ measured: number, unit: string, limit: number, reference?: string }} values
 * @returns {Row}
 */
export function valueRow(what, { measured, unit, limit, reference = '' }) {
  return {
    what,
    measured: `${shown(measured)} ${unit}`,
    reference,
    limit: `≤ ${limit} ${unit}`,
    ok: measured <= limit,
  };
}

/**
 * A row that holds a value against the least it must be.
 *
 * @param {string} what
 * @param {{ measured: number, unit: string, limit: number, reference?: string }} values
 * @returns {Row}
 */
export function leastRow(what, { measured, unit, limit, reference = '' }) {
  return {
    what,
    measured: `${measured.toFixed(4)} ${unit}`,
    reference,
    limit: `≥ ${limit} ${unit}`,
    ok: measured >= limit,
  };
}

/**
 * A row for what could not be measured here.
 *
 * @param {string} what
 * @param {{ limit: string, why: string }} values
 * @returns {Row}
 */
export function skippedRow(what, { limit, why }) {
  return { what, measured: 'not measured', reference: why, limit, ok: undefined };
}

function shown(value) {
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 100 ? 3 : 0);
}

const HEAD = ['what', 'measured', 'reference', 'ratio', 'limit', 'ok'];

/**
 * Rows as a table of text.
 *
 * @param {readonly Row[]} rows
 */
export function tableText(rows) {
  const cells = rows.map(({ what, measured, reference, ratio, limit, ok }) => [
    what,
    measured,
    reference,
    ratio === undefined ? '' : ratio.toFixed(2),
    limit,
    ok === undefined ? 'skipped' : ok ? 'yes' : 'NO',
  ]);
  const widths = HEAD.map((_, column) => Math.max(...[HEAD, ...cells].map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return `${[line(HEAD), rule, ...cells.map(line)].join('\n')}\n`;
}
