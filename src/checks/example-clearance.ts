/** Clearances for the examples of checks: of the section that the examples share. */

/** Digest of the list below. */
export const EXAMPLE_DIGEST = '821cdac893fa627f13ef7d00cdd2ba0445799b72fcb0de435c00da35b2d53116';

/** The files that were cleared, as clearances list them. */
export const EXAMPLE_FILES = `texts:\n  ${EXAMPLE_DIGEST}:\n    drafts/10-introduction.md: 26149922371d1d660025cacace098bd7cce1e8dd\n`;

/**
 * The clearance of one member.
 *
 * @param by Who cleared.
 * @param digest What stands as the digest of the text.
 */
export function exampleClearance(by: string, digest: string): string {
  const signOff = `clearances:\n  - by: ${by}\n    level: principal\n    date: 2022-09-01\n    text: ${digest}\n`;
  return signOff + EXAMPLE_FILES;
}
