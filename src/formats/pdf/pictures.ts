import type { Nodes } from 'mdast';
import type { Assets } from '../../model/contracts.ts';
import type { Document } from '../../model/document.ts';

/** A picture, with what it truly is, whatever its name says. */
export interface Picture {
  readonly bytes: Uint8Array;
  /** `png`, `jpg`, `gif`, `webp` or `svg`. */
  readonly kind: string;
}

/** How the kinds of picture that Typst reads begin, in Latin-1. */
const KINDS: readonly (readonly [kind: string, signature: RegExp])[] = [
  ['png', /^\u0089PNG\r\n/u],
  ['jpg', /^\u00ff\u00d8\u00ff/u],
  ['gif', /^GIF8[79]a/u],
  ['webp', /^RIFF[\s\S]{4}WEBP/u],
  [
    'svg',
    /^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*|<!DOCTYPE[^>[]*>\s*)*<svg[\s>]/u,
  ],
];

/** How much of a file is looked at to tell what it is. */
const HEAD = 4096;

/**
 * Reads the pictures a Document shows; those that are missing or are no pictures are left out.
 * @param document any Document
 * @param assets where they are
 * @returns pictures by path
 */
export async function loadPictures(document: Document, assets: Assets): Promise<Map<string, Picture>> {
  const pictures = new Map<string, Picture>();
  const read = async (url: string): Promise<void> => {
    const bytes = document.meta.pictures?.[url] ?? (await assets.picture(url));
    const kind = bytes === undefined ? undefined : kindOf(bytes);
    if (bytes !== undefined && kind !== undefined) pictures.set(url, { bytes, kind });
  };
  await Promise.all([...urlsOf(document)].map(read));
  return pictures;
}

/**
 * Takes the kind of a picture from its name.
 * @param url path of the picture
 */
export function kindByName(url: string): string {
  return /\.(png|jpe?g|gif|svg|webp)$/iu.exec(url)?.[1]?.toLowerCase() ?? 'png';
}

function urlsOf(document: Document): ReadonlySet<string> {
  const urls = new Set<string>();
  const visit = (node: Nodes): void => {
    if (node.type === 'image' || node.type === 'figure') urls.add(node.url);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(document.root);
  if (document.meta.style.logo !== undefined) urls.add(document.meta.style.logo);
  return urls;
}

function kindOf(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD));
  return KINDS.find(([, signature]) => signature.test(head))?.[0];
}
