import { describe, expect, test } from 'vitest';
import { compareDocuments } from '../../../src/changes/compare-documents.ts';
import { compare, kinds, marked, read } from './documents.ts';

const A = 'States have the primary duty to respect the rights of every child within their territory.';
const B = 'Civil society reaches children whom public services fail, and its experience ought to be drawn upon.';
const C = 'The Secretary-General expects each entity to report on progress before the end of the year.';
const D = 'Budget lines for participation remain small, scattered and hard to trace across the system.';

function changed(log: ReturnType<typeof compare>) {
  return log.changes.filter(({ kind }) => kind !== 'unchanged');
}

describe('passages that stay as they are', () => {
  test('identical texts have no changes', () => {
    const log = compare([A, B].join('\n\n'), [A, B].join('\n\n'));
    expect(kinds(log)).toEqual([]);
    expect(log.counts.unchanged).toBe(2);
  });

  test('a re-wrapped paragraph is unchanged', () => {
    expect(kinds(compare(A, A.replaceAll(' the ', '\nthe ')))).toEqual([]);
  });

  test('typographic signs are no edit, and are told', () => {
    const log = compare('The child\'s "best interests" - always...', 'The child’s “best interests” – always…');
    expect(kinds(log)).toEqual([]);
    expect(log.changes[0]?.flags).toEqual(['typography']);
  });

  test('Chinese wrapped anew is unchanged', () => {
    expect(kinds(compare('各国应当尊重\n儿童权利。', '各国应当\n尊重儿童权利。', 'zh'))).toEqual([]);
  });

  test('empty documents compare to nothing', () => {
    expect(compare('', '').changes).toEqual([]);
    expect(kinds(compare('', A))).toEqual(['added(>0)']);
    expect(kinds(compare(A, ''))).toEqual(['deleted(0>)']);
  });
});

describe('edited, new and gone', () => {
  test('an edit shows the words that changed', () => {
    const log = compare(A, A.replace('respect', 'respect and fulfil'));
    expect(kinds(log)).toEqual(['edited(0>0)']);
    expect(marked(log.changes[0])).toBe(
      'States have the primary duty to respect{+ and fulfil+} the rights of every child within their territory.',
    );
  });

  test('no islands of one or two kept words between replacements', () => {
    const log = compare(
      'Entities plan all their great programmes without ever asking anybody who lives with the outcome of them.',
      'Entities plan none of great importance without ever asking anybody who lives with the outcome of them.',
    );
    expect(marked(log.changes[0])).toMatch(/^Entities plan \[-[^-]*-\]\{\+[^+]*\+\} without/u);
  });

  test('a sentence of which little was kept is shown as replaced', () => {
    const log = compare(
      `${A} Offices shall publish all of the figures they hold about children once every year in a report.`,
      `${A} Staff are trained before they meet any of the children, and partners shall agree to a code of conduct.`,
    );
    expect(marked(log.changes[0])).toBe(
      `${A} [-Offices shall publish all of the figures they hold about children once every year in a report-]{+Staff are trained before they meet any of the children, and partners shall agree to a code of conduct+}.`,
    );
  });

  test('a sentence that is gone is marked with its own full stop', () => {
    const gone = 'Please note that this was a pilot in three countries.';
    const log = compare(`${A} ${gone}`, A);
    expect(marked(log.changes[0])).toBe(`${A}[- ${gone}-]`);
  });

  test('unrelated passages in one place are gone and new', () => {
    expect(kinds(compare([A, B, C].join('\n\n'), [A, D, C].join('\n\n')))).toEqual(['deleted(1>)', 'added(>1)']);
  });

  test('what is gone stands where it stood, and changes are numbered in reading order', () => {
    const log = compare([A, B, C].join('\n\n'), [A, C, D].join('\n\n'));
    expect(changed(log).map(({ id, kind }) => `${id} ${kind}`)).toEqual(['c1 deleted', 'c2 added']);
    expect(log.changes.map(({ id }) => id)).toEqual(['u1', 'c1', 'u2', 'c2']);
  });
});

