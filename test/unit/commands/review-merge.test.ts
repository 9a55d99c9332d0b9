import { describe, expect, it } from 'vitest';
import { EXAMPLE_PROCESS, EXAMPLE_SECTION } from '../../../src/checks/example-workspace.ts';
import { run } from '../../../src/commands/review.ts';
import { readWord } from '../../../src/files/word/read-word.ts';
import { blockLines, viewBlocks, type WordView } from '../../../src/files/word/views.ts';
import { patchZip } from '../../../src/files/zip-patch.ts';
import { readZip } from '../../../src/files/zip-read.ts';
import { memoryWorld } from '../../../src/io/memory-world.ts';
import { memoryContext } from './memory-context.ts';

const FILES = { 'penholder.yaml': EXAMPLE_PROCESS, 'drafts/10-introduction.md': EXAMPLE_SECTION };

/** The draft that went out, as one package has it. */
async function sentDraft(): Promise<Uint8Array> {
  const world = memoryWorld({ files: FILES, git: { commits: [{ files: FILES, tags: ['zero-draft'] }] } });
  await run(
    { args: ['pack', 'zero'], options: { for: 'children', tracked: true } },
    memoryContext(world, { worlds: {} }).context,
  );
  const zip = readZip(world.files()['build/review/zero/zero-children.zip'] ?? new Uint8Array());
  const draft = 'archive' in zip ? zip.archive.read('draft-zero.docx') : undefined;
  if (draft === undefined) throw new Error('Nothing was sent.');
  return draft;
}

/** A copy in which somebody has other words for "has". */
function reviewed(draft: Uint8Array, author: string, words: string): Uint8Array {
  const zip = readZip(draft);
  const text = 'archive' in zip ? new TextDecoder().decode(zip.archive.read('word/document.xml')) : '';
  const name = 'word/document.xml';
  const edited = text.replace(
    /<w:r>((?:(?!<\/w:r>).)*?)<w:t xml:space="preserve">Every child has rights\.<\/w:t><\/w:r>/u,
    `<w:r>$1<w:t xml:space="preserve">Every child </w:t></w:r><w:del w:id="901" w:author="${author}"><w:r><w:delText>has</w:delText></w:r></w:del><w:ins w:id="902" w:author="${author}"><w:r><w:t>${words}</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> rights.</w:t></w:r>`,
  );
  expect(edited).not.toBe(text);
  const patched = patchZip(draft, [{ name, bytes: new TextEncoder().encode(edited) }]);
  if ('problem' in patched) throw new Error(patched.problem.message);
  return patched.bytes;
}

function lines(bytes: Uint8Array | undefined, view: WordView): string[] {
  const reading = readWord(bytes ?? new Uint8Array());
  if ('problem' in reading) throw new Error(reading.problem.message);
  return blockLines(viewBlocks(reading.file.body, reading.file, view));
}

async function merge(options: Record<string, unknown> = {}, more: readonly string[] = []) {
  const draft = await sentDraft();
  const named = {
    '/workspace/ada.docx': reviewed(draft, 'Ada', 'owns'),
    '/workspace/ben.docx': reviewed(draft, 'Ben', 'enjoys'),
    '/workspace/sent.docx': draft,
    '/workspace/text.docx': new TextEncoder().encode('no Word file'),
  };
  const world = memoryWorld({ files: FILES, named, git: { commits: [{ files: FILES, tags: ['zero-draft'] }] } });
  const called = memoryContext(world);
  const code = await run({ args: ['merge', 'ada.docx', 'ben.docx', ...more], options }, called.context);
  const files = Object.fromEntries(
    Object.entries(world.files()).map(([name, bytes]) => [name.replace(/^\/?workspace\//u, ''), bytes]),
  );
  return { code, files, said: called.said(), draft };
}

describe('penholder review merge', () => {
  it('puts the copies into the stage they were made of, and tells which proposals compete', async () => {
    const { code, files, said, draft } = await merge({ table: ['md', 'json'] });
    expect(code).toBe(0);
    const bytes = files['merged.docx'];
    expect(lines(bytes, 'original')).toEqual(lines(draft, 'original'));
    expect(lines(bytes, 'accepted').join('\n')).toContain('Every child ownsenjoys rights.');
    expect(said).toContain('2 copies: 4 changes in 1 paragraph, 1 comment; 1 passage has proposals that compete.');
    const table = new TextDecoder().decode(files['merged-competing.md']);
    expect(table).toContain('| p-7k2m9qd | Every child has rights. | Ada | ~~has~~ → **owns** | yes |');
    const data = JSON.parse(new TextDecoder().decode(files['merged-competing.json']));
    expect(data[0].proposals[1]).toEqual({
      reviewer: 'Ben',
      copy: 'ben.docx',
      changes: [{ from: 'has', to: 'enjoys' }],
      competes: true,
    });
  });

  it('takes the file that was sent, and leaves out what can not be read', async () => {
    const { code, files, said } = await merge({ base: 'sent.docx', out: 'all.docx' }, ['text.docx']);
    expect(code).toBe(1);
    expect(said).toContain("text.docx can't be read and is left out.");
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['all.docx', 'all-competing.md']));
  });

  it('refuses a base with tracked changes, and to take the place of a copy', async () => {
    await expect(merge({ base: 'ada.docx' })).rejects.toThrow('has tracked changes itself');
    await expect(merge({ out: 'ada.docx' })).rejects.toThrow('take the place');
    await expect(merge({ base: 'sent.docx', out: 'sent.docx' })).rejects.toThrow('take the place');
  });
});
