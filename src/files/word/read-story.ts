/** Reads the blocks of one part of a Word file: the body, its notes, or its comments. */
import type { XmlHandler } from '../xml-parts.ts';
import { fieldData, fieldMark } from './form-fields.ts';
import { finishParagraph, type Looks, type OpenParagraph, type StoryState } from './story-state.ts';
import {
  type Attribute,
  closeMove,
  closeTracked,
  isTracked,
  openFormatting,
  openMove,
  openTracked,
} from './story-tracked.ts';
import { symbolOf } from './symbols.ts';
import type { WordStyle } from './word-types.ts';

type Handle = (state: StoryState, attribute: Attribute, context: StoryContext) => void;

/** What a story is read with. */
export interface StoryContext {
  readonly looks: Looks;
  /** Address of each external relation of the part, by its id. */
  readonly links: ReadonlyMap<string, string>;
  /** Called when a note or comment of the part begins and ends. */
  readonly item?: { readonly open: (attribute: Attribute) => void; readonly close: () => void };
  /** Called with the id by which comments are joined into threads. */
  readonly paragraphId?: (id: string) => void;
}

/** Elements of which nothing is read: properties as they were, codes of fields, what older programs see instead. */
const SKIPPED: ReadonlySet<string> = new Set(['Fallback', 'instrText', 'delInstrText', 'fldData', 'binData', 'rt']);

function openParagraph(state: StoryState, attribute: Attribute, { paragraphId }: StoryContext): void {
  const id = attribute('paraId');
  if (id !== undefined) paragraphId?.(id);
  state.spend(4 * state.openBookmarks.size);
  state.paragraphs.push({
    index: state.shared.paragraphs,
    pieces: [],
    bookmarks: [...state.openBookmarks.values()],
    mark: [],
    boxes: [],
  });
  state.shared.paragraphs += 1;
}

function setParagraph(state: StoryState, values: Partial<OpenParagraph>): void {
  if (state.paragraph !== undefined && state.path.includes('pPr')) Object.assign(state.paragraph, values);
}

function setRun(state: StoryState, style: WordStyle): void {
  const isRun = state.path.at(-2) === 'rPr' && state.path.at(-3) === 'r';
  if (isRun && state.runs.length > 0) state.runs[state.runs.length - 1] = { ...state.style, ...style };
}

function isOn(attribute: Attribute): boolean {
  return !['0', 'false', 'off', 'none'].includes(attribute('val') ?? '1');
}

function openComment(state: StoryState, attribute: Attribute): void {
  const id = attribute('id');
  if (id === undefined) return;
  state.openComments.add(id);
  anchor(state, id);
}

function anchor(state: StoryState, id: string): void {
  const at = state.paragraph?.index ?? state.shared.paragraphs;
  if (!state.shared.anchors.has(id)) state.shared.anchors.set(id, at);
}

function closeComment(state: StoryState, attribute: Attribute): void {
  state.openComments.delete(attribute('id') ?? '');
}

function openBookmark(state: StoryState, attribute: Attribute): void {
  const [id, name] = [attribute('id'), attribute('name')];
  if (id === undefined || name === undefined) return;
  state.openBookmarks.set(id, name);
  state.paragraph?.bookmarks.push(name);
}

function setControl(state: StoryState, values: object): void {
  const open = state.controls.at(-1);
  if (open !== undefined && !open.inContent) Object.assign(open.control, values);
}

const put =
  (text: string): Handle =>
  (state) =>
    state.put(text);
const note =
  (kind: 'footnote' | 'endnote'): Handle =>
  (state, attribute) => {
    state.put(attribute('id') ?? '', 'note', kind);
  };
const control =
  (kind: 'text' | 'checkbox' | 'list' | 'date'): Handle =>
  (state) =>
    setControl(state, { kind });

