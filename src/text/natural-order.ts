/**
 * Compares names as people number them: `sec2` before `sec10`, and else by code point, the same on every machine.
 *
 * Both are compared in NFC, so that a name sorts the same whichever system wrote it.
 *
 * @returns Below 0, 0 or above 0, as sort functions want it.
 */
export function naturalOrder(a: string, b: string): number {
  const [left, right] = [pieces(a), pieces(b)];
  for (const [index, piece] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const order = comparePieces(piece, other);
    if (order !== 0) return order;
  }
  return left.length - right.length || byCodePoint(a, b);
}

function pieces(name: string): string[] {
  return name.normalize('NFC').match(/\d+|\D+/gu) ?? [];
}

function comparePieces(a: string, b: string): number {
  const numbers = /^\d/u.test(a) && /^\d/u.test(b);
  if (!numbers) return byCodePoint(a, b);
  const [left, right] = [a.replace(/^0+(?=\d)/u, ''), b.replace(/^0+(?=\d)/u, '')];
  return left.length - right.length || byCodePoint(left, right);
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
