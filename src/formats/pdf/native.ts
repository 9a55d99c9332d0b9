import type * as Binding from '@myriaddreamin/typst-ts-node-compiler';
import { type Diagnostic, type Engine, type Job, MAIN, type Outcome, SETTINGS } from './engine.ts';

/** A folder that does not exist: all files are given in memory, so Typst can reach none on disk. */
const NOWHERE = '/penholder-has-no-such-folder';

/** After so many runs without use a cached result is dropped: one, since a clean and a marked-up version take turns. */
const KEPT_RUNS = 1;

/** Ways to export, the best first: a page that is not PDF/UA is better than none, and the finding tells. */
const EXPORTS = [{ pdfStandard: 'ua-1' }, {}, { pdfTags: false }] as const;

/** Settings that count as seen lately: those of a clean and of a marked-up version. */
const KEPT_SETTINGS = 2;

interface NativeDiagnostic {
  readonly message: string;
  readonly path?: string;
  readonly severity: number;
  readonly range?: { readonly start?: { readonly line?: number } };
}

/** Tells whether the native compiler has a binary for this machine. */
export async function hasNative(): Promise<boolean> {
  return (await loadBinding()) !== undefined;
}

/**
 * Starts the native compiler; undefined where there is no binary for this machine.
 * @param fonts font files
 */
export async function nativeEngine(fonts: readonly Uint8Array[]): Promise<Engine | undefined> {
  const binding = await loadBinding();
  if (binding === undefined) return undefined;
  const fontBlobs = fonts.map((bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const compiler = binding.NodeCompiler.create({ workspace: NOWHERE, fontArgs: [{ fontBlobs }] });
  const recent: string[] = [];
  const settle = (job: Job): void => {
    // What is cached serves a text under its own settings only: for another one it is dropped before memory doubles.
    const settings = job.sources.get(SETTINGS) ?? '';
    if (!recent.includes(settings)) compiler.evictCache(0);
    recent.push(settings);
    recent.splice(0, recent.length - KEPT_SETTINGS);
  };
  return {
    kind: 'native',
    run: async (job) => {
      settle(job);
      return compile(compiler, job);
    },
    query: async (job, label) => {
      settle(job);
      return ask(compiler, job, label);
    },
  };
}

async function loadBinding(): Promise<typeof Binding | undefined> {
  try {
    return await import('@myriaddreamin/typst-ts-node-compiler');
  } catch {
    // The package loads only where it has a binary; the other compiler serves elsewhere.
    return undefined;
  }
}

function takeFiles(compiler: Binding.NodeCompiler, job: Job): void {
  compiler.resetShadow();
  for (const [name, text] of job.sources) compiler.addSource(NOWHERE + name, text);
  for (const [name, bytes] of job.files) compiler.mapShadow(NOWHERE + name, Buffer.from(bytes));
}

/** Values of the metadata with a label; none where the text can not be set. */
function ask(compiler: Binding.NodeCompiler, job: Job, label: string): readonly unknown[] {
  takeFiles(compiler, job);
  const document = compiler.compile({ mainFilePath: NOWHERE + MAIN }).result;
  const found: unknown = document === null ? [] : compiler.query(document, { selector: `<${label}>`, field: 'value' });
  return Array.isArray(found) ? found : [];
}

function compile(compiler: Binding.NodeCompiler, job: Job): Outcome {
  takeFiles(compiler, job);
  const result = compiler.compile({ mainFilePath: NOWHERE + MAIN });
  const errors = result.takeDiagnostics();
  const diagnostics = errors === null ? [] : compiler.fetchDiagnostics(errors).map(diagnosticOf);
  const document = result.result;
  if (document === null) return { diagnostics };
  const outcome = exported(compiler, document, job.epoch, diagnostics);
  compiler.evictCache(KEPT_RUNS);
  return outcome;
}

function exported(
  compiler: Binding.NodeCompiler,
  document: Binding.NodeTypstDocument,
  creationTimestamp: number,
  diagnostics: readonly Diagnostic[],
): Outcome {
  let notUniversal: string | undefined;
  for (const options of EXPORTS) {
    try {
      return { bytes: compiler.pdf(document, { ...options, creationTimestamp }), diagnostics, notUniversal };
    } catch (error) {
      notUniversal ??= reasonOf(error instanceof Error ? error : new Error(String(error)));
    }
  }
  return { diagnostics: [...diagnostics, { severity: 'error', message: notUniversal ?? 'no reason given' }] };
}

/** What the exporter says, without the Rust around it. */
function reasonOf(error: Error): string {
  const messages = [...error.message.matchAll(/message: "((?:[^"\\]|\\.)*)"/gu)].map((match) => match[1] ?? '');
  const said = messages.length === 0 ? error.message : [...new Set(messages)].join('; ');
  return said
    .replace(/ \(occurred at [^)]*\)/u, '')
    .replace('PDF/UA-1 error: ', '')
    .replaceAll('\\"', '"');
}

function diagnosticOf(raw: NativeDiagnostic): Diagnostic {
  return {
    severity: raw.severity === 1 ? 'error' : 'warning',
    message: raw.message,
    line: raw.path?.endsWith(MAIN) === true ? raw.range?.start?.line : undefined,
  };
}
