import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_PROCESS } from '../../../src/checks/example-workspace.ts';
import { run } from '../../../src/commands/guide.ts';
import { run as runNew } from '../../../src/commands/new.ts';
import { memoryWorld } from '../../../src/io/memory-world.ts';
import { memoryContext } from './memory-context.ts';

const ENGLISH = readFileSync(new URL('../../cases/guides/every-type/workshop-first.en.md', import.meta.url), 'utf8');
const FRENCH = '---\ngroup: workshop\nround: first\ntitle: Quoi ?\ntranslation: { from: en }\n---\n## Déjà ? {#q1}\n';
const FILES = {
  'penholder.yaml': EXAMPLE_PROCESS,
  'questionnaires/workshop-first.en.md': ENGLISH,
  'questionnaires/workshop-first.fr.md': FRENCH,
};

async function guide(name: string, options: Readonly<Record<string, unknown>> = {}, files = {}) {
  const world = memoryWorld({ files: { ...FILES, ...files }, named: { '/elsewhere/q.en.md': ENGLISH } });
  const called = memoryContext(world);
  const outcome = await run({ args: [name], options }, called.context).catch((error: Error & { hint?: string }) =>
    [error.message, error.hint].join(' '),
  );
  return { world, outcome, paths: called.printed().trim().split('\n'), said: called.said() };
}

describe('penholder guide', () => {
  it('makes an interview guide in PDF unless told otherwise, the same bytes each time', async () => {
    const first = await guide('workshop-first');
    expect([first.outcome, first.paths]).toEqual([0, ['build/workshop-first-guide.en.pdf']]);
    const second = await guide('questionnaires/workshop-first.en.md');
    const bytes = ({ world }: typeof first) => Buffer.from(world.files()['build/workshop-first-guide.en.pdf'] ?? []);
    expect(bytes(first).subarray(0, 5).toString()).toBe('%PDF-');
    expect(Buffer.compare(bytes(first), bytes(second))).toBe(0);
  });

  it('makes every shape in several languages and formats at once', async () => {
    const { paths, world } = await guide('workshop-first', {
      as: 'questionnaire',
      to: ['md,html'],
      language: ['en', 'fr'],
      style: 'large-print',
    });
    expect(paths).toEqual([
      'build/workshop-first-questionnaire-large-print.en.md',
      'build/workshop-first-questionnaire-large-print.fr.md',
      'build/workshop-first-questionnaire-large-print.en.html',
      'build/workshop-first-questionnaire-large-print.fr.html',
    ]);
    expect(world.text(paths[1] ?? '')).toContain('1. Déjà ?');
    expect(world.text(paths[1] ?? '')).toContain('2. Who asked you?');
    expect((await guide('workshop-first', { as: 'form' })).paths).toEqual(['build/workshop-first-form.en.html']);
  });

  it('makes a PDF that can be filled in, whose fields stand in the tags with a name for who listens', async () => {
    const { PDFDocument, PDFName } = await import('@cantoo/pdf-lib');
    const { world, paths, said } = await guide('workshop-first', { as: 'questionnaire' });
    const bytes = world.files()[paths[0] ?? ''] ?? new Uint8Array();
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const fields = document.getForm().getFields();
    expect(fields.map((field) => `${field.constructor.name} ${field.getName()}`)).toEqual([
      'PDFRadioGroup $consent',
      'PDFRadioGroup q1',
      'PDFCheckBox q2/school',
      'PDFCheckBox q2/city',
      'PDFCheckBox q2/other',
      'PDFTextField q3',
      'PDFTextField q4',
      'PDFRadioGroup q5',
      'PDFRadioGroup q6/parents',
      'PDFRadioGroup q6/teachers',
      'PDFTextField q7',
      'PDFTextField q8',
      'PDFRadioGroup q9',
      'PDFTextField place',
      'PDFRadioGroup easy',
      'PDFTextField whynot',
    ]);
    for (const field of fields) expect(field.acroField.dict.get(PDFName.of('TU'))).toBeDefined();
    const tags = document.context
      .enumerateIndirectObjects()
      .map(([, object]) => String(object))
      .filter((text) => text.includes('/StructElem'));
    expect(tags.filter((text) => text.includes('/S /Form')).length).toBe(25);
    expect(tags.filter((text) => text.includes('/S /Link'))).toEqual([]);
    expect(said).not.toContain('PDF/UA');
  });

  it('makes a note template that knows what the questionnaire knows', async () => {
    const { world, paths } = await guide('workshop-first', { as: 'note' });
    expect(paths).toEqual(['build/workshop-first-note.en.md']);
    const text = world.text('build/workshop-first-note.en.md') ?? '';
    expect(text).toMatch(/^---\nround: first/u);
    expect(text).toMatch(/^questionnaire: workshop-first$/mu);
    expect(text).toMatch(/\n---\n\nNever write a disclosure here; call the referral contact\.\n/u);
    const again = memoryContext(world);
    await runNew(
      {
        args: ['note', 'talk'],
        options: { questionnaire: 'workshop-first', method: 'interview', date: '2022-09-01', yes: true },
      },
      again.context,
    );
    const note = world.text('consultations/first/talk.md') ?? '';
    expect(note.split('\n---\n')[1]).toBe(text.split('\n---\n')[1]);
  });

  it('reads a questionnaire from anywhere, and names the nearest where there is none', async () => {
    expect((await guide('/elsewhere/q.en.md', { to: ['md'] })).paths).toEqual(['build/workshop-first-guide.en.md']);
    expect((await guide('workshop-fist')).outcome).toContain('Did you mean "workshop-first"?');
    const broken = { 'questionnaires/bad-first.en.md': '---\nround: first\n---\n## A {#q1}\n' };
    expect((await guide('bad-first', {}, broken)).outcome).toContain('cannot be read');
  });

  it('writes a questionnaire as a Word file with controls', async () => {
    const { outcome, paths } = await guide('workshop-first', { as: 'questionnaire', to: ['docx'] });
    expect([outcome, paths]).toEqual([0, ['build/workshop-first-questionnaire.en.docx']]);
  });

  it.each([
    [{ to: ['odt'] }, 'There is no output format called "odt".'],
    [{ as: 'note', to: ['pdf'] }, 'A note template is Markdown'],
    [{ language: ['de'] }, 'has no text in "de". It stands in en, fr'],
  ])('refuses %o and says what to do', async (options, message) => {
    const { outcome, world } = await guide('workshop-first', options);
    expect(outcome).toContain(message);
    expect(Object.keys(world.files()).filter((path) => path.startsWith('build/'))).toEqual([]);
  });

  it('never takes the place of a questionnaire', async () => {
    const { outcome, world } = await guide('workshop-first', {
      to: ['md'],
      out: 'questionnaires/workshop-first.en.md',
    });
    expect(outcome).toMatch(/is a file the text is made from/u);
    expect(world.text('questionnaires/workshop-first.en.md')).toBe(ENGLISH);
  });
});
