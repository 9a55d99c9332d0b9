import type { RepositoryState } from '../io/world.ts';
import type { DoctorFacts } from './doctor-facts.ts';

/** One thing the doctor looked at. */
export interface DoctorLine {
  readonly id: string;
  readonly state: 'ok' | 'warn' | 'fail';
  /** What is the case, in a sentence. */
  readonly message: string;
  /** What to do, where something is not as it should be. */
  readonly hint?: string;
}

type Look = (facts: DoctorFacts) => DoctorLine | undefined;

const OLDEST_NODE = [20, 19] as const;
/** `cat-file --batch` with `-z` and what else is used came before this. */
const OLDEST_GIT = [2, 25] as const;
const LARGE_CACHE = 200 * 1024 * 1024;

/** What is looked at, in the order in which it is told. */
const LOOKS: readonly Look[] = [
  node,
  git,
  repository,
  shallow,
  partial,
  identity,
  detached,
  submodule,
  workspace,
  schema,
  ...['build', '.penholder'].map(
    (folder): Look =>
      (facts) =>
        writable(facts, folder),
  ),
  interrupted,
  cache,
  pdf,
  fonts,
  chinese,
];

/** Says what is in order and what is not, with what to do about it. */
export function diagnose(facts: DoctorFacts): DoctorLine[] {
  return LOOKS.flatMap((look) => look(facts) ?? []);
}

function node({ machine }: DoctorFacts): DoctorLine {
  const message = `Node is ${machine.node}, on ${machine.platform}.`;
  if (isAtLeast(machine.node, OLDEST_NODE)) return { id: 'node', state: 'ok', message };
  return { id: 'node', state: 'fail', message, hint: 'Install Node 20.19 or later, from https://nodejs.org.' };
}

function git({ machine }: DoctorFacts): DoctorLine {
  if (machine.git === undefined) {
    const hint = 'Install it from https://git-scm.com/downloads. Without it there are no stages; all else works.';
    return { id: 'git', state: 'fail', message: 'The program git was not found.', hint };
  }
  const message = `Git is ${machine.git}.`;
  if (isAtLeast(machine.git, OLDEST_GIT)) return { id: 'git', state: 'ok', message };
  return {
    id: 'git',
    state: 'warn',
    message,
    hint: 'Install git 2.25 or later; with this one some commands may fail.',
  };
}

const NO_REPOSITORY: Readonly<Record<Exclude<RepositoryState['kind'], 'ready'>, Omit<DoctorLine, 'id'> | undefined>> = {
  'no-git': undefined,
  none: {
    state: 'warn',
    message: 'This folder is not in a git repository, so no stage can be frozen.',
    hint: 'Run: git init && git add . && git commit -m "Begin"',
  },
  empty: {
    state: 'warn',
    message: 'The repository has no commit yet, so no stage can be frozen.',
    hint: 'Run: git add . && git commit -m "Begin"',
  },
  unsafe: {
    state: 'fail',
    message: 'Git refuses this repository because it belongs to another user.',
    hint: 'If you trust it, run: git config --global --add safe.directory "$(pwd)"',
  },
};

function repository({ repository: state, machine }: DoctorFacts): DoctorLine | undefined {
  if (state.kind === 'ready') {
    const where = state.prefix === '' ? 'at its root' : `in its folder ${state.prefix}`;
    return { id: 'repository', state: 'ok', message: `There is a git repository, and this folder is ${where}.` };
  }
  const found = NO_REPOSITORY[state.kind];
  if (found === undefined) return undefined;
  const quoted = machine.refusal === undefined ? '' : ` Git says: ${machine.refusal}`;
  return { id: 'repository', ...found, message: `${found.message}${quoted}` };
}

function shallow({ repository: state }: DoctorFacts): DoctorLine | undefined {
  if (!state.shallow) return undefined;
  return {
    id: 'shallow',
    state: 'warn',
    message:
      'The repository is a shallow clone: older commits and tags may be missing, and with them stages and reasons.',
    hint: 'Run: git fetch --unshallow --tags. In GitHub Actions, give actions/checkout fetch-depth: 0.',
  };
}

function partial({ machine }: DoctorFacts): DoctorLine | undefined {
  if (machine.partial !== true) return undefined;
  return {
    id: 'partial',
    state: 'warn',
    message:
      'The repository is a partial clone: contents of older stages may be missing, and nothing is fetched on the way.',
    hint: 'Run: git config --unset remote.origin.partialclonefilter; git fetch --refetch --tags origin',
  };
}

function identity({ repository: state }: DoctorFacts): DoctorLine | undefined {
  if (state.kind !== 'ready' && state.kind !== 'empty') return undefined;
  if (state.identity) return { id: 'identity', state: 'ok', message: 'Git knows who commits.' };
  return {
    id: 'identity',
    state: 'warn',
    message: 'Git does not know who you are, so it can neither commit nor freeze a stage.',
    hint: 'Run: git config --global user.name "Your Name" && git config --global user.email "you@example.org"',
  };
}

