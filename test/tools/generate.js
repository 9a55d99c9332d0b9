/**
 * Writes what is generated and kept under version control: the registries of the open folders, the scripts of
 * pages, the published JSON Schemas and the reference pages. Tests hold each of them equal to its generation.
 *
 * Usage: npm run generate
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { pageScripts } from './page-scripts.js';
import { registries } from './registries.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Modules that give generated files: their function returns file name → text or JSON. */
const GENERATORS = [
  { module: 'src/workspace/schemas.ts', call: 'publishedSchemas', into: 'templates/schemas' },
  { module: 'src/commands/reference.ts', call: 'referencePages', into: 'src/commands' },
  { module: 'src/commands/check-reference.ts', call: 'checkReferencePages', into: 'src/checks' },
];

/** Bundles a TypeScript module into the repository's build folder, so that its packages resolve, and loads it. */
async function load(module) {
  mkdirSync(join(ROOT, 'build'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, 'build', 'generate-'));
  try {
    const outfile = join(folder, 'module.mjs');
    const options = { bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' };
    await build({ ...options, entryPoints: [join(ROOT, module)], outfile });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function write(path, text) {
  const file = join(ROOT, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  process.stderr.write(`wrote ${path}\n`);
}

async function generate({ module, call, into }) {
  if (!existsSync(join(ROOT, module))) return;
  const made = await (await load(module))[call]();
  for (const [name, content] of Object.entries(made)) {
    write(`${into}/${name}`, typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`);
  }
}

for (const [path, text] of registries(ROOT)) write(path, text);
for (const [path, text] of await pageScripts(ROOT)) write(path, text);
for (const generator of GENERATORS) await generate(generator);
