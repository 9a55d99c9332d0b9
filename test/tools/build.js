/**
 * Builds what bin/penholder runs: dist/ with the program bundled and split, its fonts, and the types of the library.
 *
 * Usage: node test/tools/build.js
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const out = join(root, 'dist');
const staging = join(root, 'build', `dist-${process.pid}`);

rmSync(staging, { recursive: true, force: true });
const COMMON = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  external: ['@myriaddreamin/*', '@embedpdf/fonts-sc'],
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
  // Bundled CommonJS packages may call require for Node's own modules.
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
};

/** Modules that the program loads when a command runs, as `commands/<name>.js` beside it. */
const lazy = new Set();

// What every call needs, help included, is one file: each further file costs time at start-up.
await build({
  ...COMMON,
  entryPoints: ['src/cli.ts'],
  outfile: join(staging, 'cli.js'),
  plugins: [
    {
      // commander loads it for commands that are programs of their own, of which there are none: 3 ms of every call.
      name: 'leave-out-child-process',
      setup: ({ onResolve, onLoad }) => {
        onResolve({ filter: /^node:child_process$/ }, () => ({ path: 'child-process', namespace: 'left-out' }));
        onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
      },
    },
    {
      name: 'load-commands-lazily',
      setup: ({ onResolve }) => {
        onResolve({ filter: /^\.\// }, ({ kind, path }) => {
          if (kind !== 'dynamic-import') return undefined;
          const name = path.replace(/^\.\/(.*)\.ts$/u, '$1');
          lazy.add(name);
          return { path: `./commands/${name}.js`, external: true };
        });
      },
    },
  ],
});
await build({
  ...COMMON,
  entryPoints: [
    ...[...lazy].map((name) => ({ in: `src/commands/${name}.ts`, out: `commands/${name}` })),
    { in: 'src/index.ts', out: 'index' },
    { in: 'src/worker.ts', out: 'worker' },
  ],
  outdir: staging,
  plugins: [
    {
      // The messages of schemas in other languages, a third of what the package weighs: our own are said instead.
      name: 'leave-out-languages-of-schemas',
      setup: ({ onLoad }) => {
        onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
          contents: "export { default as en } from './en.js';",
          loader: 'js',
        }));
      },
    },
    {
      // gray-matter loads it, and with it looks for a parser of JavaScript, for an engine that is never used.
      name: 'leave-out-js-yaml',
      setup: ({ onResolve, onLoad }) => {
        onResolve({ filter: /^js-yaml$/ }, () => ({ path: 'js-yaml', namespace: 'left-out' }));
        onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({
          contents:
            'const none = () => { throw new Error("There is no such engine."); };\nmodule.exports = { safeLoad: none, safeDump: none };',
          loader: 'js',
        }));
      },
    },
  ],
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
});
writeFileSync(join(staging, 'program-id'), `${bundleId()}\n`);
await copyFonts();
types();
if (existsSync(out)) renameSync(out, `${staging}.old`);
renameSync(staging, out);
rmSync(`${staging}.old`, { recursive: true, force: true });

/** What caches are valid for: every byte of the program. */
function bundleId() {
  const hash = createHash('sha256');
  for (const name of readdirSync(staging, { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('.js'))
      hash
        .update(`${name}\0`)
        .update(readFileSync(join(staging, name)))
        .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

async function copyFonts() {
  const faces = join(staging, 'faces.mjs');
  await build({
    entryPoints: [join(root, 'src/formats/pdf/faces.ts')],
    outfile: faces,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  });
  const { SHIPPED_FACES, FACE_LICENCE } = await import(pathToFileURL(faces).href);
  rmSync(faces);
  mkdirSync(join(staging, 'fonts'), { recursive: true });
  for (const { file, from } of SHIPPED_FACES) {
    const folder = join(root, 'node_modules', from.package);
    const source = join(folder, from.path);
    statSync(source);
    copyFileSync(source, join(staging, 'fonts', file));
    const licence = `${from.package.split('/').pop()}-LICENSE.txt`;
    copyFileSync(join(folder, FACE_LICENCE), join(staging, 'fonts', licence));
  }
}

function types() {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  execFileSync(
    process.execPath,
    [tsc, '-p', join(root, 'test/tools/tsconfig.types.json'), '--outDir', join(staging, 'types')],
    { stdio: 'inherit', cwd: root },
  );
}
