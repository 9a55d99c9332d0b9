import { type Diagnostic, type Engine, type Job, MAIN, type Outcome } from './engine.ts';

type Module = typeof import('@myriaddreamin/typst-ts-web-compiler');
type Compiler = Awaited<ReturnType<InstanceType<Module['TypstCompilerBuilder']>['build']>>;

/** Full diagnostics, in the numbering of the compiler's interface. */
const FULL_DIAGNOSTICS = 3;

/**
 * Starts the WebAssembly compiler, which runs everywhere but does not check PDF/UA.
 * @param fonts font files
 */
export async function wasmEngine(fonts: readonly Uint8Array[]): Promise<Engine> {
  const module = await import('@myriaddreamin/typst-ts-web-compiler');
  await module.default();
  const builder = new module.TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const bytes of fonts) await builder.add_raw_font(bytes);
  const compiler = await builder.build();
  return { kind: 'wasm', run: async (job) => compile(compiler, job) };
}

function compile(compiler: Compiler, job: Job): Outcome {
  compiler.reset_shadow();
  for (const [name, text] of job.sources) compiler.add_source(name, text);
  for (const [name, bytes] of job.files) compiler.map_shadow(name, bytes);
  const { result, diagnostics = [] } = compiler.compile(MAIN, undefined, 'pdf', FULL_DIAGNOSTICS) as {
    readonly result?: Uint8Array;
    readonly diagnostics?: readonly WasmDiagnostic[];
  };
  return {
    bytes: result,
    diagnostics: diagnostics.map(diagnosticOf),
    notUniversal: 'the WebAssembly compiler writes tagged PDF but does not check it against PDF/UA',
  };
}

interface WasmDiagnostic {
  readonly severity: string | number;
  readonly message: string;
  readonly path?: string;
  readonly range?: string;
}

function diagnosticOf(raw: WasmDiagnostic): Diagnostic {
  const isError = raw.severity === 1 || String(raw.severity).toLowerCase() === 'error';
  const line = /^(\d+):/u.exec(raw.range ?? '')?.[1];
  const inMain = raw.path?.endsWith(MAIN.slice(1)) === true;
  return {
    severity: isError ? 'error' : 'warning',
    message: raw.message,
    line: inMain && line !== undefined ? Number(line) : undefined,
  };
}
