import type { World } from '../io/world.ts';
import type { Audience } from '../model/contracts.ts';
import type { Finding } from '../model/finding.ts';
import type { Workspace } from '../model/workspace.ts';

/** What is at hand already. */
export interface DisclosedOptions {
  readonly audience: Audience;
  /** Read before with notes and decisions; else it is read now. */
  readonly workspace?: Pick<Workspace, 'notes' | 'decisions' | 'process'> | undefined;
  readonly given?: boolean | undefined;
}

/**
 * Findings as their audience may read them. Modules and notes load only where there is something to decide.
 *
 * @param world Of the workspace, for its notes.
 */
export async function disclosedFindings(
  findings: readonly Finding[],
  world: World,
  { audience, workspace, given }: DisclosedOptions,
): Promise<readonly Finding[]> {
  if (audience.distribution === 'custodian') return findings;
  // Nothing in a text comes out of a note by itself, and reading thousands of notes for a draft would take long.
  if (given !== true && findings.every(isOfText)) return findings;
  const { discloseFindings } = await import('../trace/disclose-findings.ts');
  const abouts = await aboutRules(findings);
  return discloseFindings(findings, {
    ...(workspace ?? (await readSubjects(world))),
    audience,
    aboutRule: (check) => abouts.get(check),
    ...(given !== undefined && { given }),
  });
}

/**
 * Makes a function that gives the name of any file of the workspace as an audience may read it.
 *
 * @param world Of the workspace, for its notes.
 */
export async function disclosedFiles(world: World, audience: Audience): Promise<(file: string) => string> {
  if (audience.distribution === 'custodian') return (file) => file;
  const { shownFiles } = await import('../trace/disclose-findings.ts');
  return shownFiles({ ...(await readSubjects(world)), audience });
}

/** Areas of rules that look at the text and at outputs, and at nothing else. */
const OF_TEXT: ReadonlySet<string> = new Set(['text', 'sections', 'pdf', 'html']);

function isOfText({ check, place }: Finding): boolean {
  return OF_TEXT.has(check.split('/', 1)[0] ?? '') && !/^(?:consultations|decisions|\.penholder)\//u.test(place.file);
}

async function aboutRules(findings: readonly Finding[]): Promise<ReadonlyMap<string, string>> {
  const { checks } = await import('../checks/index.ts');
  const abouts = new Map<string, string>();
  for (const id of new Set(findings.map(({ check }) => check))) {
    if (!Object.hasOwn(checks, id)) continue;
    const check = await checks[id as keyof typeof checks]();
    abouts.set(id, check.about);
  }
  return abouts;
}

type Subjects = Pick<Workspace, 'notes' | 'decisions' | 'process'>;

/** Where the process does not hold no note can be judged, and every file of the consultation is closed. */
async function readSubjects(world: World): Promise<Subjects> {
  const { loadProcess } = await import('../workspace/load-process.ts');
  const { process } = await loadProcess(world);
  if (process === undefined) return { notes: [], decisions: [], process: NO_PROCESS };
  const { loadWorkspace } = await import('../workspace/load-workspace.ts');
  return loadWorkspace(world, { process, needs: new Set(['notes', 'decisions']) });
}

const NO_PROCESS: Workspace['process'] = { penholder: 1, title: '', language: 'en', stages: [] };
