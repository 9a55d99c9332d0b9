import type { Nodes } from 'mdast';
import type { Assets } from '../../model/contracts.ts';
import type { Document } from '../../model/document.ts';

/** First bytes of the kinds of picture that Typst reads. */
const SIGNATURES: readonly RegExp[] = [/^\u0089PNG\r\n/u, /^\u00ff\u00d8\u00ff/u, /^GIF8[79]a/u, /^RIFF[\s\S]{4}WEBP/u];
const SVG =
  /^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[\s\S]*?>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE[^>[]*>\s*)?<svg[\s>]/u;

/**
 * Reads the pictures a Document shows; those that are missing or are no pictures are left out.
 * @param document any Document
 * @param assets where they are
 * @returns bytes by path
 */
export async function loadPictures(document: Document, assets: Assets): Promise<ReadonlyMap<string, Uint8Array>> {
  const read = async (url: string): Promise<[string, Uint8Array | undefined]> => [url, await assets.picture(url)];
  const all = await Promise.all([...urlsOf(document)].map(read));
  return new Map(all.filter((entry): entry is [string, Uint8Array] => entry[1] !== undefined && isPicture(entry[1])));
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

function isPicture(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  return SVG.test(head) || SIGNATURES.some((signature) => signature.test(head));
}
