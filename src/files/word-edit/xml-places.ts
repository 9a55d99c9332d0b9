/** Where the elements of a part stand in its text, so that edits leave all else byte for byte. */
import { SaxesParser } from 'saxes';
import { FileProblemError } from '../file-problem.ts';

/** An element of a part. */
export interface XmlElement {
  /** Name without prefix. */
  readonly name: string;
  /** Prefix with its colon, or nothing. */
  readonly prefix: string;
  /** Attributes by their names without prefix; the first of several counts. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Where its opening tag begins, and where it ends. */
  readonly start: number;
  readonly inner: number;
  /** Where its closing tag begins, and where it ends; the same as `inner` where it is empty and has none. */
  readonly innerEnd: number;
  readonly end: number;
}

type Draft = { -readonly [Key in keyof XmlElement]: XmlElement[Key] } & { children: Draft[] };

/** Elements inside one another: real files have about 30. */
const DEEPEST = 200;

/**
 * Reads a part as a tree of places. The part was read before: what it declares is refused again all the same.
 *
 * @param text The part.
 * @throws FileProblemError where it is not well-formed, declares entities or is nested too deeply.
 */
export function xmlPlaces(text: string): XmlElement {
  const parser = new SaxesParser();
  const open: Draft[] = [];
  let root: Draft | undefined;
  parser.on('error', () => {
    throw new FileProblemError('xml');
  });
  parser.on('doctype', () => {
    throw new FileProblemError('doctype');
  });
  parser.on('opentag', ({ name, attributes }) => {
    const end = parser.position;
    const start = text.lastIndexOf('<', end - 1);
    if (text[end - 1] !== '>' || open.length >= DEEPEST) throw new FileProblemError('xml');
    const draft = element(name, attributes, { start, end });
    open.at(-1)?.children.push(draft);
    root ??= draft;
    open.push(draft);
  });
  parser.on('closetag', ({ isSelfClosing }) => {
    const draft = open.pop();
    if (draft === undefined || isSelfClosing) return;
    draft.end = parser.position;
    draft.innerEnd = text.lastIndexOf('<', draft.end - 1);
  });
  parser.write(text).close();
  if (root === undefined) throw new FileProblemError('xml');
  return root;
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  { start, end }: { readonly start: number; readonly end: number },
): Draft {
  const colon = name.indexOf(':') + 1;
  const own = new Map<string, string>();
  for (const [key, value] of Object.entries(attributes)) {
    const local = key.slice(key.indexOf(':') + 1);
    if (!key.startsWith('xmlns') && !own.has(local)) own.set(local, value);
  }
  return {
    name: name.slice(colon),
    prefix: name.slice(0, colon),
    attributes: own,
    children: [],
    start,
    inner: end,
    innerEnd: end,
    end,
  };
}

/** All elements in the order in which they begin. */
export function* everyElement(root: XmlElement): Generator<XmlElement> {
  yield root;
  for (const child of root.children) yield* everyElement(child);
}

/** A stretch of a part and what is to stand there. */
export interface XmlEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Puts something at the end of an element; one that has no closing tag gets one. */
export function atEnd(element: XmlElement, source: string, text: string): XmlEdit {
  const { start, inner, innerEnd, end, prefix, name } = element;
  if (inner < end) return { start: innerEnd, end: innerEnd, text };
  const open = source.slice(start, inner).replace(/\s*\/>$/u, '>');
  return { start, end, text: `${open}${text}</${prefix}${name}>` };
}

/** A part with edits; of several at one place the first stands first. */
export function editXml(text: string, edits: readonly XmlEdit[]): string {
  const ordered = edits.map((edit, at) => ({ edit, at })).sort((a, b) => a.edit.start - b.edit.start || a.at - b.at);
  const out: string[] = [];
  let from = 0;
  for (const { edit } of ordered) {
    out.push(text.slice(from, Math.max(from, edit.start)), edit.text);
    from = Math.max(from, edit.end);
  }
  out.push(text.slice(from));
  return out.join('');
}
