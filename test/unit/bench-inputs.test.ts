import { describe, expect, test } from 'vitest';
import { composeDraft } from '../../src/drafts/compose-draft.ts';
import { readWord } from '../../src/files/word/read-word.ts';
import { writeDocx } from '../../src/formats/docx.ts';
import { memoryWorld } from '../../src/io/memory-world.ts';
import { directionOf } from '../../src/text/language.ts';
import { loadProcess } from '../../src/workspace/load-process.ts';
import { loadNotes } from '../../src/workspace/notes.ts';
import { readStage } from '../../src/workspace/read-stage.ts';
// @ts-expect-error a plain script without types
import { noteFiles, textFiles } from '../bench/inputs.js';
// @ts-expect-error a plain script without types
import { interleaved, median } from '../bench/measure.js';
// @ts-expect-error a plain script without types
import { copyist } from '../bench/reviewed-copies.js';
// @ts-expect-error a plain script without types
import { ratioRow, skippedRow, tableText, valueRow } from '../bench/table.js';
// @ts-expect-error a plain script without types
import { passageId } from '../bench/words.js';

async function open(files: ReadonlyMap<string, string>) {
  const world = memoryWorld({ files: Object.fromEntries(files) });
  const { process, findings } = await loadProcess(world);
  expect(findings).toEqual([]);
  if (process === undefined) throw new Error('The process does not hold.');
  return { world, process };
}

describe('what is measured on', () => {
  test('is the same in every run', () => {
    const size = { sections: 2, paragraphs: 12 };
    expect([...textFiles(size)]).toEqual([...textFiles(size)]);
    expect([...noteFiles(3)]).toEqual([...noteFiles(3)]);
  });

  test('gives each passage an id of its own', () => {
    const ids = Array.from({ length: 20_000 }, (_, number) => passageId(number) as string);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^p-[0-9a-hjkmnp-tv-z]{7}$/u.test(id))).toBe(true);
  });

  test('is a text that holds, with everything a text can have', async () => {
    const { world, process } = await open(textFiles({ sections: 2, paragraphs: 24 }));
    const { text } = await readStage(world, process, 'working');
    if (text === undefined) throw new Error('There is no text.');
    const { document, findings } = composeDraft(text, { direction: directionOf, epoch: 0 });
    const severe = [...findings, ...text.findings, ...text.sections.flatMap((section) => section.findings)];
    expect(severe.filter(({ severity }) => severity !== 'info')).toEqual([]);
    const shown = JSON.stringify(document.root);
    for (const type of ['table', 'footnoteReference', 'box', 'recommendation', 'crossReference', 'list', 'link']) {
      expect(shown).toContain(`"type":"${type}"`);
    }
  });

  test('is a set of notes of which nothing is to be said', async () => {
    const { world, process } = await open(noteFiles(40));
    const { notes, findings } = await loadNotes(world, process);
    expect(findings).toEqual([]);
    expect(notes.map(({ inputs }) => inputs.length)).toEqual(Array.from({ length: 40 }, () => 12));
  });
});

describe('reviewed copies', () => {
  test('hold the changes and comments that were asked for, the same for the same seed', async () => {
    const { world, process } = await open(textFiles({ sections: 1, paragraphs: 12 }));
    const { text } = await readStage(world, process, 'working');
    if (text === undefined) throw new Error('There is no text.');
    const { document } = composeDraft(text, { direction: directionOf, epoch: 0 });
    const copy = await copyist(writeDocx(document, { media: new Map(), report: () => undefined }));
    const wanted = { seed: 3, revisions: 9, comments: 4 };
    const bytes: Uint8Array = copy(wanted);
    expect(copy(wanted)).toEqual(bytes);
    const reading = readWord(bytes);
    if (!('file' in reading)) throw new Error('The copy can not be read.');
    expect(reading.file.comments).toHaveLength(4);
    expect(reading.file.revisions).toHaveLength(9);
  });
});

describe('measuring', () => {
  test('takes turns, and the middle of what it got', () => {
    const turns: string[] = [];
    const times = { a: [3, 1, 2], b: [6, 4, 5] };
    const run = (name: 'a' | 'b') => () => {
      turns.push(name);
      const time = times[name].shift() ?? 0;
      return { wall: time, cpu: time * 2 };
    };
    expect(interleaved(3, { a: run('a'), b: run('b') })).toEqual({ a: { wall: 2, cpu: 4 }, b: { wall: 5, cpu: 10 } });
    expect(turns.join('')).toBe('ababab');
    expect(median([1, 2, 3, 4])).toBe(2.5);
  });

  test('says what misses its limit, and what was not measured', () => {
    const values = { reference: 2, unit: 's', against: 'bare', limit: 1.5 };
    const held = ratioRow('held', { ...values, measured: 3 });
    const missed = ratioRow('missed', { ...values, measured: 3.1 });
    const large = valueRow('large', { measured: 401, unit: 'MB', limit: 400 });
    const skipped = skippedRow('skipped', { limit: '≤ 2 ×', why: 'not installed' });
    expect([held.ok, missed.ok, large.ok, skipped.ok]).toEqual([true, false, false, undefined]);
    const lines = (tableText([held, missed, large, skipped]) as string).trim().split('\n');
    expect(lines.slice(2).map((line) => line.split('|').at(-2)?.trim())).toEqual(['yes', 'NO', 'NO', 'skipped']);
  });
});
