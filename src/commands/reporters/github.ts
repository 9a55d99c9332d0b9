import type { Finding, Severity } from '../../model/finding.ts';
import { escapeTerminal } from '../../text/escape-terminal.ts';
import type { Reporter } from './reporter.ts';
import { summarySentence } from './summary.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };
const RANKS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** GitHub shows this many annotations of a step. */
const SHOWN = 10;

/**
 * Annotations on a pull request, worst first, because only the first ten of a step are shown.
 * Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export const github: Reporter = {
  id: 'github',
  about: 'Annotations on a pull request, for GitHub Actions.',
  render: (findings, { prefix = '' }) => {
    const worstFirst = findings.toSorted((a, b) => RANKS[a.severity] - RANKS[b.severity]);
    const rest = findings.length > SHOWN ? ` GitHub shows the first ${SHOWN} beside the text; the log has all.` : '';
    return `${[...worstFirst.map((finding) => annotation(finding, prefix)), `${summarySentence(findings)}${rest}`].join('\n')}\n`;
  },
};

function annotation({ check, severity, message, why, hint, place }: Finding, prefix: string): string {
  const where = [`file=${property(`${prefix}${place.file}`)}`, `line=${place.line}`, `col=${place.column}`];
  const properties = [...(place.file === '' ? [] : where), `title=${property(check)}`];
  const words = [message, why, hint].filter((part) => part !== undefined).join('\n');
  return `::${COMMANDS[severity]} ${properties.join(',')}::${data(words)}`;
}

/** A line end in a message would begin a new command. */
function data(words: string): string {
  const plain = words.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return escapeTerminal(plain);
}

function property(words: string): string {
  return data(words).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
