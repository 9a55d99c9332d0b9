import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** The repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Bundles the evaluation into the repository's build folder, so that its packages resolve, and loads it. */
export async function loadEvaluation() {
  mkdirSync(join(ROOT, 'build'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, 'build', 'evaluation-'));
  try {
    const outfile = join(folder, 'evaluation.mjs');
    const options = { bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' };
    await build({ ...options, entryPoints: [join(ROOT, 'test/evaluation/main.ts')], outfile });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
