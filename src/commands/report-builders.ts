import { keepHeapSmall } from '../io/thrift.ts';
import type { World } from '../io/world.ts';
import type { Audience } from '../model/contracts.ts';
import type { Document } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import type { Process } from '../model/process.ts';
import type { Workspace } from '../model/workspace.ts';
import { reports } from '../reports/index.ts';
import type { WorkspaceNeed } from '../workspace/load-workspace.ts';
import type { CommandInput } from './command-spec.ts';

/** Which report is wanted, and for whom. */
export interface ReportRequest {
  readonly world: World;
  readonly process: Process;
  readonly audience: Audience;
  /** Id of the round named on the command line. */
  readonly round?: string;
  /** What the report is about, where it is about one thing: a passage, a contributor. */
  readonly subject?: string;
  /** The whole call, for the flags of single reports. */
  readonly input: CommandInput;
}

/** A report for people and for programs. */
export interface BuiltReport {
  readonly document: Document;
  readonly data: unknown;
  readonly findings: readonly Finding[];
  /** What the report itself found, said whatever its severity. */
  readonly remarks?: readonly Finding[];
  /** Name of its file after that of the process, where the name of the report and its round are not enough. */
  readonly stem?: string;
  /** Further Documents that go beside it, each a file of its own, such as one letter for each contributor. */
  readonly more?: readonly { readonly stem: string; readonly document: Document }[];
}

/** A report that can be asked for by name. */
export interface ReportBuilder {
  /** Whether it is of one round: `needed`, `possible` or `never`. */
  readonly round: 'needed' | 'possible' | 'never';
  /** Whether the word after its name says what it is about; its round is then named with `--round`. */
  readonly subject?: 'needed' | 'possible';
  /** True where it can be made for who keeps the consultation notes. */
  readonly custodian?: true;
  readonly build: (request: ReportRequest) => Promise<BuiltReport>;
}

/** Reads the parts of the workspace that a report is made from. */
export async function load({ world, process }: ReportRequest, needs: readonly WorkspaceNeed[]): Promise<Workspace> {
  const { loadWorkspace } = await import('../workspace/load-workspace.ts');
  return loadWorkspace(world, { process, needs: new Set(needs) });
}

/** The date printed on a report is that of what it is made from: the same workspace gives the same bytes on any day. */
export async function dateOf(world: World): Promise<string> {
  if (world.env('SOURCE_DATE_EPOCH') !== undefined) return world.today();
  const { headDate } = await world.git.state();
  return headDate?.slice(0, 10) ?? world.today();
}

async function buildCoverage(request: ReportRequest): Promise<BuiltReport> {
  const workspace = await load(request, ['notes', 'stakeholders']);
  const report = await reports.coverage();
  const { audience, round, world } = request;
  const options = round === undefined ? {} : { round };
  return { ...report.build({ workspace, audience, date: await dateOf(world) }, options), findings: workspace.findings };
}

async function buildConsultation(request: ReportRequest): Promise<BuiltReport> {
  const workspace = await load(request, ['notes', 'responses', 'questionnaires', 'stakeholders']);
  const { audience, round = '', world } = request;
  const report = await reports.consultation();
  const context = { workspace, audience, date: await dateOf(world), today: world.today() };
  return { ...report.build(context, { round }), findings: workspace.findings };
}

async function buildMapping({ world, process }: ReportRequest): Promise<BuiltReport> {
  const { readResources } = await import('../workspace/resources.ts');
  const { workingFiles } = await import('../workspace/stage-files.ts');
  const { resources, findings } = await readResources(world, await workingFiles(world, ['resources']));
  return { ...(await reports.mapping()).build({ process, resources, date: await dateOf(world) }, {}), findings };
}

async function buildStatus({ world, process }: ReportRequest): Promise<BuiltReport> {
  const { readStatus } = await import('./status.ts');
  const read = await readStatus(world, process);
  return { ...(await reports.status()).build(read, {}), findings: read.workspace.findings };
}

async function buildExplorer(request: ReportRequest): Promise<BuiltReport> {
  return (await import('./explorer-report.ts')).buildExplorer(request);
}

async function buildSynopsis(request: ReportRequest): Promise<BuiltReport> {
  const { world, process, audience, round } = request;
  keepHeapSmall(40);
  const workspace = await load(request, ['notes', 'responses', 'decisions', 'stakeholders']);
  // What was read is written now, and not kept beside the report that is made from it.
  await world.cache.save();
  const { composeStages, stageViews } = await import('./stage-views.ts');
  const views = await stageViews(world, await composeStages(world, process), { pages: false });
  const report = await reports.synopsis();
  const options = round === undefined ? {} : { round };
  const built = report.build({ workspace, audience, date: await dateOf(world), views }, options);
  return { ...built, findings: workspace.findings };
}

async function buildPassage(request: ReportRequest): Promise<BuiltReport> {
  return (await import('./passage-report.ts')).buildPassage(request);
}

async function buildFeedback(request: ReportRequest): Promise<BuiltReport> {
  return (await import('./feedback-report.ts')).buildFeedback(request);
}

async function buildMatrix(request: ReportRequest): Promise<BuiltReport> {
  return (await import('./matrix-report.ts')).buildMatrix(request);
}

async function buildCompeting({ world, process, audience, round, subject }: ReportRequest): Promise<BuiltReport> {
  const { readMatrixMaterial } = await import('./matrix-context.ts');
  const { CannotRun } = await import('./cannot-run.ts');
  const { workspace, places } = await readMatrixMaterial(world, process);
  if (subject !== undefined && !places.has(subject))
    throw new CannotRun(
      `The text has no section "${subject.slice(0, 60)}".`,
      'Name the "id" that stands at the beginning of one of its files.',
    );
  const report = await reports.competing();
  const options = { ...(subject !== undefined && { section: subject }), ...(round !== undefined && { round }) };
  const built = report.build({ workspace, audience, places, date: await dateOf(world) }, options);
  return { ...built, findings: workspace.findings, ...(subject !== undefined && { stem: subject }) };
}

/** Reports by name, in the order of the work. A new one is one more line. */
export const REPORT_BUILDERS: Readonly<Record<string, ReportBuilder>> = {
  coverage: { round: 'possible', build: buildCoverage },
  consultation: { round: 'needed', build: buildConsultation },
  mapping: { round: 'never', build: buildMapping },
  synopsis: { round: 'possible', build: buildSynopsis },
  matrix: { round: 'possible', build: buildMatrix },
  competing: { round: 'possible', subject: 'possible', build: buildCompeting },
  feedback: { round: 'possible', subject: 'possible', custodian: true, build: buildFeedback },
  passage: { round: 'never', subject: 'needed', build: buildPassage },
  status: { round: 'never', build: buildStatus },
  explorer: { round: 'never', build: buildExplorer },
};
