import { stringify } from 'yaml';
import type { GuessedColumns } from '../model/contracts.ts';
import type { Finding } from '../model/finding.ts';
import type { NamedMapping } from '../model/mapping.ts';
import type { Plan } from '../model/plan.ts';
import type { MatrixReading } from '../sources/matrix/read-matrix.ts';
import type { Merge } from '../trace/matrix/merge.ts';
import { messageAudience } from './audience.ts';
import { CannotRun } from './cannot-run.ts';
import { flag } from './command-spec.ts';
import { confirmColumns } from './confirm-columns.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { readMatrixMaterial } from './matrix-context.ts';
import { readDeclined, withoutNamed } from './matrix-declined.ts';
import type { MatrixCall } from './matrix-export.ts';
import { conflictFinding, conflictLines, editLine, importSummary } from './matrix-lines.ts';
import { choicesOf, merger } from './matrix-merger.ts';
import { absolutePath } from './output-folder.ts';
import { printFindings } from './print-findings.ts';

/** Takes the answers of returned matrices: changed cells only, and nothing that somebody else has changed meanwhile. */
export async function importMatrix(call: MatrixCall, paths: readonly string[]): Promise<number> {
  const { input, context, world, process } = call;
  const files = await readFiles(paths, call);
  const { loadMappings } = await import('../workspace/mappings.ts');
  const { mappings } = await loadMappings(world);
  const read = await readAll(files, mappings, call);
  const material = await readMatrixMaterial(world, process);
  const mergeRows = await merger(read.rows, material, call);
  const named = choicesOf(input);
  const choices = { ...named, declined: withoutNamed(await readDeclined(world), named.theirs) };
  const merge = mergeRows(read.rows, choices);
  const { planResponses } = await import('../workspace/plan-responses.ts');
  const { workspace } = material;
  const planned = await planResponses(world, workspace, merge.edits);
  const dryRun = flag(input, 'dryRun');
  if (!dryRun) await world.apply(withMappings(planned.plan, read.kept));
  const asks = context.terminal.interactive && !dryRun && merge.conflicts.length > 0;
  const settled = asks
    ? await (await import('./matrix-settle.ts')).settle(merge, { call, workspace, mergeRows, choices })
    : { merge, findings: [], interrupted: false };
  await world.cache.save();
  tell(settled.merge, { context, dryRun, asked: asks, refused: planned.findings.length + settled.findings.length });
  const open = settled.merge.conflicts.map(conflictFinding);
  const findings = [...read.findings, ...settled.merge.findings, ...open, ...planned.findings, ...settled.findings];
  const code = await printFindings(findings, world, context, { to: 'error', quiet: true, given: true, workspace });
  return settled.interrupted ? EXIT.interrupted : code;
}

interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

async function readFiles(paths: readonly string[], { context, world }: MatrixCall): Promise<readonly NamedFile[]> {
  const files: NamedFile[] = [];
  for (const path of paths) {
    const bytes = await world.readNamed(absolutePath(path, context));
    if (bytes === undefined)
      throw new CannotRun(`Nothing was imported, because ${path} cannot be read.`, 'Check its name.');
    files.push({ name: path.slice(path.replaceAll('\\', '/').lastIndexOf('/') + 1), bytes });
  }
  return files;
}

interface ReadAll {
  readonly rows: MatrixReading['rows'];
  readonly findings: readonly Finding[];
  /** Mappings that were confirmed, to be kept. */
  readonly kept: readonly NamedMapping[];
}

/** Reads all files; where columns were renamed, somebody has to say what they are. */
async function readAll(
  files: readonly NamedFile[],
  mappings: readonly NamedMapping[],
  { input, context }: MatrixCall,
): Promise<ReadAll> {
  const { readMatrix } = await import('../sources/matrix/read-matrix.ts');
  const readings = await Promise.all(files.map((file) => readMatrix({ ...file, mappings })));
  const guessed = readings.flatMap(({ guessed: one }) => one ?? []);
  const yes = flag(input, 'yes');
  const kept = yes ? guessed.map(({ guess }) => guess) : ((await confirmColumns(guessed, context)) ?? []);
  const again =
    kept.length === 0
      ? readings
      : await Promise.all(files.map((file) => readMatrix({ ...file, mappings: [...kept, ...mappings] })));
  const open = again.flatMap(({ guessed: one }) => (one === undefined ? [] : [guessFinding(one)]));
  return {
    rows: again.flatMap(({ rows }) => rows),
    findings: [...again.flatMap(({ findings }) => findings), ...open],
    kept,
  };
}

function guessFinding({ file, guess }: GuessedColumns): Finding {
  const roles = guess.mapping.columns.map(({ column, as }) => `"${column.slice(0, 40)}" as ${as}`).join(', ');
  return {
    check: 'ingest/columns-guessed',
    severity: 'error',
    message: `Columns of "${file}" were renamed, and nobody has said what they are. The best guess is ${roles}.`,
    why: 'A column read wrongly puts a reason where a decision belongs.',
    hint: `Give --yes to take this guess, confirm it at a terminal, or write mappings/${guess.name}.yaml.`,
    place: { file, line: 1, column: 1 },
  };
}

function withMappings(plan: Plan, kept: readonly NamedMapping[]): Plan {
  const writes = kept.map(({ name, mapping }) => ({
    path: `mappings/${name}.yaml`,
    bytes: new TextEncoder().encode(stringify(mapping)),
    mode: 'replace' as const,
  }));
  return { ...plan, writes: [...plan.writes, ...writes] };
}

interface Telling {
  readonly context: CommandContext;
  readonly dryRun: boolean;
  /** Whether the conflicts were shown one by one already. */
  readonly asked: boolean;
  readonly refused: number;
}

/** Conflicts of which both sides are shown; all of them are listed. */
const SHOWN = 100;

/** Words of answers are shown to who has the file in front of them, and not in logs that go round. */
function tell(merge: Merge, { context, dryRun, asked, refused }: Telling): void {
  const whole = messageAudience(context, { to: 'out', given: true }).distribution === 'custodian';
  for (const edit of merge.edits) context.print(editLine(edit));
  if (whole && !asked)
    for (const conflict of merge.conflicts.slice(0, SHOWN)) context.say(conflictLines(conflict).join('\n'));
  context.say(importSummary(merge, { dryRun, refused }));
}
