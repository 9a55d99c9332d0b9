import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { htmlDocument } from '../../../src/sources/html-document.ts';
import { markdownNote } from '../../../src/sources/markdown-note.ts';
import { planIngest } from '../../../src/sources/plan-ingest.ts';
import { PROCESS } from './sample.ts';

const CASES = fileURLToPath(new URL('../../cases/sources/', import.meta.url));

/** A folder holds `given.*`; what is written for it and what is found stands beside it. */
it.each(readdirSync(CASES))('case %s', async (name) => {
  const folder = `${CASES}${name}/`;
  const given = readdirSync(folder).find((file) => file.startsWith('given.')) ?? '';
  const { plan, findings } = await planIngest({
    files: [{ name: given.replace('given', name), bytes: new Uint8Array(readFileSync(folder + given)) }],
    existing: [],
    responses: [],
    process: PROCESS,
    sources: [htmlDocument, markdownNote],
    options: { yes: true, round: 'first', defaults: { group: 'civil-society', date: '2022-09-30' } },
  });
  const files = plan.writes.map(({ path, bytes }) => `=== ${path}\n${new TextDecoder().decode(bytes)}`);
  const found = findings.map(({ severity, check, place, message, hint = '' }) =>
    `${place.file}:${place.line}:${place.column} ${severity} ${check}\n  ${message}\n  ${hint}`.trimEnd(),
  );
  // Carriage returns are shown, so that the golden file survives every editor.
  await expect(files.join('\n').replaceAll('\r', '␍')).toMatchFileSnapshot(`${folder}written.txt`);
  await expect(`${found.join('\n')}\n`).toMatchFileSnapshot(`${folder}findings.txt`);
});
