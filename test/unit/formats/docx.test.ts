import { inflateSync } from 'node:zlib';
import type { FootnoteDefinition, PhrasingContent, RootContent, Table, TableCell, TableRow } from 'mdast';
import { describe, expect, test } from 'vitest';
import { readWord } from '../../../src/files/word/read-word.ts';
import { blockLines, viewBlocks } from '../../../src/files/word/views.ts';
import type { WordFile, WordParagraph } from '../../../src/files/word/word-types.ts';
import { readZip } from '../../../src/files/zip-read.ts';
import { DRAFT_NAMESPACE } from '../../../src/formats/docx/parts.ts';
import { docx, writeDocx } from '../../../src/formats/docx.ts';
import type { Document } from '../../../src/model/document.ts';
import { DRAFT, documentOf, MARKED_UP, numbered, p, section, words } from './sample-document.ts';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
);

function write(document: Document): Uint8Array {
  return writeDocx(document, { media: new Map(), report: () => undefined });
}

function read(document: Document): WordFile {
  const reading = readWord(write(document));
  if ('problem' in reading) throw new Error(reading.problem.message);
  return reading.file;
}

function part(document: Document, name: string): string {
  const zip = readZip(write(document));
  return 'archive' in zip ? new TextDecoder().decode(zip.archive.read(name)) : '';
}

const view = (file: WordFile, name: 'original' | 'accepted'): string[] =>
  blockLines(viewBlocks(file.body, file, name)).filter((line) => line.trim() !== '');

