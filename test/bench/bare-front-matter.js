/**
 * The least that checking notes can cost: reads them and parses their front matter with gray-matter and a safe YAML engine.
 *
 * Usage: node bare-front-matter.js <folder>
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import matter from 'gray-matter';
import { parse } from 'yaml';

const refuse = { parse: () => ({}) };
const engines = { yaml: { parse: (text) => parse(text) }, json: refuse, javascript: refuse, coffee: refuse };
const [folder = ''] = process.argv.slice(2);
let keys = 0;
for (const name of readdirSync(folder)) {
  const { data } = matter(readFileSync(join(folder, name), 'utf8'), { engines, language: 'yaml' });
  keys += Object.keys(data).length;
}
process.stdout.write(`${keys}\n`);
