/**
 * Records in the worked example what its accepted responses changed: the fingerprint of each passage, as it stands in
 * the stage that carried the response out, and again in each later stage that touched the passage; `deleted` where it went.
 *
 * The clearances of each stage are bound to its files anew.
 *
 * Run it after an edit of the example's text; it rewrites the `text:` lines of its `.responses.yaml` files, the digests and lists
 * of its clearances, and nothing else.
 *
 * Usage: node test/tools/stamp-example.js
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const EXAMPLE = join(ROOT, 'drafts', 'child-rights');
const ACCEPTED = /^ {2}decision: (?:accepted|accepted-in-part)$/mu;

const { blobId, clearedPaths, digestOfFiles, parseSection, passageFingerprints } = await library();

/** Workspace path → text, as the steps so far have left it. */
const files = new Map();
/** Workspace path → id that git gives to its content. */
const ids = new Map();
/** Ids of all passages that some stage had. */
const everKnown = new Set();
/** Workspace path of a responses file → path of the step file it was last written to. */
const homes = new Map();

for (const step of readdirSync(EXAMPLE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()) {
  const folder = join(EXAMPLE, step);
  dropCopies(folder);
  for (const path of listFiles(folder)) {
    ids.set(path, blobId(readFileSync(join(folder, path))));
    const text = readFileSync(join(folder, path), 'utf8');
    files.set(path, text);
    if (path.endsWith('.responses.yaml')) homes.set(path, join(folder, path));
  }
  if (/^freeze:/mu.test(readFileSync(join(folder, 'step.yaml'), 'utf8'))) stampStep(folder);
  for (const path of listFiles(folder).filter((one) => one.startsWith('clearances/')))
    bindClearance(join(folder, path));
}

/** Binds a clearance to the files as they stand: one text, which everybody named in it has cleared. */
function bindClearance(file) {
  const place = { language: 'en', languages: ['en', 'fr', 'es', 'ar'], text: 'drafts' };
  const paths = clearedPaths(place, [...ids.keys()]).sort();
  const list = paths.map((path) => [path, ids.get(path)]);
  const digest = digestOfFiles(list);
  const source = readFileSync(file, 'utf8')
    .replace(/^texts:[\s\S]*$/mu, '')
    .replace(/^( {4}text:).*$/gmu, `$1 ${digest}`);
  const lines = list.map(([path, id]) => `    ${path}: ${id}\n`).join('');
  writeFileSync(file, `${source}texts:\n  ${digest}:\n${lines}`);
}

/** A responses file that only repeats an earlier one with newer fingerprints is made anew each time. */
function dropCopies(folder) {
  for (const path of listFiles(folder).filter((one) => one.endsWith('.responses.yaml'))) {
    const earlier = homes.get(path);
    if (earlier === undefined) continue;
    if (unstamped(readFileSync(earlier, 'utf8')) === unstamped(readFileSync(join(folder, path), 'utf8')))
      rmSync(join(folder, path));
  }
}

function stampStep(folder) {
  const sections = [...files]
    .filter(([path]) => /^drafts\/[^/]+\.md$/u.test(path))
    .map(([file, source]) => parseSection({ file, source, language: 'en' }));
  const prints = passageFingerprints(sections);
  for (const id of prints.keys()) everKnown.add(id);
  for (const path of [...files.keys()].filter((one) => one.endsWith('.responses.yaml'))) {
    const old = files.get(path);
    const text = stampFile(old, prints);
    if (text === old && homes.has(path)) continue;
    files.set(path, text);
    const own = join(folder, path);
    mkdirSync(dirname(own), { recursive: true });
    writeFileSync(own, text);
    homes.set(path, own);
  }
}

function stampFile(text, prints) {
  return unstamped(text)
    .split(/^(?=- input:)/mu)
    .map((entry) => stampEntry(entry, prints))
    .join('');
}

function stampEntry(entry, prints) {
  const passages = /^ {2}passages: \[(.*)\]$/mu.exec(entry);
  if (!ACCEPTED.test(entry) || passages === null) return entry;
  const known = passages[1]
    .split(',')
    .map((id) => id.trim())
    .filter((id) => everKnown.has(id));
  if (known.length === 0) return entry;
  // In quotes: sixteen digits, or digits with one e among them, would be read as a number.
  const line = `  text: { ${known.map((id) => (prints.has(id) ? `${id}: "${prints.get(id)}"` : `${id}: deleted`)).join(', ')} }`;
  return entry.replace(passages[0], `${passages[0]}\n${line}`);
}

function unstamped(text) {
  return text.replace(/^ {2}text: .*\n/gmu, '');
}

function listFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

async function library() {
  mkdirSync(join(ROOT, 'build'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, 'build', 'stamp-'));
  try {
    const source =
      "export { parseSection } from '../src/workspace/parse-section.ts';\nexport { passageFingerprints } from '../src/trace/passage-fingerprints.ts';\nexport { clearedPaths } from '../src/workspace/cleared-paths.ts';\nexport { digestOfFiles } from '../src/workspace/clearance-text.ts';\nexport { blobId } from '../src/io/git-objects.ts';\n";
    const outfile = join(folder, 'library.mjs');
    await build({
      stdin: { contents: source, resolveDir: join(ROOT, 'build') },
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'error',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
