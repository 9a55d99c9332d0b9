import type { BlockContent, FootnoteDefinition, List, ListItem, PhrasingContent, Root, Table, TableRow } from 'mdast';
import { blockLines, viewBlocks, type WordView } from '../../files/word/views.ts';
import type {
  WordBlock,
  WordComment,
  WordFile,
  WordParagraph,
  WordPiece,
  WordTable,
} from '../../files/word/word-types.ts';

/** Which version a tree shows; `tracked` shows both, with what came and went marked. */
export type ShownView = WordView | 'tracked';

interface Reader {
  readonly file: WordFile;
  readonly view: ShownView;
  /** Comments by the paragraph they begin in; shown in the tracked view alone. */
  readonly comments: ReadonlyMap<number, readonly WordComment[]>;
  /** How far the numbers of each list and level have come: they count on behind what stands between items. */
  readonly counts: Map<string, number>;
}

type Mark = 'insertion' | 'deletion';

const MARKS: Readonly<Partial<Record<string, Mark>>> = {
  insertion: 'insertion',
  'move-to': 'insertion',
  deletion: 'deletion',
  'move-from': 'deletion',
};

/**
 * The text of a Word file as a Markdown tree: headings, lists, tables, notes, what is bold or italic.
 *
 * @param file The file.
 * @param view Which version; in the tracked one comments stand as notes.
 */
export function wordTree(file: WordFile, view: ShownView): Root {
  const comments = new Map<number, WordComment[]>();
  for (const comment of view === 'tracked' ? file.comments : []) {
    if (comment.paragraph === undefined) continue;
    const known = comments.get(comment.paragraph);
    if (known === undefined) comments.set(comment.paragraph, [comment]);
    else known.push(comment);
  }
  const reader: Reader = { file, view, comments, counts: new Map() };
  return { type: 'root', children: [...blocks(shown(file.body, reader), reader), ...notes(reader)] };
}

function shown(of: readonly WordBlock[], { file, view }: Reader): readonly WordBlock[] {
  return view === 'tracked' ? of : viewBlocks(of, file, view);
}

function blocks(of: readonly WordBlock[], reader: Reader): BlockContent[] {
  const out: BlockContent[] = [];
  let run: WordParagraph[] = [];
  const settle = (): void => {
    if (run.length > 0) out.push(...lists(run, reader));
    run = [];
  };
  for (const block of of) {
    if (block.type === 'paragraph' && block.list !== undefined && block.heading === undefined) {
      run.push(block);
      continue;
    }
    settle();
    if (block.type === 'table') out.push(table(block, reader));
    else out.push(...paragraph(block, reader));
  }
  settle();
  return out;
}

function paragraph(block: WordParagraph, reader: Reader): BlockContent[] {
  const children = phrasing(block, reader);
  const boxes = blocks(shown(block.boxes, reader), reader);
  if (children.length === 0) return boxes;
  const depth = block.heading ?? titleDepth(block.style);
  const own: BlockContent =
    depth === undefined
      ? { type: 'paragraph', children }
      : { type: 'heading', depth: Math.min(depth, 6) as 1 | 2 | 3 | 4 | 5 | 6, children };
  return [own, ...boxes];
}

function titleDepth(style: string | undefined): number | undefined {
  return style !== undefined && /^title$/iu.test(style) ? 1 : undefined;
}

/** Items that follow one another, the deeper ones inside the last of those above them. */
function lists(items: readonly WordParagraph[], reader: Reader): List[] {
  const out: List[] = [];
  let at = 0;
  while (at < items.length) {
    const [list, next] = listFrom(items, at, reader);
    out.push(list);
    at = next;
  }
  return out;
}

function listFrom(items: readonly WordParagraph[], from: number, reader: Reader): [List, number] {
  const first = items[from]?.list;
  const list: List = { type: 'list', ordered: first?.ordered === true, spread: false, children: [] };
  let at = from;
  while (at < items.length) {
    const item = items[at];
    const own = item?.list;
    if (item === undefined || own === undefined || own.level < (first?.level ?? 0)) break;
    const last: ListItem | undefined = list.children.at(-1);
    if (own.level > (first?.level ?? 0) && last !== undefined) {
      const [inner, next] = listFrom(items, at, reader);
      last.children.push(inner);
      at = next;
      continue;
    }
    if (own.ordered !== list.ordered && list.children.length > 0) break;
    const children = phrasing(item, reader);
    if (children.length === 0) {
      at += 1;
      continue;
    }
    const number = counted(own, reader);
    if (list.ordered === true && list.children.length === 0 && number > 1) list.start = number;
    list.children.push({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children }, ...blocks(shown(item.boxes, reader), reader)],
    });
    at += 1;
  }
  return [list, Math.max(at, from + 1)];
}