test('a box that was ticked is a change of substance, though no word was changed', () => {
  const log = compare('- [ ] Name a focal point.\n- [x] Publish it.', '- [x] Name a focal point.\n- [x] Publish it.');
  expect(kinds(log)).toEqual(['edited(0>0)']);
  expect(log.changes[0]).toMatchObject({ flags: ['ticked'], severity: 'substantive', ground: 'ticked' });
  expect(compare('- Name a focal point.', '- [x] Name a focal point.').counts.unchanged).toBe(1);
});

describe('moves', () => {
  test('a passage that stands elsewhere has moved', () => {
    const log = compare([A, B, C, D].join('\n\n'), [B, C, D, A].join('\n\n'));
    expect(kinds(log)).toEqual(['moved(0>3)']);
    expect(changed(log)[0]).toMatchObject({ severity: 'editorial', verdict: 'Only its place was changed.' });
  });

  test('moved and edited: its words are shown', () => {
    const log = compare([A, B, C, D].join('\n\n'), [B, C, D, A.replace('primary', 'first')].join('\n\n'));
    expect(kinds(log)).toEqual(['moved(0>3)']);
    expect(marked(changed(log)[0])).toContain('[-primary-]{+first+}');
  });

  test('neighbours that move together share a group', () => {
    const rest = Array.from(
      { length: 6 },
      (_, i) => `Chapter ${i} treats of topic number ${i} at some length and says word${i} often.`,
    );
    const log = compare([A, B, ...rest].join('\n\n'), [...rest, A, B].join('\n\n'));
    expect(changed(log).map(({ kind, group }) => [kind, group])).toEqual([
      ['moved', 'm1'],
      ['moved', 'm1'],
    ]);
  });

  test('a passage that went to another file has moved, though its order is the same', () => {
    const [E, F] = [`${A} ${B}`, `${C} ${D}`];
    expect(
      kinds(
        compare([`${A}\n\n${B}\n\n${C}`, `${D}\n\n${E}\n\n${F}`], [`${A}\n\n${B}`, `${C}\n\n${D}\n\n${E}\n\n${F}`]),
      ),
    ).toEqual(['moved(2>2)']);
  });

  test('a file that was put together with another has not moved', () => {
    expect(compare([`${A}\n\n${B}`, `${C}\n\n${D}`], `${A}\n\n${B}\n\n${C}\n\n${D}`).counts.unchanged).toBe(4);
  });

  test('boilerplate that stands many times moves nowhere', () => {
    const note = 'This section is normative.';
    const from = [A, note, B, note, C, note].join('\n\n');
    const to = [A, note, B, C, note, D, note].join('\n\n');
    expect(compare(from, to).counts.moved).toBe(0);
  });
});

describe('texts that repeat with small differences', () => {
  const chapter = (number: string, level: string) =>
    [
      `## ${number}.1. Resolution requirements`,
      `Identity is resolved at ${level} as section five of this document says in general.`,
      `## ${number}.2. Evidence requirements`,
      `Evidence is gathered at ${level} from two issuing sources that confirm what they hold.`,
    ].join('\n\n');

  test('a repeat that was edited is told apart by its place', () => {
    const reserved = Array.from({ length: 30 }, () => 'Reserved, and left blank for the time being.');
    const later = reserved.map((text, index) => (index % 10 === 4 ? text.replace('the time being', 'a year') : text));
    const log = compare(reserved.join('\n\n'), later.join('\n\n'));
    expect(kinds(log)).toEqual(['edited(4>4)', 'edited(14>14)', 'edited(24>24)']);
  });

  test('stay where they are when numbers typed before them change to those of others', () => {
    const log = compare(
      [A, chapter('4', 'level two'), B, chapter('5', 'level three'), C].join('\n\n'),
      [A, chapter('3', 'level two'), B, chapter('4', 'level three'), C].join('\n\n'),
    );
    expect(log.counts.moved).toBe(0);
    expect(log.counts.edited).toBe(4);
  });

  test('short texts that moved alone are found once all else is known', () => {
    const log = compare(
      ['## Final provisions', A, B, C, D].join('\n\n'),
      [A, B, C, '## Final provisions', D].join('\n\n'),
    );
    expect(kinds(log)).toEqual(['moved(0>3)']);
  });
});

