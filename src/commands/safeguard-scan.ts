import type { World } from '../io/world.ts';
import type { Finding } from '../model/finding.ts';
import { escapeTerminal } from '../text/escape-terminal.ts';
import { rawKind } from '../text/raw-files.ts';
import { type FindDenied, openDenyList } from '../workspace/denied-names.ts';
import { rawFileFinding } from '../workspace/safeguarding-findings.ts';
import { type HistoricExposure, scanHistory } from '../workspace/scan-history.ts';
import { EXPOSURE_NAMES, exposureFinding, exposuresIn, textOf } from '../workspace/scan-text.ts';
import { messageAudience } from './audience.ts';
import { type CommandInput, flag, text } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { disclosedFiles } from './disclosed-findings.ts';
import { EXIT } from './exit-codes.ts';
import { printFindings } from './print-findings.ts';

/** Folders in which people are quoted; the text itself may name whom to write to. */
const WATCHED =
  /^(?:consultations|decisions|mappings|clearances)\/|^stakeholders\.(?:yaml|csv)$|^[^/]+\.(?:csv|tsv|txt|json)$/u;

/** Whether a file is one that may name nobody. */
export function isWatched(path: string): boolean {
  return WATCHED.test(path);
}

/** `penholder safeguard scan`: personal data and raw files in the work tree, or in all that git still holds. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const world = await context.world();
  const list = await openDenyList(world);
  const problem = list?.find === undefined ? list?.problem : undefined;
  const denied = list?.find;
  if (flag(input, 'history')) {
    if (problem !== undefined) context.say(problem.message);
    return scanAll(world, denied, input, context);
  }
  const findings = await scanWorkTree(world, denied);
  const all = problem === undefined ? findings : [...findings, problem];
  return printFindings(all, world, context, { to: 'out', format: text(input, 'format') ?? 'concise' });
}

async function scanWorkTree(world: World, denied: FindDenied | undefined): Promise<readonly Finding[]> {
  const files = (await world.list('')).filter(({ path }) => !/^(?:build|\.penholder|\.git)\//u.test(path));
  const found: Finding[] = [];
  for (const { path } of files) {
    if (rawKind(path) !== undefined) found.push(rawFileFinding(path));
    const bytes = isWatched(path) ? await world.read(path) : undefined;
    const source = bytes === undefined ? undefined : textOf(bytes);
    if (source !== undefined) found.push(...exposuresIn(source, denied).map((one) => exposureFinding(one, path)));
  }
  return found;
}

async function scanAll(
  world: World,
  denied: FindDenied | undefined,
  input: CommandInput,
  context: CommandContext,
): Promise<number> {
  const search = (source: string) => exposuresIn(source, denied);
  const found = await scanHistory(world, {
    search,
    wanted: (path) => isWatched(path) || rawKind(path) !== undefined,
    raw: true,
    messages: true,
  });
  if ((await world.git.state()).shallow) {
    context.say('This clone is shallow, so a part of the history was not searched. Run: git fetch --unshallow --tags');
  }
  return printExposures(found, flag(input, 'json'), context);
}

/**
 * Prints what was found in history: where, and of which kind, never what.
 *
 * @returns The exit code.
 */
export async function printExposures(
  found: readonly HistoricExposure[],
  json: boolean,
  context: CommandContext,
): Promise<number> {
  const audience = messageAudience(context, { to: 'out', given: true });
  const nameOf = await disclosedFiles(await context.world(), audience);
  const shown = found.map((one) => ({ ...one, file: nameOf(one.file) }));
  if (json) context.print(JSON.stringify(shown, null, 2));
  else for (const one of shown) context.print(escapeTerminal(exposureLine(one)));
  if (found.length === 0) {
    context.say('Nothing was found.');
    return EXIT.clean;
  }
  const commits = new Set(found.map(({ commit }) => commit)).size;
  context.say(
    `${found.length === 1 ? 'One place' : `${found.length} places`} in ${commits === 1 ? 'one commit' : `${commits} commits`}. What to do: penholder safeguard where --help-page`,
  );
  return EXIT.findings;
}

function exposureLine({ refs, commit, file, line, kind }: HistoricExposure): string {
  const from = refs.length === 0 ? '(reflog only)' : refs.join(', ');
  return `${commit.slice(0, 10)}  ${file}:${line}  ${EXPOSURE_NAMES[kind]}  [${from}]`;
}
