import type { Finding, Severity } from '../../model/finding.ts';
import { harmless } from './json.ts';
import type { Reporter } from './reporter.ts';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/**
 * The exchange format of code scanners.
 * Source: SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/
 */
export const sarif: Reporter = {
  id: 'sarif',
  about: 'SARIF 2.1.0, for code scanning services.',
  render: (findings, { prefix = '' }) => {
    const rules = [...new Set(findings.map(({ check }) => check))].sort((a, b) => (a < b ? -1 : 1));
    const results = findings.map((finding) => result(finding, rules, prefix));
    const driver = { name: 'Penholder', rules: rules.map((id) => ({ id })) };
    const log = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
    };
    return `${harmless(JSON.stringify(log, null, 2))}\n`;
  },
};

function result(finding: Finding, rules: readonly string[], prefix: string): object {
  const { check, severity, message, why, hint, place } = finding;
  const uri = `${prefix}${place.file}`.split('/').map(encodeSegment).join('/');
  const region = { startLine: Math.max(place.line, 1), startColumn: Math.max(place.column, 1) };
  return {
    ruleId: check,
    ruleIndex: rules.indexOf(check),
    level: LEVELS[severity],
    message: { text: [message, why, hint].filter((part) => part !== undefined).join(' ') },
    locations: place.file === '' ? [] : [{ physicalLocation: { artifactLocation: { uri }, region } }],
  };
}

/** File names may hold halves of characters, which no address can. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd'));
}
