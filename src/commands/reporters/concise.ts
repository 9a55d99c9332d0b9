import type { Finding } from '../../model/finding.ts';
import { escapeTerminal } from '../../text/escape-terminal.ts';
import { placeLabel } from './place-label.ts';
import type { Reporter } from './reporter.ts';

/** One line a finding, in the form editors and grep understand. */
export const concise: Reporter = {
  id: 'concise',
  about: 'One line for each finding: file:line:column: severity: message [check].',
  render: (findings) => findings.map((finding) => `${conciseLine(finding)}\n`).join(''),
};

/** A finding in one line. */
export function conciseLine({ place, severity, message, check }: Finding): string {
  const line = `${placeLabel(place)}: ${severity}: ${message} [${check}]`;
  return escapeTerminal(line.replace(/\s*\n\s*/gu, ' '));
}
