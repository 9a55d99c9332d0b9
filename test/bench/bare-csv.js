/**
 * The least that reading a survey can cost: runs a CSV file through csv-parse and counts its records.
 *
 * Usage: node bare-csv.js <file>
 */
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

const [file = ''] = process.argv.slice(2);
let records = 0;
for await (const record of createReadStream(file).pipe(parse({ delimiter: ';', bom: true }))) {
  records += record.length > 0 ? 1 : 0;
}
process.stdout.write(`${records}\n`);
