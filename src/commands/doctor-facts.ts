import type { MachineFacts } from '../io/machine.ts';
import type { RepositoryState, World } from '../io/world.ts';
import type { CommandContext } from './context.ts';

/** All that a diagnosis rests on. */
export interface DoctorFacts {
  readonly machine: MachineFacts;
  readonly repository: RepositoryState;
  /** Whether a workspace was found, and whether its process holds. */
  readonly workspace: 'found' | 'broken' | 'none';
  /**
   * Whether the workspace's copy of the schema is the one shipped with the program; `missing` where penholder.yaml names
   * one that is not there, `unnamed` where it names none and there is none.
   */
  readonly schema: 'same' | 'other' | 'missing' | 'unnamed';
  /** Whether a program for the PDF was found for this machine. */
  readonly nativePdf: boolean;
  /** Value of PENHOLDER_PDF, which forces one of the two. */
  readonly forcedPdf?: string;
  /** Font files shipped with the program. */
  readonly fonts: number;
  /** Whether the package with Chinese fonts is installed. */
  readonly chinese: boolean;
}

const SCHEMA_FILE = 'penholder.schema.json';
const SHIPPED_SCHEMA = 'schemas/process.schema.json';

/** Looks at the machine, the repository and the workspace, as far as there is one. */
export async function doctorFacts(context: CommandContext): Promise<DoctorFacts> {
  const { findWorkspace } = await import('../workspace/find-workspace.ts');
  const { machineFacts } = await import('../io/machine.ts');
  const root = await findWorkspace(context.folder);
  const folder = root ?? context.folder;
  const world = context.worldAt(folder);
  const forcedPdf = context.terminal.environment.PENHOLDER_PDF;
  return {
    machine: await machineFacts({ root: folder, env: context.terminal.environment }),
    repository: await world.git.state(),
    workspace: root === undefined ? 'none' : await processState(context, folder),
    schema: await schemaState(context, folder),
    nativePdf: await hasNativePdf(),
    ...(forcedPdf !== undefined && forcedPdf !== '' && { forcedPdf }),
    fonts: (await world.assets('fonts')).filter((path) => /\.(?:ttf|otf)$/iu.test(path)).length,
    chinese: (await world.assets('fonts-sc')).length > 0,
  };
}

async function processState(context: CommandContext, root: string): Promise<'found' | 'broken'> {
  const { loadProcess } = await import('../workspace/load-process.ts');
  const { process } = await loadProcess(context.worldAt(root));
  return process === undefined ? 'broken' : 'found';
}

async function schemaState(context: CommandContext, root: string): Promise<DoctorFacts['schema']> {
  const world = context.worldAt(root);
  const [own, shipped] = await Promise.all([world.read(SCHEMA_FILE), world.asset(SHIPPED_SCHEMA)]);
  if (own === undefined) return (await namesSchema(world)) ? 'missing' : 'unnamed';
  return shipped !== undefined && Buffer.compare(own, shipped) === 0 ? 'same' : 'other';
}

async function namesSchema(world: World): Promise<boolean> {
  const { PROCESS_FILE } = await import('../workspace/layout.ts');
  const source = new TextDecoder().decode((await world.read(PROCESS_FILE)) ?? new Uint8Array());
  return /^#.*\$schema\s*[=:]\s*\S*penholder\.schema\.json/mu.test(source);
}

async function hasNativePdf(): Promise<boolean> {
  return import('@myriaddreamin/typst-ts-node-compiler').then(
    () => true,
    // The package loads only where it has a binary.
    () => false,
  );
}
