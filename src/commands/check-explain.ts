import { type CheckId, checkIds, checks } from '../checks/index.ts';
import { areaOf, selectChecks } from '../checks/select-checks.ts';
import type { Check, CheckExamples } from '../model/contracts.ts';
import type { Severity } from '../model/finding.ts';
import { nearest } from '../text/nearest.ts';
import { CannotRun } from './cannot-run.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'an error: what depends on it is refused',
  warning: 'a warning: somebody should look at it',
  info: 'a remark',
};

/** Lines of a long example that are shown before and after what differs. */
const AROUND = 3;
const LONG_EXAMPLE = 20;
const LONG_LINE = 200;

/**
 * `penholder check --explain <id>`: what a rule is for, why it exists, and its examples.
 *
 * @throws CannotRun where there is no such rule, with the one that was probably meant.
 */
export async function explainCheck(id: string, context: CommandContext): Promise<number> {
  const check = await checks[knownId(id)]();
  const chalk = await context.chalk('out');
  const { examples } = check;
  const parts = [
    chalk.bold(check.id),
    check.about,
    `It is ${SEVERITIES[check.severity]}.`,
    `${chalk.bold('Why:')} ${check.why}`,
    ...(examples === undefined
      ? []
      : [
          ...earlierParts(examples, chalk.bold('Where')),
          ...besideParts(examples, chalk.bold('Where')),
          `${chalk.bold('This is found')}, in ${examples.file}:`,
          indented(shownPart(examples, 'failing')),
          `${chalk.bold('This is not:')}`,
          indented(shownPart(examples, 'passing')),
        ]),
  ];
  context.print(`${parts.join('\n\n')}\n`);
  return EXIT.clean;
}

/** `penholder check --list`: all rules, or those of some areas; with `--format json` for programs. */
export async function listChecks(
  only: readonly string[],
  format: string | undefined,
  context: CommandContext,
): Promise<number> {
  const { ids } = selectChecks(only);
  const loaded = await Promise.all(ids.map((id): Promise<Check> => checks[id]()));
  if (format === 'json') {
    const plain = loaded.map(({ id, severity, about, why, needs }) => ({ id, severity, about, why, needs }));
    context.print(JSON.stringify(plain, null, 2));
    return EXIT.clean;
  }
  const width = Math.max(0, ...loaded.map(({ id }) => id.length));
  const line = ({ id, severity, about }: Check) => `${id.padEnd(width)}  ${severity.padEnd(7)}  ${about}`;
  context.print([...grouped(loaded).values()].map((group) => group.map(line).join('\n')).join('\n\n'));
  return EXIT.clean;
}

function grouped(loaded: readonly Check[]): Map<string, Check[]> {
  const groups = new Map<string, Check[]>();
  for (const check of loaded) groups.set(areaOf(check.id), [...(groups.get(areaOf(check.id)) ?? []), check]);
  return groups;
}

function knownId(id: string): CheckId {
  const found = checkIds.find((one) => one === id);
  if (found !== undefined) return found;
  const near = nearest(id, checkIds);
  throw new CannotRun(
    `There is no rule called "${id}".${near === undefined ? '' : ` Did you mean "${near}"?`}`,
    'Run "penholder check --list" to see all rules.',
  );
}

/** What a stage frozen before says in the same file, where the rule compares the two. */
function earlierParts({ file, frozen = {} }: CheckExamples, where: string): string[] {
  return Object.entries(frozen).flatMap(([stage, files]) => {
    const text = files[file];
    return text === undefined ? [] : [`${where} the stage "${stage}" says:`, indented(linesOf(text).map(cutLine))];
  });
}

/** What further files of the example say, as far as they are short. */
function besideParts({ files = {} }: CheckExamples, where: string): string[] {
  return Object.entries(files)
    .map(([file, text]) => [file, linesOf(text).map(cutLine)] as const)
    .filter(([, lines]) => lines.length <= LONG_EXAMPLE)
    .flatMap(([file, lines]) => [`${where} ${file} says:`, indented(lines)]);
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `    ${line}`.trimEnd()).join('\n');
}

/** A short example whole; of a long one what differs from the other, with some lines around it. */
function shownPart(examples: CheckExamples, which: 'failing' | 'passing'): string[] {
  const [own, other] = [examples[which], examples[which === 'failing' ? 'passing' : 'failing']].map(linesOf);
  if (own === undefined || other === undefined || Math.max(own.length, other.length) <= LONG_EXAMPLE) {
    return (own ?? []).map(cutLine);
  }
  const start = Math.max(0, commonStart(own, other) - AROUND);
  const end = Math.max(0, commonStart(own.toReversed(), other.toReversed()) - AROUND);
  const part = own.slice(start, Math.max(own.length - end, start + AROUND));
  return [...(start > 0 ? ['…'] : []), ...part.map(cutLine), ...(start + part.length < own.length ? ['…'] : [])];
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  const differs = a.findIndex((line, index) => line !== b[index]);
  return differs < 0 ? a.length : differs;
}

function cutLine(line: string): string {
  return line.length <= LONG_LINE ? line : `${line.slice(0, LONG_LINE)} …`;
}
