/** Pairs of short texts that change everything at once: what programs of Word files find hard to tell apart. */

/** Two versions of a text. */
export interface MixedPair {
  readonly name: string;
  readonly language?: string;
  readonly before: string;
  readonly after: string;
}

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
/** A table in Markdown, the first row of which is its head. */
function table(...rows: readonly (readonly string[])[]): string {
  const [head = [], ...rest] = rows;
  return [row(...head), row(...head.map(() => '---')), ...rest.map((cells) => row(...cells))].join('\n');
}

const text = (...blocks: readonly string[]): string => `${blocks.join('\n\n')}\n`;

export const MIXED_PAIRS: readonly MixedPair[] = [
  {
    name: 'the first column goes',
    before: text(
      '# Table',
      'Before it.',
      table(['Name', 'Role', 'Since'], ['UNICEF', 'Chair[^1]', '2019'], ['OHCHR', 'Member', '2020']),
      'Behind it.',
      '[^1]: Until 2023.',
    ),
    after: text(
      '# Table',
      'Before it.',
      table(['Role', 'Since'], ['Co-chair[^1]', '2019'], ['Member', '2021']),
      'Behind it.',
      '[^1]: Until 2024.',
    ),
  },
  {
    name: 'two first columns go and rows come and go',
    before: text(
      '# Table',
      table(['A', 'B', 'C', 'D'], ['a1', 'b1', 'c1', 'd1'], ['a2', 'b2', 'c2', 'd2'], ['a3', 'b3', 'c3', 'd3']),
      'End.',
    ),
    after: text('# Table', table(['C', 'D'], ['c1', 'd1 more'], ['c new', 'd new'], ['c3', 'd3']), 'End.'),
  },
  {
    name: 'the first column becomes another',
    before: text(
      '# Table',
      table(['Old head', 'Stays', 'Last'], ['one', 'two', 'three'], ['four', 'five', 'six']),
      'End.',
    ),
    after: text(
      '# Table',
      table(['New title', 'Stays'], ['eins', 'two'], ['vier', 'five'], ['sieben', 'acht']),
      'End.',
    ),
  },
  {
    name: 'columns come first, between and last',
    before: text('# Table', table(['B', 'D'], ['b1', 'd1'], ['b2', 'd2']), 'End.'),
    after: text(
      '# Table',
      table(
        ['A', 'B', 'C', 'D', 'E'],
        ['a1', 'b1', 'c1', 'd1', 'e1'],
        ['a2', 'b2', 'c2', 'd2', 'e2'],
        ['a3', 'b3', 'c3', 'd3', 'e3'],
      ),
      'End.',
    ),
  },
  {
    name: 'a column goes in the middle and one at the end, and the table has a box before it',
    before: text(
      '# Table',
      ':::box[Facts]\nOne fact.\n\n- first\n- second\n:::',
      table(['A', 'B', 'C', 'D'], ['a1', 'b1', 'c1', 'd1'], ['a2', 'b2', 'c2', 'd2']),
    ),
    after: text(
      '# Table',
      ':::box[Facts and figures]\nOne fact, and a figure.\n\n- first\n- third\n:::',
      table(['A', 'C'], ['a1', 'c1'], ['a2 and more', 'c2'], ['a3', 'c3']),
    ),
  },
  {
    name: 'footnotes come, go, change and change places',
    before: text(
      '# Notes',
      'One[^a] and two[^b] here.',
      'Three[^c] stands here.',
      'The last paragraph has none.',
      '[^a]: The note of one.',
      '[^b]: The note of two, with *looks*.',
      '[^c]: The note of three.',
    ),
    after: text(
      '# Notes',
      'One[^a] and two here.',
      'Three[^c] stands here, with four[^d].',
      'The last paragraph has one[^b].',
      '[^a]: The note of one was changed.',
      '[^d]: The note of four.',
      '[^b]: The note of two, with *looks*.',
      '[^c]: The note of three.',
    ),
  },
  {
    name: 'a note moves to a paragraph far away with its words changed',
    before: text(
      '# Notes',
      'Alpha says a thing that has a source[^s].',
      'Beta stays as it is.',
      '## Part',
      'Gamma stays as it is, too.',
      'Delta has no source.',
      '[^s]: General comment No. 12, paragraph 21, of the Committee.',
    ),
    after: text(
      '# Notes',
      'Alpha says a thing that has a source.',
      'Beta stays as it is.',
      '## Part',
      'Gamma stays as it is, too.',
      'Delta has a source now[^s].',
      '[^s]: General comment No. 12, paragraph 74, of the Committee.',
    ),
  },
  {
    name: 'two notes change their words with each other',
    before: text(
      '# Notes',
      'First claim[^1] of the text.',
      'Second claim[^2] of the text.',
      '[^1]: See the Convention, article 12.',
      '[^2]: See the Optional Protocol, article 5.',
    ),
    after: text(
      '# Notes',
      'First claim[^1] of the text.',
      'Second claim[^2] of the text.',
      '[^1]: See the Optional Protocol, article 5.',
      '[^2]: See the Convention, article 12.',
    ),
  },
  {
    name: 'paragraphs with notes change places',
    before: text(
      '# Notes',
      'The first paragraph is about schools and has a note[^1] of its own.',
      'The second paragraph is about courts and has another note[^2] of its own.',
      'The third paragraph is about cities[^3].',
      '[^1]: On schools.',
      '[^2]: On courts.',
      '[^3]: On cities.',
    ),
    after: text(
      '# Notes',
      'The third paragraph is about cities[^3].',
      'The second paragraph is about courts and has another note[^2] of its own.',
      'The first paragraph is about schools and has a note[^1] of its own.',
      '[^1]: On schools.',
      '[^2]: On courts, and tribunals.',
      '[^3]: On cities.',
    ),
  },
  {
    name: 'one note serves two places, then one, then another',
    before: text(
      '# Notes',
      'It is said here[^x].',
      'It is said there[^x] again.',
      'Nothing more.',
      '[^x]: The source of both.',
    ),
    after: text(
      '# Notes',
      'It is said here.',
      'It is said there[^x] again.',
      'Something more[^x].',
      '[^x]: The source of all.',
    ),
  },
  {
    name: 'the notes of tables, items, boxes and headings',
    before: text(
      '# Notes',
      '## A heading[^h]',
      '- an item[^i]\n- another',
      table(['A', 'B[^t]'], ['1', '2[^u]']),
      ':::box[Box]\nWords in a box[^b].\n:::',
      '[^h]: Of the heading.',
      '[^i]: Of the item.',
      '[^t]: Of the head.',
      '[^u]: Of the cell.',
      '[^b]: Of the box.',
    ),
    after: text(
      '# Notes',
      '## A heading that is longer[^h]',
      '- an item\n- another[^i]',
      table(['A', 'B[^t]'], ['1[^u]', '2']),
      ':::box[Box]\nWords in a box.\n\nMore words in it[^b].\n:::',
      '[^h]: Of the heading.',
      '[^i]: Of the other item.',
      '[^t]: Of the head of the table.',
      '[^u]: Of the cell.',
      '[^b]: Of the box.',
    ),
  },
  {
    name: 'lists nest, count anew and change their kind',
    before: text(
      '# Lists',
      '1. one\n2. two\n   - under two\n   - under two, too\n3. three',
      'Between.',
      '- a\n- b\n  1. b one\n  2. b two\n- c',
    ),
    after: text(
      '# Lists',
      '1. zero\n2. one\n   - under two\n3. two\n   1. deeper\n   2. still deeper\n4. three',
      'Between them.',
      '1. a\n2. c\n3. b\n   1. b one\n   2. b three',
    ),
  },
  {
    name: 'headings rise, sink, come and go',
    before: text(
      '# Title',
      '## First',
      'Text of it.',
      '### Under first',
      'Text under it.',
      '## Second',
      'Text of the second.',
      '### Gone soon',
      'Stays.',
    ),
    after: text(
      '# Title',
      '### First',
      'Text of it.',
      '## Under first',
      'Text under it.',
      '## New one',
      'Text of the new one.',
      '### Second',
      'Text of the second.',
      'Stays.',
    ),
  },
  {
    name: 'boxes, recommendations and alternatives',
    before: text(
      '# Parts',
      ':::recommendation{for="States" by="2025"}\nDo this.\n\n- and that\n- and those\n:::',
      ':::box[A box]\n> A quotation in it.\n\nSome words.\n:::',
      ':::alternatives\n:::alternative\nThe one wording.\n:::\n:::alternative\nThe other wording.\n:::\n:::',
      'End.',
    ),
    after: text(
      '# Parts',
      ':::recommendation{for="States and cities" by="2026"}\nDo this now.\n\n- and those\n- and these\n:::',
      ':::box[The box]\nSome words.\n\n> A quotation in it, moved.\n\n| A | B |\n| - | - |\n| 1 | 2 |\n:::',
      'The one wording.',
      ':::box\nWithout a title.\n:::',
      'End.',
    ),
  },
  {
    name: 'links and pictures change',
    before: text(
      '# Links',
      'See [the site](https://example.org/a) and [another](https://example.org/b).',
      '![A tree](a.png)',
      'See it for more.',
      'Words ![in a line](b.png) with a picture.',
    ),
    after: text(
      '# Links',
      'See [the site](https://example.org/a) and [yet another](https://example.org/b).',
      '![A tree in leaf](a.png)',
      'See it for even more.',
      'Words with a picture ![in a line](b.png) at the end.',
      '![New](c.png)',
    ),
  },
  {
    name: 'the addresses of links change',
    before: text(
      '# Links',
      'See [the site](https://example.org/a) and [another](https://example.org/b).',
      'See https://example.org/plain for more.',
      '- [One](https://example.org/1)[^l]\n- [Two words](https://example.org/2)',
      table(['A', 'B'], ['[in a cell](https://example.org/x)', '2']),
      '[^l]: In [a note](https://example.org/n), too.',
    ),
    after: text(
      '# Links',
      'See [the site](https://example.org/c) and [yet another](https://example.org/d).',
      'See https://example.org/other for more.',
      '- [One](https://example.org/one)[^l]\n- [Two more words](https://example.org/two)',
      table(['A', 'B'], ['[in a cell](https://example.org/y)', '2']),
      '[^l]: In [a note](https://example.org/m), too.',
    ),
  },
  {
    name: 'a box goes, another comes, and a table leaves its box',
    before: text(
      '# Boxes',
      ':::box[Old box]\nWords of the old box.\n\n- one\n- two\n:::',
      'Between.',
      ':::box[Holds a table]\n| A | B |\n| - | - |\n| 1 | 2 |\n\nBelow the table.\n:::',
      'End.',
    ),
    after: text(
      '# Boxes',
      'Between.',
      ':::box[Holds a table]\nBelow the table.\n:::',
      '| A | B |\n| - | - |\n| 1 | 3 |',
      ':::box[New box]\n1. first\n2. second\n:::',
      'End.',
    ),
  },
  {
    name: 'a section moves with all that stands in it',
    before: text(
      '# Moves',
      '## Schools',
      'Schools are where children spend their days[^1].',
      '- first of schools\n- second of schools',
      table(['School', 'Pupils'], ['North', '120']),
      '## Courts',
      'Courts hear children in all proceedings that concern them.',
      'Another paragraph on courts follows here.',
      '## Cities',
      'Cities plan for children.',
      '[^1]: On schools.',
    ),
    after: text(
      '# Moves',
      '## Courts',
      'Courts hear children in all proceedings that concern them.',
      'Another paragraph on courts follows here.',
      '## Cities',
      'Cities plan for children and with them.',
      '## Schools',
      'Schools are where children spend their days[^1].',
      '- first of schools\n- second of schools',
      table(['School', 'Pupils'], ['North', '130']),
      '[^1]: On schools.',
    ),
  },
  {
    name: 'paragraphs are split and joined, with code, rules and quotations',
    before: text(
      '# Splits',
      'The first sentence stands here. The second sentence follows it here at some length.',
      'A short one about trees.',
      'And its neighbour about birds.',
      '```\ncode one\n  code two\n```',
      '---',
      '> Quoted words of somebody.\n>\n> And more of them.',
    ),
    after: text(
      '# Splits',
      'The first sentence stands here.',
      'The second sentence follows it here at some length.',
      'A short one about trees. And its neighbour about birds.',
      '```\ncode one\n  code three\n```',
      '> Quoted words of somebody else.',
      '- a list now\n\n  with two paragraphs',
    ),
  },
  {
    name: 'looks change and words stay',
    before: text('# Looks', 'Plain words, **bold words** and *slanted ones* with `code`.', 'Nothing ~~struck~~ here.'),
    after: text('# Looks', 'Plain **words**, bold words and *slanted* ones with `code`.', 'Nothing struck **here**.'),
  },
  {
    name: 'Arabic text',
    language: 'ar',
    before: text(
      '# مشاركة الأطفال',
      '## مقدمة',
      'للطفل الحق في التعبير عن آرائه[^1] بحرية.',
      '- المدرسة\n- المحكمة',
      table(['الاسم', 'الدور', 'السنة'], ['اليونيسف', 'رئيس', '2019']),
      ':::box[إطار]\nكلمات في الإطار.\n\n- بند\n:::',
      '[^1]: اتفاقية حقوق الطفل، المادة 12.',
    ),
    after: text(
      '# مشاركة الأطفال',
      '## مقدمة عامة',
      'للطفل الحق في التعبير عن آرائه[^1] بحرية في جميع المسائل.',
      '- المحكمة\n- المدينة',
      table(['الدور', 'السنة'], ['رئيس مشارك', '2020'], ['عضو', '2021']),
      ':::box[إطار جديد]\nكلمات أخرى في الإطار.\n:::',
      '[^1]: اتفاقية حقوق الطفل، المادتان 12 و13.',
    ),
  },
  {
    name: 'Chinese text',
    language: 'zh',
    before: text(
      '# 儿童参与',
      '## 引言',
      '儿童有权自由表达自己的意见[^1]。',
      '1. 学校\n2. 法院',
      table(['名称', '作用'], ['儿基会', '主席']),
      '[^1]: 《儿童权利公约》第十二条。',
    ),
    after: text(
      '# 儿童参与',
      '## 导言',
      '儿童有权就一切事项自由表达自己的意见[^1]。',
      '1. 法院\n2. 城市',
      table(['作用'], ['共同主席'], ['成员']),
      '[^1]: 《儿童权利公约》第十二条和第十三条。',
    ),
  },
  {
    name: 'all of it becomes something else',
    before: text('# One', 'A paragraph.', '- a\n- b', table(['A', 'B'], ['1', '2']), '> Quoted.'),
    after: text(
      '# Two',
      table(['X', 'Y', 'Z'], ['7', '8', '9']),
      ':::box[Box]\n- x\n- y\n:::',
      'Other words altogether[^n].',
      '[^n]: And a note.',
    ),
  },
];
