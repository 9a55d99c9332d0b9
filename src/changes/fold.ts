/** Typographic variants and what they stand for when passages are compared. */
const VARIANTS: ReadonlyMap<string, string> = new Map([
  ...[...'‘’‚‛′`´ʼ'].map((sign) => [sign, "'"] as const),
  ...[...'“”„‟″«»'].map((sign) => [sign, '"'] as const),
  ...[...'‐‑‒–—―−'].map((sign) => [sign, '-'] as const),
  ['\u2026', '...'],
]);

const VARIANT = /[‘’‚‛′`´ʼ“”„‟″«»‐‑‒–—―−\u2026]/gu;
// Soft hyphens, zero-width spaces, direction marks and byte-order marks are invisible in print.
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u2060\ufeff]/gu;

const PLAIN = /^[\w\s.,;:!?()/"'-]*$/;

/**
 * Text with typography taken away: NFC, straight quotes, plain hyphens, nothing invisible.
 *
 * @param text any text
 */
export function foldTypography(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(VARIANT, (sign) => VARIANTS.get(sign) ?? sign);
}
