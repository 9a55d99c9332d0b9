/**
 * The least that comparing Markdown texts can cost a program that parses them: reads and parses each with remark.
 *
 * Usage: node bare-remark.js <file>…
 */
import { readFileSync } from 'node:fs';
import { remark } from 'remark';

const processor = remark();
let blocks = 0;
for (const file of process.argv.slice(2)) blocks += processor.parse(readFileSync(file, 'utf8')).children.length;
process.stdout.write(`${blocks}\n`);
