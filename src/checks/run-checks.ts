import type { Check, CheckContext, CheckNeed } from '../model/contracts.ts';
import type { Finding } from '../model/finding.ts';
import { byCodePoint } from '../model/order.ts';
import { checks } from './index.ts';
import { type FileReader, locate } from './locate.ts';
import type { SpottedFinding } from './say.ts';
import { selectChecks } from './select-checks.ts';

/** What is chosen about a run of checks. */
export interface RunChecksOptions {
  /** Ids or areas of rules; all if absent. */
  readonly only?: readonly string[];
  /** Where files are read to find the line of a key that a finding names. */
  readonly files?: FileReader;
}

/**
 * Runs the rules over what was read.
 *
 * Findings made while reading pass without their rule being loaded; rules with work of their own load now. A rule
 * that throws becomes a finding, and the others go on.
 *
 * @param context What was read; its members must be there as {@link neededFor} asks.
 * @returns Findings by file, line, column and rule, none of them twice.
 */
export async function runChecks(context: CheckContext, options: RunChecksOptions = {}): Promise<Finding[]> {
  const { ids, working } = selectChecks(options.only);
  const chosen = new Set<string>(ids);
  const all = (options.only ?? []).length === 0;
  const read = context.readings.filter(({ check }) => all || chosen.has(check));
  const own = (await loadChecks(working)).flatMap((check) => runCheck(check, context));
  return inOrder([...read, ...(await locate(own, options.files))]);
}

/**
 * What must be loaded before the chosen rules can run.
 *
 * @param only Ids or areas of rules; all if absent.
 */
export async function neededFor(only?: readonly string[]): Promise<ReadonlySet<CheckNeed>> {
  const { ids, working } = selectChecks(only);
  const all = (only ?? []).length === 0;
  const loaded = await loadChecks(all ? working : ids);
  const needs = new Set(loaded.flatMap((check) => check.needs));
  return all ? needs.add('notes').add('text') : needs;
}

/** Runs one rule; its failure is a finding, not a crash. */
export function runCheck(check: Check, context: CheckContext): SpottedFinding[] {
  try {
    return [...check.run(context)];
  } catch (error) {
    return [failed(check, error)];
  }
}

function loadChecks(ids: readonly (keyof typeof checks)[]): Promise<Check[]> {
  return Promise.all(ids.map((id) => checks[id]()));
}

function failed(check: Check, error: unknown): Finding {
  const words = error instanceof Error ? error.message : String(error);
  return {
    check: 'workspace/check-failed',
    severity: 'error',
    message: `The rule ${check.id} stopped before it was done: ${words}.`,
    why: 'What it would have found is not known. All other rules ran.',
    hint: `This is a fault of Penholder: please report it, with the output of "penholder check --only ${check.id}".`,
    place: { file: 'penholder.yaml', line: 1, column: 1 },
  };
}

/** By place, then by rule and words; the same finding, made by two readings of one file, stands once. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const keyed = findings.map((finding) => ({ finding, key: JSON.stringify([finding.check, finding.message]) }));
  keyed.sort((a, b) => byPlace(a.finding, b.finding) || byCodePoint(a.key, b.key));
  return keyed
    .filter(({ finding, key }, at) => {
      const before = keyed[at - 1];
      return before === undefined || before.key !== key || byPlace(before.finding, finding) !== 0;
    })
    .map(({ finding }) => finding);
}

function byPlace({ place: a }: Finding, { place: b }: Finding): number {
  return byCodePoint(a.file, b.file) || a.line - b.line || a.column - b.column;
}
