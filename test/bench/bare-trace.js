/**
 * The least that reading notes and the responses to them can cost: each note parsed with remark, each file of responses with yaml.
 *
 * Usage: node bare-trace.js <folder>
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { remark } from 'remark';
import directive from 'remark-directive';
import gfm from 'remark-gfm';
import { parse } from 'yaml';

const [, , folder = '.'] = process.argv;
// The notes are written in this flavour, and no parser of less could read them.
const processor = remark().use(gfm).use(directive);
let entries = 0;
for (const name of readdirSync(folder).sort()) {
  const text = readFileSync(join(folder, name), 'utf8');
  if (name.endsWith('.md')) entries += processor.parse(text.slice(text.indexOf('\n---\n') + 5)).children.length;
  else if (name.endsWith('.yaml')) entries += parse(text).length;
}
process.stdout.write(`${entries}\n`);
