import type { FormatId } from '../formats/index.ts';
import type { World } from '../io/world.ts';
import type { Distribution } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import type { Process } from '../model/process.ts';
import { nearest } from '../text/nearest.ts';
import { formatAssets } from './assets.ts';
import { CannotRun } from './cannot-run.ts';
import { type CommandInput, text, texts } from './command-spec.ts';
import { fileName } from './compile.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { openProcess } from './open-process.ts';
import { outputFolder } from './output-folder.ts';
import { printFindings } from './print-findings.ts';
import { chosenFormats, type RenderedFile, renderOutputs, writeFiles } from './render-outputs.ts';
import { type BuiltReport, REPORT_BUILDERS, type ReportBuilder } from './report-builders.ts';

/** Formats that can stand on a screen. */
const TEXT: ReadonlySet<string> = new Set(['md', 'html', 'json']);

/** `penholder report <name> [round]`: a report, on standard output where it is one text format. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const [name = '', word] = input.args;
  const builder = builderOf(name);
  const { subject, round } = aboutWhat(builder, word, text(input, 'round'));
  const formats = formatsOf(input);
  const world = await context.world();
  const { process, findings: before } = await openProcess(world, context, undefined);
  if (process === undefined) return EXIT.findings;
  checkSubject({ name, subject, builder });
  checkRound({ name, round, builder, process });
  const request = {
    world,
    process,
    audience: { distribution: readersOf(name, builder, input) },
    input,
    ...(round !== undefined && { round }),
    ...(subject !== undefined && { subject }),
  };
  const built = await builder.build(request);
  const errors = built.findings.filter(({ severity }) => severity === 'error');
  const findings = [...before, ...errors, ...(built.remarks ?? [])];
  const about = built.stem === undefined ? (round === undefined ? [] : [fileName(round)]) : [built.stem];
  const stem = [process.name ?? 'draft', name, ...about].join('-');
  const files = await render(built, formats, { world, stem, report: (finding) => findings.push(finding) });
  await deliver(files, { input, context, world, process });
  await world.cache.save();
  return printFindings(findings, world, context, {
    to: 'error',
    quiet: true,
    distribution: text(input, 'distribution'),
  });
}

/** What the report is about: the word after its name is its round, unless reports of that name have a subject. */
function aboutWhat(
  { subject }: ReportBuilder,
  word: string | undefined,
  round: string | undefined,
): { readonly subject: string | undefined; readonly round: string | undefined } {
  return subject === undefined ? { subject: undefined, round: word ?? round } : { subject: word, round };
}

function checkSubject({
  name,
  subject,
  builder,
}: Pick<RoundChoice, 'name' | 'builder'> & { subject: string | undefined }) {
  if (builder.subject !== 'needed' || subject !== undefined) return;
  throw new CannotRun(
    `The report "${name}" is about one thing, and none was named.`,
    `Name it after the report: penholder report ${name} <${name}>`,
  );
}

function readersOf(name: string, { custodian }: ReportBuilder, input: CommandInput): Distribution {
  const wanted = text(input, 'distribution');
  if (wanted !== 'custodian') return wanted === 'core-group' ? wanted : 'public';
  if (custodian === true) return wanted;
  throw new CannotRun(
    `The report "${name}" is made for the public or the core group.`,
    'Leave --distribution custodian out; who keeps the notes reads them with "penholder inputs".',
  );
}

function builderOf(name: string): ReportBuilder {
  const names = Object.keys(REPORT_BUILDERS);
  const builder = names.includes(name) ? REPORT_BUILDERS[name] : undefined;
  if (builder !== undefined) return builder;
  const near = nearest(name, names);
  throw new CannotRun(
    `There is no report called "${name}".`,
    `${near === undefined ? '' : `Did you mean "${near}"? `}Reports are ${names.join(', ')}.`,
  );
}

/** Formats of Documents, and `json` for the data. */
function formatsOf(input: CommandInput): readonly (FormatId | 'json')[] {
  const wanted = texts(input, 'to');
  const documents = wanted.filter((name) => name !== 'json');
  const chosen = wanted.length > 0 && documents.length === 0 ? [] : chosenFormats(documents, ['md']);
  return wanted.includes('json') ? [...chosen, 'json'] : chosen;
}

interface RoundChoice {
  readonly name: string;
  readonly round: string | undefined;
  readonly builder: ReportBuilder;
  readonly process: Process;
}

function checkRound({ name, round, builder, process }: RoundChoice): void {
  const rounds = (process.rounds ?? []).map(({ id }) => id);
  const known = rounds.length === 0 ? 'The process declares no round yet.' : `Rounds are ${rounds.join(', ')}.`;
  if (round === undefined) {
    if (builder.round !== 'needed') return;
    throw new CannotRun(`The report "${name}" is of one round, and none was named.`, known);
  }
  if (builder.round === 'never') {
    throw new CannotRun(`The report "${name}" is of the whole process, not of a round.`, `Leave "${round}" out.`);
  }
  if (!rounds.includes(round)) throw new CannotRun(`There is no round "${round}" in this process.`, known);
}

interface RenderContext {
  readonly world: World;
  readonly stem: string;
  readonly report: (finding: Finding) => void;
}

async function render(
  { document, data, more = [] }: BuiltReport,
  formats: readonly (FormatId | 'json')[],
  { world, stem, report }: RenderContext,
): Promise<RenderedFile[]> {
  const documents = formats.filter((name) => name !== 'json');
  const files = await renderOutputs([{ stem, document }, ...more], documents, formatAssets(world, undefined, report));
  if (!formats.includes('json')) return files;
  const { json } = await import('../exports/json.ts');
  return [...files, { stem, extension: 'json', format: 'json', bytes: await json.render(data) }];
}

interface Delivery {
  readonly input: CommandInput;
  readonly context: CommandContext;
  readonly world: World;
  readonly process: Process;
}

async function deliver(files: readonly RenderedFile[], { input, context, world, process }: Delivery): Promise<void> {
  const out = outputFolder(text(input, 'out'), context);
  const [only] = files;
  if (out === undefined && files.length === 1 && only !== undefined && TEXT.has(only.format)) {
    context.terminal.out(only.bytes);
    return;
  }
  const written = await writeFiles(world, files, { out, process });
  for (const { path } of written) context.print(path);
}
