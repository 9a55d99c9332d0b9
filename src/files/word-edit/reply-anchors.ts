/** Where replies stand in the text of a Word file. */
import { xmlBlocks } from './xml-blocks.ts';
import { atEnd, editXml, type XmlEdit, type XmlElement, xmlPlaces } from './xml-places.ts';

/** A comment in answer to what stands in the text: a tracked change, a row, a paragraph. */
export interface ReplyPlace {
  /** Number of the paragraph, {@link WordParagraph.index}. */
  readonly paragraph: number;
  /** Whose tracked changes it stands on; where there are none, it stands on all of the paragraph. */
  readonly reviewer?: string;
}

/** A comment to be anchored. */
export interface Anchored {
  readonly id: string;
  /** The comment whose words it stands on as well. */
  readonly parent?: { readonly id: string };
  readonly place?: ReplyPlace;
}

/** Prefix of the attributes of an element: it may differ from that of elements, which can have none. */
export function attributePrefix(text: string, element: XmlElement | undefined): string {
  if (element === undefined) return 'w:';
  return /\s([\w.-]+:)id\s*=/u.exec(text.slice(element.start, element.inner))?.[1] ?? element.prefix;
}

/** A reply stands on the words that its thread stands on. */
export function withAnchors(text: string, threads: readonly Anchored[]): string {
  const root = xmlPlaces(text);
  const byComment = new Map<string, Anchored[]>();
  for (const thread of threads) {
    const id = thread.parent?.id;
    if (id !== undefined) byComment.set(id, [...(byComment.get(id) ?? []), thread]);
  }
  const edits: XmlEdit[] = placedEdits(root, text, threads);
  const visit = (element: XmlElement, run: XmlElement | undefined): void => {
    const answered = byComment.get(element.attributes.get('id') ?? '') ?? [];
    if (answered.length > 0 && /^comment(?:RangeStart|RangeEnd|Reference)$/u.test(element.name))
      edits.push(...answered.map(({ id }) => anchorEdit(element, run, { id, own: attributePrefix(text, element) })));
    for (const child of element.children) visit(child, child.name === 'r' ? child : run);
  };
  visit(root, undefined);
  return editXml(text, edits);
}

const CHANGES: ReadonlySet<string> = new Set(['ins', 'del', 'moveFrom', 'moveTo']);

/** Comments of our own on the changes of a reviewer, or on a whole paragraph. */
function placedEdits(root: XmlElement, text: string, threads: readonly Anchored[]): XmlEdit[] {
  const { paragraphs } = xmlBlocks(root);
  const byParagraph = new Map<XmlElement, Anchored[]>();
  for (const thread of threads) {
    const paragraph = thread.place && paragraphs[thread.place.paragraph]?.element;
    if (paragraph !== undefined) byParagraph.set(paragraph, [...(byParagraph.get(paragraph) ?? []), thread]);
  }
  return [...byParagraph].flatMap(([paragraph, own]) =>
    paragraph.inner === paragraph.end
      ? [atEnd(paragraph, text, own.map(({ id }) => marks(paragraph, id).join('')).join(''))]
      : own.flatMap((thread) => placedEdit(paragraph, thread)),
  );
}

function marks({ prefix }: XmlElement, id: string): readonly [start: string, end: string] {
  const tag = (name: string) => `<${prefix}${name} ${prefix}id="${id}"/>`;
  const reference = `<${prefix}r>${tag('commentReference')}</${prefix}r>`;
  return [tag('commentRangeStart'), tag('commentRangeEnd') + reference];
}

function placedEdit(paragraph: XmlElement, { id, place }: Anchored): readonly XmlEdit[] {
  const own = paragraph.children.filter((child) => isChangedBy(child, place?.reviewer));
  const inside = paragraph.children.filter(({ name }) => name !== 'pPr');
  const [first, last] = own.length > 0 ? [own[0], own.at(-1)] : [inside[0], inside.at(-1)];
  const [from, to] = [first?.start ?? paragraph.innerEnd, last?.end ?? paragraph.innerEnd];
  const [start, end] = marks(paragraph, id);
  return [
    { start: from, end: from, text: start },
    { start: to, end: to, text: end },
  ];
}

/** Whether a tracked change of somebody stands in an element; of anybody where nobody is named. */
function isChangedBy(element: XmlElement, reviewer: string | undefined): boolean {
  if (element.name === 'pPr') return false;
  const isOwn = CHANGES.has(element.name) && (reviewer === undefined || element.attributes.get('author') === reviewer);
  return isOwn || element.children.some((child) => child.name !== 'rPr' && isChangedBy(child, reviewer));
}

function anchorEdit(
  element: XmlElement,
  run: XmlElement | undefined,
  { id, own: prefixOwn }: { readonly id: string; readonly own: string },
): XmlEdit {
  const { name, prefix } = element;
  const tag = `<${prefix}${name} ${prefixOwn}id="${id}"/>`;
  if (name !== 'commentReference') return { start: element.end, end: element.end, text: tag };
  const at = run?.end ?? element.end;
  const text = run === undefined ? tag : `<${run.prefix}r>${tag}</${run.prefix}r>`;
  return { start: at, end: at, text };
}
