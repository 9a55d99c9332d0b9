import { describe, expect, it } from 'vitest';
import { EXAMPLE_PROCESS, EXAMPLE_SECTION, exampleNote } from '../../../src/checks/example-workspace.ts';
import { run } from '../../../src/commands/review.ts';
import { packWords } from '../../../src/commands/review-pack-words.ts';
import { readWord } from '../../../src/files/word/read-word.ts';
import { blockLines } from '../../../src/files/word/views.ts';
import { readZip } from '../../../src/files/zip-read.ts';
import { type MemoryWorld, memoryWorld } from '../../../src/io/memory-world.ts';
import { guessComments } from '../../../src/sources/comments/guess-comments.ts';
import { contentHash } from '../../../src/text/fingerprint.ts';
import { memoryContext } from './memory-context.ts';

const STAKEHOLDERS = `- { id: coalition, name: Example coalition, group: civil-society }
- { id: network, name: Example network, group: civil-society }
`;
const FORM = `---
group: civil-society
round: second
language: en
---

## About you

### What is missing? {#q1}
`;

function workspace(consulted: Readonly<Record<string, string>> = {}): MemoryWorld {
  const section = 'drafts/10-introduction.md';
  const zero = {
    'penholder.yaml': EXAMPLE_PROCESS,
    'stakeholders.yaml': STAKEHOLDERS,
    'questionnaires/civil-society-second.en.md': FORM,
    [section]: EXAMPLE_SECTION,
    ...consulted,
  };
  const second = { ...zero, [section]: EXAMPLE_SECTION.replace('Every child', 'Each and every child') };
  const commits = [
    { files: zero, tags: ['zero-draft'] },
    { files: second, tags: ['second-draft'] },
  ];
  return memoryWorld({ files: second, git: { commits }, today: '2023-05-08' });
}

async function pack(world: MemoryWorld, options: Record<string, unknown>, stage = 'zero') {
  const called = memoryContext(world, { worlds: {} });
  const code = await run({ args: ['pack', stage], options }, called.context);
  return { code, printed: called.printed(), said: called.said() };
}

function inside(bytes: Uint8Array | undefined): Map<string, Uint8Array> {
  const reading = readZip(bytes ?? new Uint8Array());
  if ('problem' in reading) throw new Error(reading.problem.message);
  return new Map(reading.archive.names.map((name) => [name, reading.archive.read(name) ?? new Uint8Array()]));
}

function lines(bytes: Uint8Array | undefined): string {
  const reading = readWord(bytes ?? new Uint8Array());
  if ('problem' in reading) throw new Error(reading.problem.message);
  return blockLines(reading.file.body).join('\n');
}

