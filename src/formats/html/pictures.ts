import type { Assets } from '../../model/contracts.ts';
import type { Document } from '../../model/document.ts';
import { type AnyNode, walk } from '../tree.ts';

import type { Picture } from './context.ts';

/** Kinds of picture browsers show, by how their bytes begin. */
const KINDS: readonly { readonly type: string; readonly begins: RegExp }[] = [
  { type: 'image/png', begins: /^\u0089PNG\r\n/u },
  { type: 'image/jpeg', begins: /^\u00ff\u00d8\u00ff/u },
  { type: 'image/gif', begins: /^GIF8[79]a/u },
  { type: 'image/webp', begins: /^RIFF.{4}WEBP/su },
  {
    type: 'image/svg+xml',
    begins:
      /^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/su,
  },
];

const REMOTE = /^(?:[a-z][a-z0-9+.-]*:)?\/\//iu;

/** Reads every picture of a document, its logo included, so that it can stand inside the page. */
export async function loadPictures({ root, meta }: Document, assets: Assets): Promise<ReadonlyMap<string, Picture>> {
  const urls = new Set(meta.style.logo === undefined ? [] : [meta.style.logo]);
  walk(root as AnyNode, (node) => {
    if (node.type === 'image' || node.type === 'figure') urls.add((node as AnyNode & { url: string }).url);
  });
  const pictures = new Map<string, Picture>();
  for (const url of urls) pictures.set(url, await loadPicture(url, meta.pictures?.[url], assets));
  return pictures;
}

async function loadPicture(url: string, made: Uint8Array | undefined, assets: Assets): Promise<Picture> {
  if (REMOTE.test(url)) return { state: 'remote' };
  const bytes = made ?? (await assets.picture(url));
  const type = bytes === undefined ? undefined : mediaType(bytes);
  if (bytes === undefined || type === undefined) return { state: 'missing' };
  return { state: 'embedded', uri: `data:${type};base64,${Buffer.from(bytes).toString('base64')}` };
}

function mediaType(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return KINDS.find(({ begins }) => begins.test(head))?.type;
}