function detached({ repository: state }: DoctorFacts): DoctorLine | undefined {
  if (state.kind !== 'ready' || state.branch !== undefined) return undefined;
  return {
    id: 'branch',
    state: 'warn',
    message: 'No branch is checked out (detached HEAD): what is committed now belongs to no branch.',
    hint: 'Run "git switch <branch>", or "git switch -c <new branch>" to keep what you commit. Reading and compiling work as they are.',
  };
}

function submodule({ machine }: DoctorFacts): DoctorLine | undefined {
  if (!machine.submodule) return undefined;
  return {
    id: 'submodule',
    state: 'warn',
    message: 'This repository is a submodule of another one: stages are tags of the submodule.',
    hint: 'Push its tags with "git push --tags" in the submodule, and commit its new state in the repository around it.',
  };
}

const WORKSPACE: Readonly<Record<DoctorFacts['workspace'], Omit<DoctorLine, 'id'>>> = {
  found: { state: 'ok', message: 'There is a workspace, and its penholder.yaml holds.' },
  broken: {
    state: 'fail',
    message: 'The penholder.yaml of this workspace does not hold.',
    hint: 'Run "penholder check" to see all that is wrong with it, with lines.',
  },
  none: {
    state: 'warn',
    message: 'There is no penholder.yaml here or in a folder above.',
    hint: 'Run "penholder init" to make a workspace.',
  },
};

function workspace(facts: DoctorFacts): DoctorLine {
  return { id: 'workspace', ...WORKSPACE[facts.workspace] };
}

function schema({ workspace: found, schema: state }: DoctorFacts): DoctorLine | undefined {
  // A process that names no schema misses none.
  if (found === 'none' || state === 'unnamed') return undefined;
  if (state === 'same') return { id: 'schema', state: 'ok', message: 'Editors complete penholder.yaml by its schema.' };
  return {
    id: 'schema',
    state: 'warn',
    message: `The file penholder.schema.json, by which editors complete penholder.yaml, ${SCHEMA_FAULTS[state]}. Nothing else needs it.`,
    hint: 'Copy it from templates/schemas/process.schema.json of the installed package.',
  };
}

const SCHEMA_FAULTS = {
  missing: 'is named in penholder.yaml and is missing',
  other: 'is that of another version of Penholder, so they may complete what this one does not know',
} as const;

function writable({ machine, workspace: found }: DoctorFacts, folder: string): DoctorLine | undefined {
  const one = machine.writable.find((entry) => entry.folder === folder);
  if (one === undefined || found === 'none') return undefined;
  const id = `write-${folder.replace(/^\./u, '')}`;
  if (one.ok) return { id, state: 'ok', message: `${folder}/ can be written to.` };
  const hint = `Give yourself the right to write there: chmod u+rwx ${folder}`;
  return { id, state: 'fail', message: `${folder}/ can't be written to.`, hint };
}

function interrupted({ machine }: DoctorFacts): DoctorLine | undefined {
  if (!machine.interrupted) return undefined;
  return {
    id: 'interrupted',
    state: 'warn',
    message: 'A command was interrupted while it wrote.',
    hint: 'Nothing is lost: the next command that writes finishes what was begun, or undoes it.',
  };
}

function cache({ machine, workspace: found }: DoctorFacts): DoctorLine | undefined {
  if (found === 'none') return undefined;
  const message = `The cache holds ${sizeWords(machine.cacheBytes)}.`;
  if (machine.cacheBytes <= LARGE_CACHE) return { id: 'cache', state: 'ok', message };
  return { id: 'cache', state: 'warn', message, hint: 'Delete .penholder/cache to make room; no output changes.' };
}

function pdf({ nativePdf, forcedPdf }: DoctorFacts): DoctorLine {
  const forced = forcedPdf === undefined ? '' : ` PENHOLDER_PDF asks for "${forcedPdf}".`;
  if (nativePdf) return { id: 'pdf', state: 'ok', message: `PDFs are made by the native compiler.${forced}` };
  return {
    id: 'pdf',
    state: 'warn',
    message: `There is no native PDF compiler for this machine; the slower WebAssembly one serves.${forced}`,
    hint: 'Its PDFs are tagged, but not certified as PDF/UA-1. Compile those to be published on Linux, macOS or Windows on x64 or arm64.',
  };
}

function fonts({ fonts: count }: DoctorFacts): DoctorLine {
  if (count > 0) {
    const message = `${count} font files are there, for Latin, Cyrillic, Greek and Arabic script.`;
    return { id: 'fonts', state: 'ok', message };
  }
  return {
    id: 'fonts',
    state: 'fail',
    message: 'The fonts that belong to the program are missing, so no PDF can be made.',
    hint: 'Install penholder again; in a checkout, run "npm run build".',
  };
}

function chinese({ chinese: installed }: DoctorFacts): DoctorLine {
  if (installed) return { id: 'chinese', state: 'ok', message: 'Fonts for Chinese are installed.' };
  return {
    id: 'chinese',
    state: 'ok',
    message: 'Fonts for Chinese are not installed; only texts with Chinese characters need them.',
    hint: 'If you need them, run: npm install @embedpdf/fonts-sc',
  };
}

function isAtLeast(version: string, [major, minor]: readonly [number, number]): boolean {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const kib = bytes / 1024;
  return kib < 1024 ? `${Math.round(kib)} KiB` : `${(kib / 1024).toFixed(1)} MiB`;
}