describe('penholder review pack', () => {
  it('makes a package for each stakeholder, with draft, cover, comment sheets and form', async () => {
    const world = workspace();
    const { code } = await pack(world, { for: 'civil-society', deadline: '2023-06-09' });
    expect(code).toBe(0);
    const files = inside(world.files()['build/review/zero/zero-coalition.zip']);
    expect([...files.keys()]).toEqual([
      '00-invitation-to-comment.docx',
      'comment-sheet.docx',
      'comment-sheet.xlsx',
      'draft-zero.docx',
      'civil-society-second.en.docx',
    ]);
    const cover = lines(files.get('00-invitation-to-comment.docx'));
    expect(cover).toContain('For Example coalition');
    expect(cover).toContain('Please send your comments by 9 June 2023.');
    expect(lines(files.get('comment-sheet.docx'))).toContain('Proposed change');
    const sheet = new TextDecoder().decode(inside(files.get('comment-sheet.docx')).get('word/document.xml'));
    expect(sheet).toContain('w:orient="landscape"');
    expect(lines(files.get('draft-zero.docx'))).toContain('Every child has rights.');
    expect(Object.keys(world.files())).toContain('build/review/zero/zero-network.zip');
  });

  it.each([
    [{}, 'w:edit="comments" w:enforcement="1"'],
    [{ tracked: true }, '<w:trackRevisions/>'],
  ])('locks the draft for comments, or has edits tracked', async (options, setting) => {
    const world = workspace();
    await pack(world, { for: 'children', ...options });
    const draft = inside(world.files()['build/review/zero/zero-children.zip']).get('draft-zero.docx');
    expect(new TextDecoder().decode(inside(draft).get('word/settings.xml'))).toContain(setting);
  });

  it('records who got which bytes, and gives the same ones again', async () => {
    const world = workspace();
    await pack(world, { for: 'civil-society' });
    const [first, record] = [world.text('build/review/zero/manifest.json') ?? '', world.text('circulations/zero.yaml')];
    const manifest = JSON.parse(first) as { for: string; sha256: string; package: string }[];
    expect(manifest.map((one) => one.for)).toEqual(['coalition', 'network']);
    expect(contentHash(world.files()['build/review/zero/zero-coalition.zip'] ?? '')).toBe(manifest[0]?.sha256);
    expect(record).toContain('stakeholders:\n    - coalition\n    - network\n');
    expect(world.text('build/review/zero/manifest.md')).toContain('| coalition | zero-coalition.zip |');
    await pack(world, { for: 'civil-society' });
    expect(world.text('build/review/zero/manifest.json')).toBe(first);
  });

  it('has the marked-up version beside the clean one where there is an earlier stage', async () => {
    const world = workspace();
    await pack(world, { for: 'all', language: 'fr' }, 'second');
    const files = inside(world.files()['build/review/second/second-network.zip']);
    expect([...files.keys()]).toContain('draft-second-since-zero.docx');
    expect(lines(files.get('00-invitation-à-commenter.docx'))).toContain('Vous êtes invité');
    expect(world.text('circulations/second.yaml')).toMatch(/to: children[\s\S]*to: civil-society/u);
  });

  it('tells reviewers no reason that only fewer may read, whoever reads what is printed, and names no other reviewer', async () => {
    const said = exampleNote('## What is missing?\n\n- Each of them. #gap ^i1\n', {
      round: 'second',
      distribution: 'core-group',
    });
    const world = workspace({
      'consultations/second/meeting.md': said,
      'consultations/second/meeting.responses.yaml':
        '- { input: i1, decision: accepted, reason: For few alone., passages: [p-7k2m9qd] }\n',
    });
    await pack(world, { for: 'civil-society', distribution: 'core-group' }, 'second');
    const files = inside(world.files()['build/review/second/second-network.zip']);
    const reading = readWord(files.get('draft-second-since-zero.docx') ?? new Uint8Array());
    const comments = 'file' in reading ? reading.file.comments.map(({ text }) => text).join() : '';
    expect(comments).toContain('The reason is not public.');
    expect(comments).not.toContain('For few alone.');
    for (const [name, bytes] of files) {
      const parts = name.endsWith('.docx') || name.endsWith('.xlsx') ? [...inside(bytes).values()] : [bytes];
      for (const part of parts) expect(new TextDecoder().decode(part)).not.toMatch(/coalition/iu);
    }
  });

  it('writes nothing on trial, and says whom it does not know', async () => {
    const world = workspace();
    const { said } = await pack(world, { for: 'network', dryRun: true });
    expect(said).toContain('One package would be made');
    expect(Object.keys(world.files()).some((name) => name.startsWith('build/'))).toBe(false);
    await expect(pack(world, { for: 'netwrk' })).rejects.toThrow('Did you mean "network"?');
    await expect(pack(world, {})).rejects.toThrow('For whom');
  });

  it.each([
    ['ar', 'دعوة-إلى-تقديم-التعليقات', 'يُرجى إرسال تعليقاتكم في موعد أقصاه 9 حزيران/يونيه 2023.'],
    ['es', 'invitación-a-comentar', 'Sírvase enviar sus comentarios a más tardar el 9 de junio de 2023.'],
    ['ru', 'приглашение-представить-замечания', 'Просим направить замечания не позднее 9 июня 2023 года.'],
    ['zh', '征求意见函', '请最迟于2023年6月9日提交意见。'],
  ])('speaks to reviewers in %s', async (language, name, deadline) => {
    const world = workspace();
    await pack(world, { for: 'civil-society', deadline: '2023-06-09', language });
    const files = inside(world.files()['build/review/zero/zero-coalition.zip']);
    expect(lines(files.get(`00-${name}.docx`))).toContain(deadline);
  });

  it.each(['ar', 'en', 'es', 'fr', 'ru', 'zh'])(
    'has a comment sheet in %s that is understood when it comes back',
    (language) => {
      const { columns } = packWords(language).words;
      const head = { headings: columns, row: 1, sample: [] };
      expect(guessComments(head)?.columns.map(({ as }) => as)).toEqual([
        'organisation',
        'line',
        'section',
        'paragraph',
        'kind',
        'comment',
        'change',
        'keep',
      ]);
    },
  );
});
