import type { World } from '../io/world.ts';
import type { Finding } from '../model/finding.ts';
import { EMPTY_PLAN, type GitPerson, type Plan } from '../model/plan.ts';
import { PROCESS_FILE } from './layout.ts';
import { parseProcess } from './parse-process.ts';
import { coreGroupLines, editorSchema, ignoreOutputs, nameFrom, type Scaffold, scaffold } from './scaffold.ts';

/** What a new workspace is to be. */
export interface InitOptions {
  readonly title: string;
  /** Stem of output file names; made from the title if absent. */
  readonly name?: string;
  readonly language: string;
  /** Short names of the core group. */
  readonly coreGroup?: readonly string[];
  /** False where no git repository is to be made. */
  readonly git?: boolean;
  /** Whether what was made is committed. */
  readonly commit?: boolean;
  readonly author?: GitPerson;
}

/** A workspace that can be made, or what stands in its way. */
export interface InitPlan {
  readonly plan?: Plan;
  /** Paths it makes. */
  readonly made: readonly string[];
  /** Paths that exist already and are left alone. */
  readonly kept: readonly string[];
  readonly findings: readonly Finding[];
}

/** Plans a new workspace: a commented process, a first section, what git ignores. Nothing that exists is overwritten. */
export async function planInit(world: World, options: InitOptions): Promise<InitPlan> {
  if ((await world.read(PROCESS_FILE)) !== undefined) return { made: [], kept: [], findings: [isWorkspace()] };
  const values = {
    title: options.title,
    name: options.name ?? nameFrom(options.title),
    language: options.language,
    'core-group': coreGroupLines(options.coreGroup),
  };
  const hasText = (await world.list('drafts')).length > 0;
  const files = await scaffold(
    world,
    [
      ['penholder.yaml', PROCESS_FILE],
      ['README.md', 'README.md'],
      ...(hasText ? [] : [['drafts/10-introduction.md', 'drafts/10-introduction.md'] as const]),
    ],
    values,
  );
  return finishInit(world, files, { ...options, message: `Begin work on ${options.title}` });
}

/** What is common to a new and an adopted workspace: git's side of it, and a look at the process before it is written. */
export async function finishInit(
  world: World,
  files: Scaffold,
  options: Pick<InitOptions, 'git' | 'commit' | 'author'> & { readonly message: string },
): Promise<InitPlan> {
  const writes = [...files.writes, ...(await ignoreOutputs(world)), ...(await editorSchema(world))];
  const paths = writes.map(({ path }) => path);
  const process = writes.find(({ path }) => path === PROCESS_FILE);
  const findings =
    process === undefined ? [] : parseProcess(new TextDecoder().decode(process.bytes), PROCESS_FILE).findings;
  const base = { made: paths, kept: files.kept, findings };
  if (findings.some(({ severity }) => severity === 'error')) return base;
  const git: Partial<Plan> = options.git === false ? {} : { repository: 'create' };
  const author = options.author === undefined ? {} : { author: options.author };
  const commit: Partial<Plan> =
    options.commit === true ? { commit: { message: options.message, paths, ...author } } : {};
  return { ...base, plan: { ...EMPTY_PLAN, ...git, writes, ...commit } };
}

function isWorkspace(): Finding {
  return {
    check: 'workspace/exists',
    severity: 'error',
    message: `There is a ${PROCESS_FILE} here already, so this is a workspace.`,
    why: 'Nothing that exists is ever overwritten.',
    hint: 'Run "penholder status" to see where it stands, or choose another folder.',
    place: { file: PROCESS_FILE, line: 1, column: 1 },
  };
}
