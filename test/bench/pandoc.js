import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/**
 * Writes the text of a workspace for Pandoc: `text.md` and `works.json`. Ids and directives, which it does not know,
 * are taken out.
 *
 * @param {string} folder
 * @param {string} workspace
 * @returns {string} The folder they lie in.
 */
export function pandocSources(folder, workspace) {
  const output = join(folder, 'pandoc');
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const drafts = join(workspace, 'drafts');
  const names = readdirSync(drafts).sort();
  const texts = names.map((name, index) => plainMarkdown(readFileSync(join(drafts, name), 'utf8'), index));
  writeFileSync(join(output, 'text.md'), texts.join('\n\n'));
  writeFileSync(
    join(output, 'works.json'),
    JSON.stringify(parse(readFileSync(join(workspace, 'resources', 'works.yaml'), 'utf8'))),
  );
  return output;
}

function plainMarkdown(source, index) {
  const title = /^title: (.*)$/mu.exec(source)?.[1] ?? '';
  const body = source
    .replace(/^---\n[\s\S]*?\n---\n/u, '')
    .replaceAll(/ ?\^p-\w{7}$/gmu, '')
    .replaceAll(/\[\]\(#[^)]*\)/gu, 'above')
    .replaceAll(/^:::.*$/gmu, '')
    .replaceAll(/\[\^n/gu, `[^s${index}n`);
  return `# ${title}\n${body}`;
}
