import { stringify } from 'yaml';
import type { World } from '../io/world.ts';
import type { Finding } from '../model/finding.ts';
import type { NamedMapping } from '../model/mapping.ts';
import { EMPTY_PLAN, type PlannedWrite } from '../model/plan.ts';
import type { Process } from '../model/process.ts';
import type {
  IngestFile,
  IngestOutcome,
  IngestPlan,
  IngestRequest,
  MissingKey,
} from '../sources/ingest/ingest-types.ts';
import { escapeTerminal } from '../text/escape-terminal.ts';
import { contentHash } from '../text/fingerprint.ts';
import { messageAudience } from './audience.ts';
import { CannotRun } from './cannot-run.ts';
import { type CommandInput, flag, text } from './command-spec.ts';
import { confirmColumns } from './confirm-columns.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { disclosedIngest } from './ingest-disclosure.ts';
import { missingKeysText } from './missing-keys.ts';
import { openProcess } from './open-process.ts';
import { absolutePath } from './output-folder.ts';
import { printFindings } from './print-findings.ts';
import { VERSION } from './version.ts';

/** Keys of front matter that flags can give. */
const DEFAULTS = [
  ...['group', 'method', 'date', 'received', 'from', 'capacity', 'region', 'level'],
  ...['distribution', 'attribution', 'quote', 'questionnaire'],
];

/** Libraries of references are resources, not what somebody said. */
function isLibrary(path: string): boolean {
  return /\.(?:bib|bibtex|ris)$/iu.test(path);
}

/** `penholder ingest FILE…`: consultation notes and submissions into the workspace, or held in quarantine. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  if (input.args.length > 0 && input.args.every(isLibrary)) {
    const { run: importResources } = await import('./resources.ts');
    return importResources({ ...input, args: ['import', ...input.args] }, context);
  }
  const world = await context.world();
  const { process } = await openProcess(world, context, text(input, 'format'));
  if (process === undefined) return EXIT.findings;
  const { planIngest } = await import('../sources/plan-ingest.ts');
  let request = await requestOf(input, context, world, process);
  let done = await planIngest(request);
  const confirmed = flag(input, 'yes') ? undefined : await confirmColumns(done.columns, context);
  if (confirmed !== undefined) {
    request = { ...request, mappings: [...(request.mappings ?? []), ...confirmed] };
    done = withMappings(await planIngest(request), confirmed);
  }
  const answers = await askMissing(done.missing, input, context);
  if (answers !== undefined) done = await planIngest({ ...request, options: { ...request.options, answers } });
  if (!flag(input, 'dryRun')) await world.apply(done.plan);
  const audience = messageAudience(context, { to: 'error', format: text(input, 'format'), given: true });
  const plan = await disclosedIngest(done, world, audience);
  if (flag(input, 'json')) context.print(JSON.stringify(dataOf(plan), null, 2));
  else report(plan, flag(input, 'dryRun'), context);
  const format = text(input, 'format') ?? 'concise';
  const findings = isForPeople(format) ? plan.findings.filter((finding) => !isMissingKey(finding)) : plan.findings;
  const code = await printFindings(findings, world, context, {
    to: 'error',
    format,
    quiet: true,
    given: true,
    distribution: audience.distribution,
  });
  const lacking = isForPeople(format) ? missingKeysText(plan.missing) : undefined;
  if (lacking !== undefined) context.say(lacking);
  if (isForPeople(format) && plan.findings.some(isUnconfirmed)) context.say(CONFIRM_COLUMNS);
  return plan.summary.held + plan.summary.refused > 0 ? EXIT.findings : code;
}

/** A plan that keeps the mappings just confirmed, too. */
function withMappings(done: IngestPlan, confirmed: readonly NamedMapping[]): IngestPlan {
  const kept = confirmed.map(
    ({ name, mapping }): PlannedWrite => ({
      path: `mappings/${name}.yaml`,
      bytes: new TextEncoder().encode(stringify(mapping, { lineWidth: 0 })),
      mode: 'replace',
    }),
  );
  return { ...done, plan: { ...done.plan, writes: [...done.plan.writes, ...kept] } };
}

/** Findings for people are said once for all files where a flag mends them all; programs get each in its place. */
function isForPeople(format: string): boolean {
  return format === 'concise' || format === 'text';
}

/** What {@link missingKeysText} sums up. */
function isMissingKey({ check }: Finding): boolean {
  return /^notes\/missing-/u.test(check);
}

/** A table that waits for somebody to say how its columns are read. */
function isUnconfirmed({ check, severity }: Finding): boolean {
  return check === 'ingest/columns-guessed' && severity === 'error';
}

const CONFIRM_COLUMNS =
  'Confirm the columns by running it at a terminal without --yes, take the guess with --yes, or write it into mappings/.';

