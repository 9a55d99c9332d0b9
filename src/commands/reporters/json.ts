import type { Finding } from '../../model/finding.ts';
import type { Reporter } from './reporter.ts';

/** A list for programs; the keys always stand in the same order. */
export const json: Reporter = {
  id: 'json',
  about: 'A JSON list of findings, for programs.',
  render: (findings) => `${harmless(JSON.stringify(findings.map(plain), null, 2))}\n`,
};

function plain({ check, severity, message, why, hint, place: { file, line, column } }: Finding): object {
  return {
    check,
    severity,
    message,
    ...(why !== undefined && { why }),
    ...(hint !== undefined && { hint }),
    place: { file, line, column },
  };
}

/**
 * Escapes what JSON allows in strings but a terminal would act on: C1 controls and characters that turn direction.
 * @param text JSON
 */
export function harmless(text: string): string {
  return text.replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