describe('splits and merges', () => {
  const long = `${A} ${B} ${C}`;

  test('a paragraph cut in two is split', () => {
    expect(kinds(compare([long, D].join('\n\n'), [`${A} ${B}`, C, D].join('\n\n')))).toEqual(['split(0>0+1)']);
  });

  test('a piece that went far is a part still', () => {
    const rest = Array.from(
      { length: 9 },
      (_, i) => `Chapter ${i} treats of topic number ${i} at some length and says word${i} often.`,
    );
    const log = compare([`${A} ${B}`, ...rest, D].join('\n\n'), [A, ...rest, B, D].join('\n\n'));
    expect(kinds(log)).toEqual(['split(0>0+10)']);
  });

  test('two paragraphs put together are merged', () => {
    const log = compare([`${A} ${B}`, C, D].join('\n\n'), [long, D].join('\n\n'));
    expect(kinds(log)).toEqual(['merged(0+1>0)']);
    expect(changed(log)[0]?.severity).toBe('editorial');
  });
});

test('a sentence that went to another passage is told at both', () => {
  const log = compare([`${A} ${D}`, B, C].join('\n\n'), [A, B, `${C} ${D}`].join('\n\n'));
  expect(kinds(log)).toEqual(['edited(0>0)', 'edited(2>2)']);
  expect(
    changed(log).map(({ sentences }) => sentences?.map(({ text, from, to }) => [text, from.order, to.order])),
  ).toEqual([[[D, 0, 2]], [[D, 0, 2]]]);
});