/** The number of an item; those of deeper levels begin anew behind it. */
function counted({ id, level }: NonNullable<WordParagraph['list']>, { counts }: Reader): number {
  const number = (counts.get(`${id}/${level}`) ?? 0) + 1;
  counts.set(`${id}/${level}`, number);
  for (let deeper = level + 1; deeper < 10; deeper += 1) counts.delete(`${id}/${deeper}`);
  return number;
}

function table({ rows }: WordTable, reader: Reader): Table {
  return {
    type: 'table',
    children: rows.map((row): TableRow => {
      const mark = markOf(row.revisions, reader);
      const cells = row.cells.map((cell) => ({
        type: 'tableCell' as const,
        children: marked(mark ?? markOf(cell.revisions, reader), cellWords(cell.blocks, reader)),
      }));
      return { type: 'tableRow', children: cells };
    }),
  };
}

/** The words of a cell in a line; paragraphs stand apart by a break. */
function cellWords(of: readonly WordBlock[], reader: Reader): PhrasingContent[] {
  const lines = shown(of, reader).map((block): PhrasingContent[] =>
    block.type === 'paragraph' ? phrasing(block, reader) : [{ type: 'text', value: blockLines([block]).join(' ') }],
  );
  return lines
    .filter((line) => line.length > 0)
    .flatMap((line, at) => (at === 0 ? line : [{ type: 'break' }, ...line]));
}

function markOf(revisions: readonly number[], { file, view }: Reader): Mark | undefined {
  if (view !== 'tracked') return undefined;
  const marks = revisions.map((at) => MARKS[file.revisions[at]?.kind ?? '']);
  // What one reviewer inserted and another deleted is told as deleted: that is what was said last.
  return marks.includes('deletion') ? 'deletion' : marks.find((mark) => mark !== undefined);
}

function marked(mark: Mark | undefined, children: PhrasingContent[]): PhrasingContent[] {
  return mark === undefined || children.length === 0 ? children : [{ type: mark, children } as PhrasingContent];
}

function phrasing(block: WordParagraph, reader: Reader): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (const piece of block.pieces) out.push(...marked(markOf(piece.revisions, reader), pieceNodes(piece)));
  for (const { id } of reader.comments.get(block.index) ?? [])
    out.push({ type: 'footnoteReference', identifier: `comment-${id}`, label: `c${id}` });
  return out.some((node) => node.type !== 'text' || node.value.trim() !== '') ? out : [];
}

function pieceNodes({ type, text, style, link, note }: WordPiece): PhrasingContent[] {
  if (type === 'note') return [{ type: 'footnoteReference', identifier: `${note}-${text}`, label: text }];
  if (type === 'picture') return [{ type: 'text', value: text === '' ? '' : `[${text}]` }];
  const lines = text.split('\n').flatMap((line, at): PhrasingContent[] => {
    const words: PhrasingContent[] = line === '' ? [] : [{ type: 'text', value: line.replaceAll('\t', ' ') }];
    return at === 0 ? words : [{ type: 'break' }, ...words];
  });
  return dressed(lines, { style, link, blank: text.trim() === '' });
}

interface Dress {
  readonly style: WordPiece['style'];
  readonly link: string | undefined;
  readonly blank: boolean;
}

/** White space is neither bold nor linked: Markdown knows no such thing. */
function dressed(words: PhrasingContent[], { style, link, blank }: Dress): PhrasingContent[] {
  if (blank) return words;
  let out = words;
  if (style.strike === true) out = [{ type: 'delete', children: out }];
  if (style.italic === true) out = [{ type: 'emphasis', children: out }];
  if (style.bold === true) out = [{ type: 'strong', children: out }];
  return link === undefined ? out : [{ type: 'link', url: link, children: out } as PhrasingContent];
}

function notes(reader: Reader): FootnoteDefinition[] {
  const { file } = reader;
  const own = file.notes.map(
    ({ id, kind, blocks: content }): FootnoteDefinition => ({
      type: 'footnoteDefinition',
      identifier: `${kind}-${id}`,
      label: id,
      children: blocks(shown(content, reader), reader),
    }),
  );
  const comments = [...reader.comments.values()].flat().map(
    (comment): FootnoteDefinition => ({
      type: 'footnoteDefinition',
      identifier: `comment-${comment.id}`,
      label: `c${comment.id}`,
      children: [{ type: 'paragraph', children: [{ type: 'text', value: commentLine(comment) }] }],
    }),
  );
  return [...own, ...comments];
}

function commentLine({ author, date, text, parent, resolved }: WordComment): string {
  const about = [
    author,
    date?.slice(0, 10),
    parent === undefined ? undefined : 'reply',
    resolved ? 'resolved' : undefined,
  ];
  const who = about.filter((one) => one !== undefined).join(', ');
  return who === '' ? text : `${who}: ${text}`;
}