async function requestOf(
  input: CommandInput,
  context: CommandContext,
  world: World,
  process: Process,
): Promise<IngestRequest> {
  const { sources } = await import('../sources/index.ts');
  const { loadWorkspace } = await import('../workspace/load-workspace.ts');
  const [files, consultations, held] = await Promise.all([
    readNamed(input.args, world, context),
    world.list('consultations'),
    world.list('.penholder/quarantine'),
  ]);
  const { openDenyList, deniedFindings } = await import('../workspace/denied-names.ts');
  const denied = await openDenyList(world);
  const find = denied?.find;
  const { loadMappings } = await import('../workspace/mappings.ts');
  const needs = new Set(['responses', 'questionnaires'] as const);
  const { responses, questionnaires } = await loadWorkspace(world, { process, needs });
  const { mappings, findings } = await loadMappings(world);
  // What a mapping that does not hold would have said is guessed or refused, so it is told first.
  for (const finding of findings) context.say(`${finding.place.file}:${finding.place.line}: ${finding.message}`);
  const round = text(input, 'round');
  return {
    files,
    existing: await readAll(
      consultations.filter(({ path }) => path.endsWith('.md')),
      world,
    ),
    paths: consultations.map(({ path }) => path).filter((path) => !path.endsWith('.md')),
    held: await readAll(held, world),
    judgedBy: judgedBy([
      process,
      questionnaires,
      mappings,
      denied,
      defaultsOf(input),
      round,
      flag(input, 'yes'),
      VERSION,
    ]),
    responses,
    ...(find !== undefined && { screen: (markdown: string, path: string) => deniedFindings(find, markdown, path) }),
    process,
    questionnaires,
    mappings,
    sent: (await import('./sent-passages.ts')).sentTexts(world, process),
    open: world.read,
    sources: await Promise.all(Object.values(sources).map((load) => load())),
    options: { defaults: defaultsOf(input), yes: flag(input, 'yes'), ...(round !== undefined && { round }) },
  };
}

/** Hash of all that notes are judged by; with the same, an unedited one is held for the same reasons. */
function judgedBy(parts: readonly unknown[]): string {
  return contentHash(JSON.stringify(parts.map((part) => part ?? null)));
}

function defaultsOf(input: CommandInput): Record<string, unknown> {
  return Object.fromEntries(
    DEFAULTS.map((name) => [name, text(input, name)]).filter(([, value]) => value !== undefined),
  );
}

async function readNamed(paths: readonly string[], world: World, context: CommandContext): Promise<IngestFile[]> {
  const files: IngestFile[] = [];
  const missing: string[] = [];
  for (const path of paths) {
    const bytes = await world.readNamed(absolutePath(path, context));
    if (bytes === undefined) missing.push(path);
    else files.push({ name: path.slice(path.replaceAll('\\', '/').lastIndexOf('/') + 1), bytes });
  }
  if (missing.length === 0) return files;
  const names = missing.join(', ');
  throw new CannotRun(
    `Nothing was ingested, because ${names} cannot be read.`,
    'Name files, not folders, and check their names.',
  );
}

async function readAll(files: readonly { readonly path: string }[], world: World): Promise<IngestFile[]> {
  const read: IngestFile[] = [];
  for (const { path } of files) {
    const bytes = await world.read(path);
    if (bytes !== undefined) read.push({ name: path, bytes });
  }
  return read;
}

/** Asks for what notes lack, one question for each file and key; undefined where nothing was asked. */
async function askMissing(
  missing: readonly MissingKey[],
  input: CommandInput,
  context: CommandContext,
): Promise<Record<string, Record<string, unknown>> | undefined> {
  if (missing.length === 0 || flag(input, 'yes') || !context.terminal.interactive) return undefined;
  const { ask } = await import('./ask.ts');
  const answers: Record<string, Record<string, unknown>> = {};
  for (const { file, key, choices, guess } of missing) {
    const question = {
      name: key,
      message: `${file}: ${key}?`,
      flag: `--${key}`,
      optional: true,
      choices: choices.map((value) => ({ value, name: value })),
      ...(guess !== undefined && { fallback: guess }),
    };
    answers[file] = { ...answers[file], ...(await ask([question], {}, context)) };
  }
  return answers;
}

const SENTENCES: Readonly<Record<IngestOutcome['status'], string>> = {
  new: 'taken in as',
  updated: 'updated in',
  unchanged: 'unchanged in',
  held: 'held back in',
  refused: 'refused',
};

function report({ outcomes, summary }: IngestPlan, dryRun: boolean, context: CommandContext): void {
  for (const { name, status, path, asBefore } of outcomes) {
    if (status !== 'unchanged' && asBefore !== true)
      context.print(escapeTerminal([name, SENTENCES[status], path].filter(Boolean).join(' ')));
  }
  const parts = Object.entries(summary).filter(([, number]) => number > 0);
  const said = parts.map(([status, number]) => `${number} ${status}`).join(', ');
  context.say(`${said === '' ? 'Nothing to take in' : said}.${dryRun ? ' Nothing was written.' : ''}`);
  if (summary.held > 0)
    context.say(
      'Held notes wait in .penholder/quarantine, each with a file that says why; mend them and run ingest again.',
    );
  if (outcomes.some(({ asBefore }) => asBefore === true))
    context.say('Notes held earlier that nobody has edited were not looked at again; "penholder ingest" alone does.');
}

function dataOf({ outcomes, summary, plan }: IngestPlan) {
  return {
    summary,
    files: outcomes.map(({ name, status, path, findings }) => ({ name, status, path: path ?? null, findings })),
    writes: (plan ?? EMPTY_PLAN).writes.map(({ path }) => path),
  };
}