describe('the Word format', () => {
  test('writes a draft with every type of node as its case says', async () => {
    await expect(view(read(DRAFT), 'accepted').join('\n')).toMatchFileSnapshot('../../cases/formats/docx/draft.txt');
    await expect(part(DRAFT, 'word/document.xml').replaceAll('><', '>\n<')).toMatchFileSnapshot(
      '../../cases/formats/docx/draft.xml',
    );
  });

  test('writes a marked-up version with tracked changes as its case says', async () => {
    const file = read(MARKED_UP);
    const both = (['original', 'accepted'] as const).map((name) => `== ${name}\n${view(file, name).join('\n')}`);
    await expect(both.join('\n\n')).toMatchFileSnapshot('../../cases/formats/docx/marked-up.txt');
  });

  test('gives the same bytes twice', () => {
    expect(Buffer.from(write(DRAFT)).equals(write(DRAFT))).toBe(true);
  });

  test('keeps each passage in a bookmark, and says which stage it is of', () => {
    const file = read(documentOf([section('One', 'I', [numbered('1', ['First.'], 'p-first01')])]));
    const paragraph = file.body.find(
      (block): block is WordParagraph => block.type === 'paragraph' && block.bookmarks.includes('p-first01'),
    );
    expect(blockLines([paragraph as WordParagraph])).toEqual(['First.']);
    const draft = new TextDecoder().decode(file.custom.get(DRAFT_NAMESPACE));
    expect(draft).toMatch(/stage="zero".*<passage id="p-first01" print="[0-9a-f]{16}"\/>/su);
  });

  test('leaves numbers to Word where it counts as the text does, and begins anew where the text does', () => {
    const blocks = [numbered('1', ['a']), numbered('2', ['b']), numbered('2 bis', ['c']), numbered('9', ['d'])];
    const document = documentOf([section('One', 'I', blocks)]);
    const xml = part(document, 'word/document.xml');
    expect(xml).not.toMatch(/<w:t[^>]*>2\.</u);
    expect(xml).toMatch(/2 bis\.?<\/w:t>/u);
    expect(part(document, 'word/numbering.xml')).toContain('<w:startOverride w:val="9"/>');
  });

  test('puts footnotes at the foot, with what is in them', () => {
    const document = documentOf([
      section('One', undefined, [
        p(['Text', { type: 'footnoteReference', identifier: 'x' }]),
        { type: 'footnoteDefinition', identifier: 'x', label: '1', children: [p(['The note.'])] },
      ]),
    ]);
    const { notes, body } = read(document);
    expect(notes.map(({ blocks }) => blockLines(blocks).map((line) => line.trim()))).toEqual([['The note.']]);
    expect(
      body.some((block) => block.type === 'paragraph' && block.pieces.some(({ note }) => note === 'footnote')),
    ).toBe(true);
  });

  test('runs nothing and escapes everything', () => {
    const document = documentOf([
      section('A & <b>', undefined, [
        p([words(']]> <w:p/> \u0000 & "q"'), { type: 'link', url: 'javascript:alert(1)', children: [words('here')] }]),
      ]),
    ]);
    expect(view(read(document), 'accepted')).toContain(']]> <w:p/> \ufffd & "q"here');
    expect(part(document, 'word/_rels/document.xml.rels')).not.toContain('javascript');
  });

  test('shows a picture with what it shows, or its description where it has none', async () => {
    const figure = { type: 'figure' as const, url: 'a.png', alt: 'A child speaks', children: [words('A talk')] };
    const document = documentOf([section('One', undefined, [figure])]);
    const findings: string[] = [];
    const assets = {
      picture: async (path: string) => (path === 'a.png' ? PIXEL : undefined),
      shipped: async () => undefined,
      shippedIn: async () => [],
      settings: {},
      report: ({ check }: { check: string }) => findings.push(check),
    };
    const reading = readWord(await docx.render(document, assets));
    expect(
      'file' in reading &&
        reading.file.body.some(
          (block) =>
            block.type === 'paragraph' &&
            block.pieces.some(({ type, text }) => type === 'picture' && text === 'A child speaks'),
        ),
    ).toBe(true);
    await docx.render(documentOf([section('One', undefined, [{ ...figure, url: 'none.png' }])]), assets);
    expect(findings).toEqual(['docx/missing-picture']);
  });

  test('asks for one of many answers by a list, and for one of few by boxes', () => {
    const choices = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ value: `v${at}`, label: `Answer ${at}` }));
    const field = (count: number) => ({
      type: 'formField' as const,
      name: 'q1',
      kind: 'choice' as const,
      choices: choices(count),
      children: [words('Which?')],
    });
    const many = part(documentOf([section('One', undefined, [field(6)])]), 'word/document.xml');
    expect(many.match(/<w:listItem /gu)).toHaveLength(6);
    expect(many).not.toContain('w14:checkbox');
    const few = part(documentOf([section('One', undefined, [field(5)])]), 'word/document.xml');
    expect(few.match(/<w14:checkbox>/gu)).toHaveLength(5);
  });

  test('reads from right to left where the language does', () => {
    const document = documentOf([section('عنوان', undefined, [p(['نص'])])], { language: 'ar', direction: 'rtl' });
    expect(part(document, 'word/styles.xml')).toContain('<w:pPr><w:bidi/></w:pPr>');
    expect(part(document, 'word/document.xml')).toContain('<w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">نص');
    expect(part(document, 'word/document.xml')).toContain('<w:bidi/></w:sectPr>');
  });
});

