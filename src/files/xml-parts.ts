import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { FileProblemError } from './file-problem.ts';

/** What is done with the elements of a part of an Office file; names come without their prefix. */
export interface XmlHandler {
  readonly open?: (name: string, attribute: (name: string) => string | undefined) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Elements inside one another: real files have about 30. */
const DEEPEST = 200;

/** Characters of the longest text, or tag with its attributes; the longest cell of a workbook has 32,767. */
const LONGEST_TOKEN = 4 * 1024 * 1024;
/** Attributes of a whole part; sheets with a million cells have five million. */
const MOST_ATTRIBUTES = 16_000_000;
/** Bytes of a whole part that are parsed at a time. */
const PIECE = 1024 * 1024;

/** An XML parser that is fed piece by piece. */
export interface XmlFeed {
  readonly write: (bytes: Uint8Array) => void;
  readonly end: () => void;
}

/**
 * A parser for a part of an Office file. Declarations of entities are refused: nothing is fetched, nothing multiplies.
 *
 * @param handler What is done with elements.
 * @throws FileProblemError while fed, where the part is not well-formed, declares entities or is nested too deeply or holds a text
 *   longer than any real one.
 */
export function xmlFeed(handler: XmlHandler): XmlFeed {
  const parser = new SaxesParser();
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let depth = 0;
  let sinceTag = 0;
  let attributes = 0;
  parser.on('error', () => {
    throw new FileProblemError('xml');
  });
  parser.on('doctype', () => {
    throw new FileProblemError('doctype');
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > MOST_ATTRIBUTES) throw new FileProblemError('too-many');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    sinceTag = 0;
    if (depth > DEEPEST) throw new FileProblemError('xml');
    handler.open?.(localName(tag.name), (name) => attributeOf(tag, name));
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    sinceTag = 0;
    handler.close?.(localName(tag.name));
  });
  const { text } = handler;
  if (text !== undefined) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  return {
    write: (bytes) => {
      decoder ??= new TextDecoder(encodingOf(bytes));
      const piece = decoder.decode(bytes, { stream: true });
      parser.write(piece);
      sinceTag += piece.length;
      if (sinceTag > LONGEST_TOKEN) throw new FileProblemError('too-large');
    },
    end: () => {
      parser.close();
    },
  };
}

/** Reads a whole part. */
export function readXml(bytes: Uint8Array, handler: XmlHandler): void {
  const feed = xmlFeed(handler);
  for (let at = 0; at < bytes.length; at += PIECE) feed.write(bytes.subarray(at, at + PIECE));
  feed.end();
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

/** An attribute by its name without prefix; the prefix of `r:id` differs from program to program. */
function attributeOf({ attributes }: SaxesTagPlain, name: string): string | undefined {
  if (Object.hasOwn(attributes, name)) return attributes[name];
  const key = Object.keys(attributes).find((one) => localName(one) === name && !one.startsWith('xmlns'));
  return key === undefined ? undefined : attributes[key];
}

function encodingOf([one, other]: Uint8Array): string {
  if (one === 0xff && other === 0xfe) return 'utf-16le';
  return one === 0xfe && other === 0xff ? 'utf-16be' : 'utf-8';
}
