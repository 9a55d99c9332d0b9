/** What a Typst compiler is asked, whichever of the two it is. */

/** Files by absolute name, and the time stamp for the PDF. */
export interface Job {
  readonly sources: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Seconds since 1970. */
  readonly epoch: number;
}

/** What Typst has to say; `line` counts from 0 and is that of `main.typ`, where it is known. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly line?: number | undefined;
}

/** What came of a job. Without `bytes` there is at least one error. */
export interface Outcome {
  readonly bytes?: Uint8Array | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Why the result is not PDF/UA-1, where it is not. */
  readonly notUniversal?: string | undefined;
}

/** A compiler with its fonts. Kept, it compiles small edits faster. */
export interface Engine {
  readonly kind: 'native' | 'wasm';
  readonly run: (job: Job) => Promise<Outcome>;
  /** Values of the metadata with a label, in order; absent where the compiler can not be asked. */
  readonly query?: (job: Job, label: string) => Promise<readonly unknown[]>;
}

/** Where the main source lives inside the compiler; no such file exists. */
export const MAIN = '/main.typ';

/** Where the settings live, likewise. */
export const SETTINGS = '/settings.typ';