describe('looks', () => {
  const box = (title: string) => ({ type: 'box' as const, title, children: [p(['In it.'])] });
  const wide = (cells: number): Table => ({
    type: 'table',
    children: [0, 1].map(() => ({
      type: 'tableRow',
      children: Array.from({ length: cells }, () => ({ type: 'tableCell', children: [words('Responsibility')] })),
    })),
  });
  const xml = (blocks: readonly RootContent[], style: Partial<Document['meta']['style']> = {}): string => {
    const document = documentOf([section('One', undefined, blocks as never)]);
    const meta = { ...document.meta, style: { ...document.meta.style, ...style } };
    return part({ ...document, meta }, 'word/document.xml');
  };

  test('frames that look alike do not run into one', () => {
    expect(xml([box('A'), box('B')])).toMatch(/In it\.<\/w:t><\/w:r><\/w:p><w:p><w:pPr><w:pStyle w:val="Spacer"\/>/u);
    expect(xml([box('A'), p(['Between.']), box('B')])).not.toContain(
      'w:val="Spacer"/></w:pPr></w:p><w:p><w:pPr><w:pStyle w:val="BoxTitle"',
    );
  });

  test('lists, quotations and code in a frame have its edges', () => {
    const children = [
      { type: 'list' as const, children: [{ type: 'listItem' as const, children: [p(['An item.'])] }] },
      { type: 'blockquote' as const, children: [p(['Quoted.'])] },
      { type: 'code' as const, value: 'code' },
    ];
    const text = xml([{ type: 'box', title: 'A', children }]);
    const edges = [...text.matchAll(/<w:ind ([^>]*)\/>/gu)].map(([, ind = '']) => {
      const number = (name: string) => Number(new RegExp(`w:${name}="(\\d+)"`, 'u').exec(ind)?.[1] ?? 0);
      return [number('left') - number('hanging'), number('right')];
    });
    expect(edges).toHaveLength(3);
    expect(new Set(edges.map(String))).toEqual(new Set(['170,170']));
  });

  test('words that lead on to a list stay on its page, and their note on that of nothing', () => {
    const lead = p(['These', { type: 'footnoteReference', identifier: 'n' }, ' are meant:']);
    const note = { type: 'footnoteDefinition' as const, identifier: 'n', children: [p(['Who they are.'])] };
    const list = { type: 'list' as const, children: [{ type: 'listItem' as const, children: [p(['An item.'])] }] };
    const document = documentOf([section('One', undefined, [lead, list, note])]);
    expect(part(document, 'word/document.xml')).toMatch(/<w:keepNext\/>(?:(?!<\/w:p>).)*These/u);
    expect(part(document, 'word/footnotes.xml')).not.toContain('<w:keepNext/>');
  });

  test.each([
    ['a4', 9026],
    ['us-letter', 9360],
    ['a5', 6691],
  ] as const)('tables on %s are as wide as the page', (paper, room) => {
    const widths = [...xml([wide(3)], { paper }).matchAll(/<w:gridCol w:w="(\d+)"/gu)].map(([, width]) =>
      Number(width),
    );
    expect(widths.reduce((all, width) => all + width, 0)).toBeGreaterThan(room - 10);
    expect(widths.reduce((all, width) => all + width, 0)).toBeLessThanOrEqual(room);
  });

  test('words of a table that has no room for them are smaller, but for readers who need them large', () => {
    expect(xml([wide(3)])).not.toContain('TableTextSmall');
    expect(xml([wide(6)])).toContain('TableTextSmall');
    expect(xml([wide(6)], { reading: 'large-print' })).not.toContain('TableTextSmall');
  });

  test('nothing of the text is smaller than readers of large print need', () => {
    const { root, meta } = DRAFT;
    const styles = part(
      { root, meta: { ...meta, style: { ...meta.style, reading: 'large-print' } } },
      'word/styles.xml',
    );
    const sizes = [...styles.matchAll(/w:styleId="(\w+)"(?:(?!<\/w:style>).)*?<w:sz w:val="(\d+)"/gu)];
    const small = sizes.filter(
      ([, id, size]) =>
        Number(size) < 36 && !['Header', 'Footer', 'Spacer', 'TableTextSmall', 'TableHeadSmall'].includes(id ?? ''),
    );
    expect(small.map(([, id]) => id)).toEqual([]);
  });
});

