/** Order of names that is the same on every machine and in every language. */

/** Moves surrogates above the rest, so that code units compare as code points do. */
function weight(unit: number): number {
  if (unit >= 0xe000) return unit - 0x800;
  return unit >= 0xd800 ? unit + 0x2000 : unit;
}

/**
 * Compares two texts by code point, as git orders its paths (UTF-8 bytes order the same way).
 * @returns negative, zero or positive, for `sort`.
 */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const difference = weight(a.charCodeAt(index)) - weight(b.charCodeAt(index));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
