import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** The repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export function loadEvaluation() {
  return loadSource('test/evaluation/main.ts');
}

/**
 * Bundles a TypeScript file into the repository's build folder, so that its packages resolve, and loads it.
 *
 * @param {string} entry From the repository's root.
 */
export async function loadSource(entry) {
  mkdirSync(join(ROOT, 'build'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, 'build', 'bundle-'));
  try {
    const outfile = join(folder, 'bundle.mjs');
    const options = { bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' };
    await build({ ...options, entryPoints: [join(ROOT, entry)], outfile });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