describe('drawings', () => {
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="20" height="20" fill="#ff0000"/></svg>';
  const inFile = async (svg: string): Promise<Map<string, Uint8Array>> => {
    const assets = {
      picture: async () => new TextEncoder().encode(svg),
      shipped: async () => new Uint8Array(),
      shippedIn: async () => [],
      settings: {},
      report: () => undefined,
    };
    const figure = { type: 'figure' as const, url: 'a.svg', alt: 'Half of it is red', children: [] };
    const reading = readZip(await docx.render(documentOf([section('One', undefined, [figure])]), assets));
    const names = 'archive' in reading ? reading.archive.names.filter((name) => name.includes('media')) : [];
    return new Map(
      names.map((name) => ['archive' in reading && name, 'archive' in reading && reading.archive.read(name)]) as [
        string,
        Uint8Array,
      ][],
    );
  };

  test('go in as points, and as they are for programs that show drawings', async () => {
    const media = await inFile(drawing);
    expect([...media.keys()]).toEqual(['word/media/picture1.png', 'word/media/picture1svg.svg']);
    const png = Buffer.from(media.get('word/media/picture1.png') ?? []);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    expect(width).toBe(2 * height);
    const points = inflateSync(png.subarray(png.indexOf('IDAT') + 4));
    const size = (points.length / height - 1) / width;
    const red = (x: number) => [...points.subarray(1 + x * size, 4 + x * size)];
    expect(red(2)).toEqual([255, 0, 0]);
    expect(red(width - 2)).not.toEqual([255, 0, 0]);
  });

  test.each([
    drawing.replace('<rect', '<script>alert(1)</script><rect'),
    drawing.replace('<rect', '<a href="https://example.org/"><rect width="1" height="1"/></a><rect'),
    drawing.replace('fill=', 'onclick="go()" fill='),
    drawing.replace('<rect', '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script><rect'),
    drawing.replace('<rect', '<a><set attributeName="href" to="https://example.org/"/></a><rect'),
  ])('that act, or reach out of the file, go in as points only', async (active) => {
    expect([...(await inFile(active)).keys()]).toEqual(['word/media/picture1.png']);
  });

  test('that cannot be read leave their words', async () => {
    expect((await inFile('<svg nothing')).size).toBe(0);
  });

  test('that begin again and again, or say next to nothing at length, take no time', async () => {
    expect((await inFile('<svg '.repeat(600_000))).size).toBe(0);
    const said = `<desc>href=${' '.repeat(400_000)}#</desc>`;
    expect((await inFile(drawing.replace('<rect', `${said}<rect`))).size).toBe(2);
  });
});

