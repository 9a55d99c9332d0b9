/** The worked examples: folders of steps, replayed as real history with their dates and authors. */
import { z } from 'zod';
import type { World } from '../io/world.ts';
import type { Finding } from '../model/finding.ts';
import { byCodePoint } from '../model/order.ts';
import { EMPTY_PLAN, type GitPerson, type Plan, type PlannedWrite } from '../model/plan.ts';
import { checkSchema } from '../text/schema-findings.ts';
import { readYaml } from '../text/yaml.ts';
import { loadProcess } from './load-process.ts';
import { planFreeze } from './plan-freeze.ts';
import { ignoreOutputs } from './scaffold.ts';

/** `step.yaml` of a step folder. */
const stepSchema = z.strictObject({
  date: z.string().describe('Date and time with zone, such as 2022-07-28T11:20:00+02:00.'),
  author: z.strictObject({ name: z.string().min(1), email: z.string().min(1) }),
  message: z.string().min(1),
  deletions: z.array(z.string()).optional().describe('Files the step takes away, workspace-relative.'),
  freeze: z.string().optional().describe('Id of the stage that is frozen at the end of the step.'),
});

/** What a step does. */
type Step = z.infer<typeof stepSchema>;

/** One thing to apply; the next is planned only when this one has been. */
export interface ReplayedPlan {
  readonly plan: Plan;
  /** Folder of the step, `08-zero-draft`. */
  readonly step: string;
  /** First line of its commit, or the tag it makes. */
  readonly title: string;
}

/** An example that can not be replayed; a fault of the installation, not of the user. */
export class ExampleError extends Error {
  readonly findings: readonly Finding[];

  constructor(message: string, findings: readonly Finding[] = []) {
    const where = findings.map(({ place, message: said }) => `\n${place.file}:${place.line}: ${said}`);
    super(message + where.join(''));
    this.name = 'ExampleError';
    this.findings = findings;
  }
}

/** Names of the examples shipped with the program. */
export async function exampleNames(world: World): Promise<readonly string[]> {
  const files = await world.assets('drafts');
  const names = files.flatMap((path) => /^drafts\/([^/]+)\/[^/]+\/step\.yaml$/u.exec(path)?.[1] ?? []);
  return [...new Set(names)].sort(byCodePoint);
}

/**
 * Replays an example. Apply each plan before asking for the next: a freeze is planned on the commit before it.
 * Names, dates and bytes are all given, so that the ids of the commits are the same on every machine.
 *
 * @param world The World of an empty folder.
 * @throws ExampleError where the example is unknown or does not hold.
 */
export async function* replayExample(world: World, name: string): AsyncGenerator<ReplayedPlan> {
  const steps = await stepFolders(world, name);
  let first = true;
  for (const [folder, files] of steps) {
    const step = await readStep(world, `${folder}/step.yaml`);
    const plan = await stepPlan(world, { folder, files, step, first });
    const label = folder.slice(folder.lastIndexOf('/') + 1);
    yield { plan, step: label, title: step.message.split('\n')[0] ?? '' };
    if (step.freeze !== undefined) yield { ...(await freezePlan(world, step, step.freeze)), step: label };
    first = false;
  }
}

async function stepFolders(world: World, name: string): Promise<readonly (readonly [string, readonly string[]])[]> {
  const base = `drafts/${name}/`;
  const all = /^[\w-]+$/u.test(name) ? await world.assets(base.slice(0, -1)) : [];
  const folders = all.flatMap((path) => (path.endsWith('/step.yaml') ? [path.slice(0, -'/step.yaml'.length)] : []));
  if (folders.length === 0) {
    const known = (await exampleNames(world)).join(', ');
    throw new ExampleError(`There is no example called "${name}". Examples: ${known === '' ? 'none' : known}.`);
  }
  return folders.sort(byCodePoint).map((folder) => [folder, all.filter((path) => path.startsWith(`${folder}/`))]);
}

async function readStep(world: World, file: string): Promise<Step> {
  const source = new TextDecoder().decode((await world.asset(file)) ?? new Uint8Array());
  const { value, placeOf, findings } = readYaml(source, file);
  const checked = checkSchema(stepSchema, value, { file, placeOf, check: 'workspace/step' });
  if (checked.value !== undefined) return checked.value;
  throw new ExampleError(`The step ${file} of this example does not hold.`, [...findings, ...checked.findings]);
}

interface StepContext {
  readonly folder: string;
  readonly files: readonly string[];
  readonly step: Step;
  readonly first: boolean;
}

async function stepPlan(world: World, { folder, files, step, first }: StepContext): Promise<Plan> {
  const writes: PlannedWrite[] = [];
  for (const file of files) {
    const path = workspacePath(file.slice(folder.length + 1));
    const bytes = path === 'step.yaml' ? undefined : await world.asset(file);
    if (bytes !== undefined) writes.push({ path, bytes, mode: 'replace', durable: false });
  }
  if (first && !writes.some(({ path }) => path === '.gitignore')) writes.push(...(await ignoreOutputs(world)));
  const deletes = step.deletions ?? [];
  const paths = [...writes.map(({ path }) => path), ...deletes];
  return {
    ...EMPTY_PLAN,
    // An example is a history of its own, also inside somebody's repository.
    ...(first && { repository: 'own' as const }),
    writes,
    deletes,
    commit: { message: step.message, paths, author: personOf(step) },
  };
}

/** npm leaves `.gitignore` out of packages, so a step has it without the dot. */
function workspacePath(path: string): string {
  return path.replace(/(^|\/)gitignore$/u, '$1.gitignore');
}

function personOf({ author, date }: Step): GitPerson {
  return { name: author.name, email: author.email, date };
}

async function freezePlan(world: World, step: Step, stageId: string): Promise<{ plan: Plan; title: string }> {
  const { process, findings } = await loadProcess(world);
  if (process === undefined) throw new ExampleError('The process of this example does not hold.', findings);
  const tagger = personOf(step);
  // The tags of an example must not differ from one version of the program to the next.
  // What was over on that day is over: silence procedures go by the day of the step, not by today.
  const then = { ...world, today: () => step.date.slice(0, 10) };
  const frozen = await planFreeze(then, { process, stageId, tagger, version: '1' });
  if (frozen.plan !== undefined) return { plan: frozen.plan, title: `Freeze ${stageId} as ${frozen.tag ?? stageId}` };
  const errors = frozen.findings.filter(({ severity }) => severity === 'error');
  throw new ExampleError(`The stage "${stageId}" of this example can't be frozen.`, errors);
}