/** What is done when an element begins. */
const OPENED: Readonly<Record<string, Handle>> = {
  p: openParagraph,
  r: (state) => state.runs.push({}),
  tbl: (state) => state.tables.push({ rows: [] }),
  tr: (state) => state.rows.push({ cells: [], revisions: [], header: false }),
  tc: (state) => {
    const cell = { blocks: [], revisions: [], span: 1 };
    state.cells.push(cell);
    state.targets.push(cell.blocks);
  },
  txbxContent: (state) => state.targets.push(state.paragraph?.boxes ?? []),
  tblHeader: (state, attribute) => {
    const row = state.rows.at(-1);
    if (row !== undefined) row.header = isOn(attribute);
  },
  gridSpan: (state, attribute) => {
    const cell = state.cells.at(-1);
    const span = Number(attribute('val'));
    if (cell !== undefined && span > 0 && span < 1000) cell.span = span;
  },
  pStyle: (state, attribute) => setParagraph(state, { styleId: attribute('val') ?? '' }),
  outlineLvl: (state, attribute) => setParagraph(state, { outline: Number(attribute('val') ?? 9) }),
  numId: (state, attribute) => setParagraph(state, { numId: attribute('val') ?? '0' }),
  ilvl: (state, attribute) => setParagraph(state, { level: Number(attribute('val') ?? 0) }),
  b: (state, attribute) => isOn(attribute) && setRun(state, { bold: true }),
  i: (state, attribute) => isOn(attribute) && setRun(state, { italic: true }),
  rStyle: (state, attribute) => {
    const named = attribute('val');
    if (named !== undefined) setRun(state, { named });
  },
  strike: (state, attribute) => isOn(attribute) && setRun(state, { strike: true }),
  vertAlign: (state, attribute) => {
    const raised = attribute('val');
    if (raised === 'superscript' || raised === 'subscript') setRun(state, { raised });
  },
  tab: (state) => state.path.at(-2) === 'r' && state.put('\t'),
  ptab: put('\t'),
  br: put('\n'),
  cr: put('\n'),
  noBreakHyphen: put('\u2011'),
  softHyphen: put('\u00ad'),
  sym: (state, attribute) => {
    const sign = symbolOf(Number.parseInt(attribute('char') ?? '', 16), attribute('font'));
    if (sign !== undefined) state.put(sign);
  },
  fldChar: fieldMark,
  footnoteReference: note('footnote'),
  endnoteReference: note('endnote'),
  docPr: (state, attribute) => {
    if (state.path.includes('drawing') && state.path.at(-2) !== 'sdtPr')
      state.put(attribute('descr') ?? attribute('title') ?? '', 'picture');
  },
  hyperlink: (state, attribute, { links }) => {
    const id = attribute('id');
    state.links.push(id === undefined ? undefined : links.get(id));
  },
  commentRangeStart: openComment,
  commentRangeEnd: closeComment,
  commentReference: (state, attribute) => anchor(state, attribute('id') ?? ''),
  bookmarkStart: openBookmark,
  bookmarkEnd: (state, attribute) => state.openBookmarks.delete(attribute('id') ?? ''),
  moveFromRangeStart: openMove('move-from'),
  moveFromRangeEnd: closeMove('move-from'),
  moveToRangeStart: openMove('move-to'),
  moveToRangeEnd: closeMove('move-to'),
  sdt: (state) => {
    const index = state.paragraph?.index ?? state.shared.paragraphs;
    state.controls.push({ inContent: false, control: { kind: 'other', empty: false, text: '', paragraph: index } });
  },
  sdtContent: (state) => {
    const open = state.controls.at(-1);
    if (open !== undefined) open.inContent = true;
  },
  tag: (state, attribute) => setControl(state, { tag: attribute('val') ?? '' }),
  alias: (state, attribute) => setControl(state, { title: attribute('val') ?? '' }),
  showingPlcHdr: (state, attribute) => setControl(state, { empty: isOn(attribute) }),
  checkbox: control('checkbox'),
  checked: (state, attribute) => setControl(state, { checked: ['1', 'true'].includes(attribute('val') ?? '') }),
  dropDownList: control('list'),
  comboBox: control('list'),
  date: control('date'),
  text: control('text'),
};

/** What is done when an element ends. */
const CLOSED: Readonly<Record<string, (state: StoryState, context: StoryContext) => void>> = {
  p: (state, { looks }) => {
    const open = state.paragraphs.pop();
    if (open === undefined) return;
    const paragraph = finishParagraph(open, looks);
    state.place(paragraph);
  },
  r: (state) => state.runs.pop(),
  tc: (state) => {
    state.targets.pop();
    const cell = state.cells.pop();
    if (cell !== undefined) state.rows.at(-1)?.cells.push(cell);
  },
  tr: (state) => {
    const row = state.rows.pop();
    if (row !== undefined) state.tables.at(-1)?.rows.push(row);
  },
  tbl: (state) => {
    const table = state.tables.pop();
    if (table !== undefined) state.place({ type: 'table', rows: table.rows });
  },
  txbxContent: (state) => state.targets.pop(),
  hyperlink: (state) => state.links.pop(),
  sdt: (state) => {
    const open = state.controls.pop();
    if (open !== undefined) state.shared.controls.push(open.control);
  },
};

/** Elements that hold words. */
const WORDS: ReadonlySet<string> = new Set(['t', 'delText']);

/**
 * A handler that reads the blocks of a part into a state.
 *
 * @param state What is open; its first target receives the blocks.
 * @param context What the part is read with.
 */
export function storyHandler(state: StoryState, context: StoryContext): XmlHandler {
  let skipped = 0;
  let words = 0;
  return {
    open: (name, attribute) => {
      state.count(name);
      if (skipped > 0 || SKIPPED.has(name)) {
        skipped += 1;
        return;
      }
      state.path.push(name);
      if (name.endsWith('Change')) {
        openFormatting('properties', state, attribute);
        state.path.pop();
        skipped = 1;
        return;
      }
      if (name === 'cellMerge') openFormatting('cell', state, attribute);
      if (WORDS.has(name)) words += 1;
      if (isTracked(name)) openTracked(name, state, attribute);
      else if (state.fields.length > 0 && state.path.includes('ffData')) fieldData(state, attribute);
      else if (Object.hasOwn(OPENED, name)) OPENED[name]?.(state, attribute, context);
      else if (name === 'footnote' || name === 'endnote' || name === 'comment') context.item?.open(attribute);
    },
    close: (name) => {
      if (skipped > 0) {
        skipped -= 1;
        return;
      }
      if (WORDS.has(name)) words -= 1;
      if (isTracked(name)) closeTracked(state);
      else if (Object.hasOwn(CLOSED, name)) CLOSED[name]?.(state, context);
      else if (name === 'footnote' || name === 'endnote' || name === 'comment') context.item?.close();
      state.path.pop();
    },
    text: (text) => {
      if (words > 0) state.put(text);
    },
  };
}