describe('tracked changes', () => {
  const change = (kind: 'inserted' | 'deleted' | 'moved-from' | 'moved-to' | 'split' | 'merged', id = 'c1') => ({
    change: { kind, change: id },
  });

  test.each([
    [
      'deleted and inserted',
      [p(['Old.'], change('deleted')), p(['New.'], change('inserted', 'c2'))],
      ['Old.'],
      ['New.'],
    ],
    [
      'moved',
      [p(['It.'], change('moved-from')), p(['Stays.']), p(['It.'], change('moved-to'))],
      ['It.', 'Stays.'],
      ['Stays.', 'It.'],
    ],
    ['split', [p(['One.'], change('split')), p(['Two.'], change('split'))], ['One. Two.'], ['One.', 'Two.']],
    ['merged', [p(['One.'], change('merged')), p(['Two.'], change('merged'))], ['One.', 'Two.'], ['One. Two.']],
  ])('%s: rejected they give the earlier text, accepted the later', (_, blocks, original, accepted) => {
    const file = read(documentOf([section('T', undefined, blocks)]));
    const endOf = (name: 'original' | 'accepted') => view(file, name).slice(view(file, name).lastIndexOf('T') + 1);
    expect(endOf('original')).toEqual(original);
    expect(endOf('accepted')).toEqual(accepted);
  });

  const inserted = (value: string) => ({ type: 'insertion' as const, change: 'c1', children: [words(value)] });

  test('keep numbers and references of both versions', () => {
    const reference = {
      type: 'crossReference' as const,
      target: 'p-one',
      own: false,
      data: { former: [words('paragraph 3')] },
      children: [words('paragraph 4')],
    };
    const blocks = [
      p(['See ', reference, '.'], { label: '46 bis.', formerLabel: '46.' }),
      { type: 'box' as const, title: 'On time', data: { label: '3', formerLabel: '2' }, children: [p(['In it.'])] },
    ];
    const file = read(documentOf([section('T', undefined, blocks)]));
    const endOf = (name: 'original' | 'accepted') => view(file, name).slice(view(file, name).lastIndexOf('T') + 1);
    expect(endOf('original')).toEqual(['See paragraph 3.', 'Box 2. On time', 'In it.']);
    expect(endOf('accepted')).toEqual(['46 bis.\tSee paragraph 4.', 'Box 3. On time', 'In it.']);
  });

  test('keep the addresses of both versions', () => {
    const [url, formerUrl] = ['https://example.org/new', 'https://example.org/old'];
    const link = {
      type: 'link' as const,
      url,
      data: { formerUrl },
      children: [words('the '), inserted('new '), words('site')],
    };
    const file = read(documentOf([section('T', undefined, [p(['See ', link, '.'])])]));
    const linksOf = (name: 'original' | 'accepted') =>
      viewBlocks(file.body, file, name).flatMap((block) =>
        block.type === 'paragraph'
          ? block.pieces
              .filter((piece) => piece.link?.startsWith('https:') === true)
              .map((piece) => [piece.text, piece.link])
          : [],
      );
    expect(linksOf('original')).toEqual([['the site', formerUrl]]);
    expect(linksOf('accepted')).toEqual([['the new site', url]]);
  });

  test('show contents and containers in the versions that have them', () => {
    const gone = p(['One.'], change('deleted'));
    const blocks = [
      { type: 'heading' as const, depth: 2 as const, data: change('deleted'), children: [words('Old heading')] },
      { type: 'alternatives' as const, children: [{ type: 'alternative' as const, children: [gone] }] },
    ];
    const file = read(documentOf([section('T', undefined, blocks)]));
    expect(view(file, 'accepted').join('\n')).not.toMatch(/Old heading|Alternatives/u);
    expect(view(file, 'original').filter((line) => line === 'Old heading')).toHaveLength(2);
  });

  test('say why at the change, once, in comments that its readers may have', () => {
    const blocks = [p(['Old ', inserted('and new')]), p(['More ', inserted('of it')])];
    const reasons = { c1: 'Asked for by all.\nAgreed.', c9: 'Of no change here.' };
    const file = read(documentOf([section('T', undefined, blocks)], { changeReasons: reasons }));
    expect(file.comments).toHaveLength(1);
    expect(JSON.stringify(file.comments)).toContain('Asked for by all.');
    // LibreOffice 7 mistakes a comment for the footnote of the same id.
    expect(Number(file.comments[0]?.id)).toBeGreaterThan(10_000);
    expect(read(documentOf([section('T', undefined, blocks)])).comments).toEqual([]);
  });

  test('name both ends of a move alike', () => {
    const blocks = [p(['It.'], change('moved-from')), p(['Stays.']), p(['It.'], change('moved-to'))];
    const moves = read(documentOf([section('T', undefined, blocks)])).revisions.filter(
      ({ target }) => target === 'text',
    );
    expect(moves.map(({ kind, move }) => [kind, move])).toEqual([
      ['move-from', 'move_c1_1'],
      ['move-to', 'move_c1_1'],
    ]);
  });

  test('leave no row that begins with a deleted cell', () => {
    const gone = (value: string): TableCell => ({
      type: 'tableCell',
      data: change('deleted'),
      children: [{ type: 'deletion', change: 'c1', children: [words(value)] }],
    });
    const stays = (...children: PhrasingContent[]): TableCell => ({ type: 'tableCell', children });
    const rows: TableRow[] = [
      { type: 'tableRow', children: [gone('Name'), stays(words('Role')), stays(words('Since'))] },
      {
        type: 'tableRow',
        children: [gone('Ann'), stays(words('Chair'), inserted(' of all')), stays(words('2019'))],
      },
    ];
    const marked = documentOf([section('T', undefined, [{ type: 'table', children: rows }])]);
    const file = read(marked);
    expect(view(file, 'original').slice(-2)).toEqual(['Name\tRole\tSince', 'Ann\tChair\t2019']);
    expect(view(file, 'accepted').slice(-2)).toEqual(['Role\tSince', 'Chair of all\t2019']);
    expect(part(marked, 'word/document.xml')).not.toMatch(/<w:tr>(?:<w:trPr>.*?<\/w:trPr>)?<w:tc>.{0,80}<w:cellDel/u);
  });

  test('keep the words of a note whose definition went elsewhere', () => {
    const note = (identifier: string, kind: 'moved-from' | 'moved-to'): FootnoteDefinition => ({
      type: 'footnoteDefinition',
      identifier,
      children: [p(['Of the note.'], change(kind))],
    });
    const blocks = [
      p(['Words', { type: 'footnoteReference', identifier: 'n' }]),
      note('n', 'moved-to'),
      note('old-n', 'moved-from'),
    ];
    const file = read(documentOf([section('T', undefined, blocks)]));
    for (const name of ['original', 'accepted'] as const)
      expect(blockLines(viewBlocks(file.notes[0]?.blocks ?? [], file, name)).map((line) => line.trim())).toEqual([
        'Of the note.',
      ]);
  });
});