describe('ids', () => {
  test('an id holds a rewritten passage together', () => {
    const log = compare(
      `${A} ^p-aaaaaaa\n\n${B} ^p-bbbbbbb`,
      `${B} ^p-bbbbbbb\n\nEvery child has rights, and States answer for them. ^p-aaaaaaa`,
    );
    expect(log.counts.added + log.counts.deleted).toBe(0);
  });

  test('ids that two texts exchanged by mistake are told, and the texts found', () => {
    const log = compare(`${A} ^p-aaaaaaa\n\n${C}\n\n${B} ^p-bbbbbbb`, `${A} ^p-bbbbbbb\n\n${C}\n\n${B} ^p-aaaaaaa`);
    const exchanged = ['edited', 'editorial', ['id-reused']];
    expect(log.changes.map(({ kind, severity, flags }) => [kind, severity, flags])).toEqual([
      exchanged,
      ['unchanged', 'editorial', []],
      exchanged,
    ]);
    expect(log.changes.map(({ from, to }) => [from[0]?.order, to[0]?.order])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
  });

  test('an id put on an unrelated text is told, and links nothing', () => {
    const log = compare(`${A} ^p-aaaaaaa\n\n${B}`, `${D} ^p-aaaaaaa\n\n${B}`);
    expect(changed(log).map(({ kind, flags }) => [kind, flags])).toEqual([
      ['deleted', ['id-reused']],
      ['added', ['id-reused']],
    ]);
  });
});

describe('a section that goes to another file has moved, be it longer than what it passes', () => {
  const section = `## Fees\n\n${A}\n\n${B}`;
  const moved = (from: readonly string[], to: readonly string[]) =>
    compare(from, to)
      .changes.filter(({ kind }) => kind === 'moved')
      .map(({ from: [was], to: [is] }) => `${was?.file}:${was?.startLine} > ${is?.file}:${is?.startLine}`);

  test('to the end of the next file', () => {
    expect(
      moved([`# One\n\n${C}\n\n${section}`, `# Two\n\n${D}`], [`# One\n\n${C}`, `# Two\n\n${D}\n\n${section}`]),
    ).toEqual(['drafts/1.md:5 > drafts/2.md:5', 'drafts/1.md:7 > drafts/2.md:7', 'drafts/1.md:9 > drafts/2.md:9']);
  });

  test('to the start of the next file', () => {
    expect(
      moved([`# One\n\n${C}\n\n${section}`, `## Two\n\n${D}`], [`# One\n\n${C}`, `${section}\n\n## Two\n\n${D}`]),
    ).toEqual(['drafts/1.md:5 > drafts/2.md:1', 'drafts/1.md:7 > drafts/2.md:3', 'drafts/1.md:9 > drafts/2.md:5']);
  });
});

describe('flags', () => {
  const flagsOf = (from: string, to: string, language = 'en') => changed(compare(from, to, language))[0]?.flags ?? [];

  test.each([
    [
      'en',
      'Entities should consult children in all of their programmes.',
      'Entities shall consult children in all of their programmes.',
    ],
    [
      'fr',
      'Les entités devraient consulter les enfants partout.',
      'Les entités doivent consulter les enfants partout.',
    ],
    [
      'es',
      'Las entidades deberían consultar a los niños siempre.',
      'Las entidades deberán consultar a los niños siempre.',
    ],
    [
      'ru',
      'Организациям следует всегда консультироваться с детьми.',
      'Организации должны всегда консультироваться с детьми.',
    ],
    ['ar', 'ينبغي للكيانات أن تتشاور مع الأطفال دائما.', 'يجب على الكيانات أن تتشاور مع الأطفال دائما.'],
    ['zh', '各实体应与儿童协商所有方案。', '各实体必须与儿童协商所有方案。'],
    [
      'ja',
      '各機関はすべての計画について子どもの意見を聴くことができる。',
      '各機関はすべての計画について子どもの意見を聴かなければならない。',
    ],
    ['th', 'ทุกหน่วยงานควรปรึกษาเด็กในทุกโครงการ', 'ทุกหน่วยงานต้องปรึกษาเด็กในทุกโครงการ'],
    ['hi', 'सभी संस्थाओं को बच्चों से परामर्श करना चाहिए।', 'सभी संस्थाओं को बच्चों से परामर्श करना होगा।'],
  ])('modal strength in %s', (language, from, to) => {
    expect(flagsOf(from, to, language)).toContain('modal-strength');
  });

  test('must for shall is no change of strength', () => {
    expect(flagsOf('Each entity shall report on it.', 'Each entity must report on it.')).not.toContain(
      'modal-strength',
    );
  });

  test.each([
    ['negation', 'Personal data are shared with partners.', 'Personal data are not shared with partners.'],
    ['number', 'Participants were at least 12 in all of them.', 'Participants were at least 14 in all of them.'],
    ['date', 'Reports are due on 15 October 2022 at the latest.', 'Reports are due on 28 October 2022 at the latest.'],
    [
      'link-target',
      'See [the report](https://example.org/a) for more.',
      'See [the report](https://example.org/b) for more.',
    ],
    ['bracket-opened', 'Entities consult children early.', 'Entities consult [children]{.bracket by="UNICEF"} early.'],
    ['bracket-lifted', 'Entities consult [children]{.bracket by="UNICEF"} early.', 'Entities consult children early.'],
    [
      'agreed-language-altered',
      'In [the best interests of the child]{.agreed source="crc"} always.',
      'In [the interests of the child]{.agreed source="crc"} always.',
    ],
    ['formatting', 'Entities consult children early.', 'Entities consult *children* early.'],
    ['type-changed', 'Entities consult children early.', '- Entities consult children early.'],
    ['citation', 'As the Convention says [@crc, art. 12].', 'As the Convention says [@crc, art. 13].'],
  ])('%s', (flag, from, to) => {
    expect(flagsOf(from, to)).toContain(flag);
  });

  test.each([
    ['amount', 'en', 'Each office sets aside $5 million for it.', 'Each office sets aside $3 million for it.'],
    ['amount', 'fr', 'Chaque bureau y consacre 500 euros par an.', 'Chaque bureau y consacre 700 euros par an.'],
    ['percentage', 'en', 'At least 20 per cent of staff are trained.', 'At least 30 per cent of staff are trained.'],
    ['percentage', 'ar', 'يدرب 20 في المائة من الموظفين كل سنة.', 'يدرب 30 في المائة من الموظفين كل سنة.'],
    ['deadline', 'en', 'Entities report within 30 days of the event.', 'Entities report within 60 days of the event.'],
    [
      'deadline',
      'es',
      'Informarán a más tardar el 1 de junio de 2027.',
      'Informarán a más tardar el 1 de julio de 2027.',
    ],
    ['deadline', 'ru', 'Доклад представляется до 1 июня 2027 года.', 'Доклад представляется до 1 июля 2027 года.'],
    ['deadline', 'zh', '各实体应在2027年6月1日之前提交报告。', '各实体应在2027年9月1日之前提交报告。'],
    ['deadline', 'th', 'ส่งรายงานภายใน 30 วัน', 'ส่งรายงานภายใน 60 วัน'],
    ['deadline', 'hi', 'प्रतिवेदन 1 जून 2027 तक देना होगा।', 'प्रतिवेदन 1 जुलाई 2027 तक देना होगा।'],
    ['actor', 'en', 'States should consult children early.', 'Country offices should consult children early.'],
    ['actor', 'fr', 'Les États doivent consulter les enfants.', 'Les entités doivent consulter les enfants.'],
    ['actor', 'ar', 'يجب على الدول أن تتشاور مع الأطفال.', 'يجب على الكيانات أن تتشاور مع الأطفال.'],
    ['number', 'en', 'Two pieces of evidence are needed here.', 'Three pieces of evidence are needed here.'],
    ['negation', 'zh', '各实体可以公布儿童的数据。', '各实体不得公布儿童的数据。'],
    ['negation', 'ja', '各機関は子どものデータを公表する。', '各機関は子どものデータを公表しない。'],
    ['negation', 'th', 'หน่วยงานเผยแพร่ข้อมูลของเด็ก', 'หน่วยงานไม่เผยแพร่ข้อมูลของเด็ก'],
    ['negation', 'hi', 'संस्थाएँ बच्चों के आँकड़े प्रकाशित करती हैं।', 'संस्थाएँ बच्चों के आँकड़े प्रकाशित नहीं करती हैं।'],
    ['date', 'ja', '報告書は2027年6月1日に提出する。', '報告書は2027年9月1日に提出する。'],
    ['percentage', 'hi', 'कम से कम 20 प्रतिशत कर्मचारी प्रशिक्षित हैं।', 'कम से कम 30 प्रतिशत कर्मचारी प्रशिक्षित हैं।'],
    ['number', 'th', 'มีเด็กเข้าร่วมอย่างน้อย 12 คน', 'มีเด็กเข้าร่วมอย่างน้อย 14 คน'],
  ])('%s in %s', (flag, language, from, to) => {
    expect(flagsOf(from, to, language)).toContain(flag);
  });

  test('Arabic is understood with its vowel signs and conjunctions', () => {
    const flags = flagsOf(
      'وَيَنْبَغِي للكيانات أن تتشاور مع الأطفال دائما.',
      'وَيَجِبُ على الكيانات أن تتشاور مع الأطفال دائما.',
      'ar',
    );
    expect(flags).toContain('modal-strength');
  });

  test('a defined term put in place of another word, or defined anew', () => {
    const definition = ':::definition{term="Child"}\nEvery human being below eighteen.\n:::';
    const log = compare(
      [definition, 'Each person is heard in every matter.'].join('\n\n'),
      [definition.replace('eighteen', 'twenty'), 'Each child is heard in every matter.'].join('\n\n'),
    );
    expect(changed(log).map(({ flags }) => flags.includes('defined-term'))).toEqual([true, true]);
  });

  test('a number typed before a heading is no change of substance', () => {
    const log = compare(`## 4.1. Process flow\n\n${A}`, `## 4.2. Process flow\n\n${A}`);
    expect(changed(log)).toMatchObject([{ kind: 'edited', severity: 'editorial', flags: ['renumbered'] }]);
  });

  test('retitled and level changed', () => {
    expect(flagsOf(`# Why\n\n${A}`, `# Why this note\n\n${A}`)).toContain('retitled');
    expect(flagsOf(`# One\n\n## Why it matters\n\n${A}`, `# One\n\n### Why it matters\n\n${A}`)).toContain(
      'level-changed',
    );
  });

  test('spelling and articles alone are editorial', () => {
    const severity = (from: string, to: string) => changed(compare(from, to))[0]?.severity;
    expect(severity('Make machine readable files for it.', 'Make machine-readable files for it.')).toBe('editorial');
    expect(severity('An organisation was asked to reply.', 'An organization was asked to reply.')).toBe('editorial');
    expect(severity('The entity was asked to reply.', 'An entity was asked to reply.')).toBe('editorial');
    expect(severity('The entity was asked to reply.', 'The entity was told to reply.')).toBe('substantive');
  });
});

describe('tables', () => {
  const table = (rows: readonly string[]) => ['| Right | Level |', '| --- | --- |', ...rows].join('\n');

  test('a cell that changed is an edit of its row', () => {
    const log = compare(
      table(['| Health | national |', '| School | local |']),
      table(['| Health | national |', '| School | regional |']),
    );
    expect(kinds(log)).toEqual(['edited(2>2)']);
    expect(marked(changed(log)[0])).toBe('School | [-local-]{+regional+}');
    expect(changed(log)[0]?.flags).toContain('table');
  });
});

describe('words', () => {
  test.each([
    ['zh', '各国应当尊重儿童的权利和意见。', '各国应当保护儿童的权利和意见。', '尊重', '保护'],
    ['ja', '各国は子どもの権利を尊重する。', '各国は子どもの権利を保護する。', '尊重', '保護'],
    ['th', 'รัฐเคารพสิทธิของเด็กทุกคน', 'รัฐปกป้องสิทธิของเด็กทุกคน', 'เคารพ', 'ปกป้อง'],
    ['hi', 'हर बच्चे को शिक्षा का अधिकार है।', 'हर बच्चे को स्वास्थ्य का अधिकार है।', 'शिक्षा', 'स्वास्थ्य'],
    ['ar', 'لِكُلِّ طِفْلٍ حَقٌّ فِي التَّعْلِيمِ دَائِمًا.', 'لِكُلِّ طِفْلٍ حَقٌّ فِي الصِّحَّةِ دَائِمًا.', 'التَّعْلِيمِ', 'الصِّحَّةِ'],
  ])('%s is compared by whole words', (language, from, to, gone, come) => {
    expect(marked(changed(compare(from, to, language))[0])).toContain(`[-${gone}-]{+${come}+}`);
  });
});

test('a replacement that recurs is told once, with its places', () => {
  const text = (who: string) =>
    [`The ${who} asks children first.`, A, `Every ${who} answers them.`, `No ${who} is exempt, says the note.`].join(
      '\n\n',
    );
  const { systematic } = compare(text('agency'), text('entity'));
  expect(systematic).toEqual([{ id: 's1', from: 'agency', to: 'entity', count: 3, changes: ['c1', 'c2', 'c3'] }]);
});

test('rows of a table that became items of a list are the same passages', () => {
  const log = compare(
    `${A}\n\n| Who | What |\n| --- | --- |\n| Entities | consult children early |\n| States | report each year |`,
    `${A}\n\n- Entities: consult children early\n- States: report each year`,
  );
  expect(kinds(log)).toEqual(['deleted(1>)', 'edited(2>1)', 'edited(3>2)']);
  expect(changed(log)[1]?.flags).toContain('type-changed');
});

test('reasons are asked for once for each change', () => {
  const asked: number[] = [];
  const stage = { id: 'zero', title: 'Zero draft' };
  const log = compareDocuments(read([A, B].join('\n\n')), read([A, D].join('\n\n')), {
    from: stage,
    to: stage,
    reasons: ({ from, to }) => {
      asked.push(from.length + to.length);
      return [{ kind: 'not-public' }];
    },
  });
  expect(asked).toEqual([1, 1]);
  expect(changed(log).every(({ reasons }) => reasons.length === 1)).toBe(true);
  expect(log.changes[0]?.reasons).toEqual([]);
});

test('a tall table is compared row by row; a block that is too large to be parsed is compared by its words, and that is told', () => {
  const rows = Array.from({ length: 4000 }, (_, row) => `| ${row} | word ${row % 13} | ${(row * 3) % 17} |`);
  const table = (lines: readonly string[]) => ['| a | b | c |', '| --- | --- | --- |', ...lines].join('\n');
  const without = (lines: readonly string[]) => lines.filter((_, row) => row !== 2000);
  expect(kinds(compare(table(rows), table(without(rows))))).toEqual(['deleted(2001>)']);
  const ragged = rows.map((row) => row.slice(2));
  const log = compare(table(ragged), table(without(ragged)));
  expect(changed(log)).toMatchObject([{ kind: 'edited', flags: expect.arrayContaining(['limited']) }]);
  expect(log.limits).toHaveLength(1);
  expect(log.limits[0]).toMatch(/compared by their words alone: 1 of the changes\.$/u);
});
