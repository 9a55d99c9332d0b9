/**
 * The native compiler alone: loads the recorded sources and fonts, compiles, exports, writes the PDF and says how many pages it has.
 *
 * Usage: node bare-typst.js <folder of a recorded job> <pdf>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const [folder = '', pdf = ''] = process.argv.slice(2);
const job = JSON.parse(readFileSync(join(folder, 'job.json'), 'utf8'));
const bytes = (name) => readFileSync(join(folder, name));
const compiler = NodeCompiler.create({
  workspace: job.workspace,
  fontArgs: [{ fontBlobs: job.fonts.map(bytes) }],
});
for (const [path, text] of job.sources) compiler.addSource(path, text);
for (const [path, name] of job.files) compiler.mapShadow(path, bytes(name));
const { result } = compiler.compile(job.compile);
if (result === null) throw new Error('The recorded sources do not compile.');
writeFileSync(pdf, compiler.pdf(result, job.pdf));
process.stdout.write(`${result.numOfPages}\n`);
