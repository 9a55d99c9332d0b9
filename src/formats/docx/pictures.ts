import type { Assets } from '../../model/contracts.ts';
import type { Document } from '../../model/document.ts';
import { type AnyNode, walk } from '../tree.ts';
import type { Media } from './context.ts';

/** Points of a pixel where a picture does not say. */
const POINTS_PER_PIXEL = 0.75;

/** Every picture of a document that can stand in a Word file, by its url. */
export async function loadMedia({ root, meta }: Document, assets: Assets): Promise<ReadonlyMap<string, Media>> {
  const urls = new Set<string>();
  walk(root as AnyNode, (node) => {
    if (node.type === 'image' || node.type === 'figure') urls.add((node as AnyNode & { url: string }).url);
  });
  const media = new Map<string, Media>();
  let draw: ReturnType<typeof openDrawing> | undefined;
  const openDrawing = async () => (await import('./drawn.ts')).openDrawing({ root, meta }, assets);
  for (const url of urls) {
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(url)) continue;
    const bytes = meta.pictures?.[url] ?? (await assets.picture(url));
    if (bytes === undefined) continue;
    const name = `picture${media.size + 1}`;
    const shape = shapeOf(bytes);
    if (shape !== undefined) media.set(url, { ...shape, name, bytes });
    else if (isDrawing(bytes)) {
      draw ??= openDrawing();
      const drawn = await (await draw)(bytes);
      if (drawn !== undefined) media.set(url, { ...drawn, kind: 'png', name, bytes: drawn.png, ...withDrawing(bytes) });
    }
  }
  return media;
}

/** How much of a file is looked at to tell whether it is a drawing. */
const HEAD = 4096;

function isDrawing(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD)).trimStart();
  return head.startsWith('<') && /<svg[\s>]/u.test(head);
}

/** What a drawing can hold that reaches out of the file or acts: such a one goes in as points only. */
const ACTIVE =
  /<(?:[^\s<>/:]+:)?(?:script|foreignObject|animate|set)|<!DOCTYPE|<!ENTITY|\son[a-z]+\s*=|href\s*=\s*(?:["']\s*)?(?!#|data:image\/(?:png|jpeg|gif)[;,])[^#\s"']|url\(\s*["']?(?!#)|@import/iu;

function withDrawing(bytes: Uint8Array): { readonly drawing?: Uint8Array } {
  return ACTIVE.test(new TextDecoder().decode(bytes)) ? {} : { drawing: bytes };
}

/** Kind and size of a picture, from its first bytes: PNG (RFC 2083), GIF89a, JPEG (ITU T.81); undefined where it is none of them. */
function shapeOf(bytes: Uint8Array): Pick<Media, 'kind' | 'width' | 'height'> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 24 && view.getUint32(0) === 0x89504e47)
    return scaled('png', view.getUint32(16), view.getUint32(20));
  if (bytes.length > 10 && view.getUint32(0) === 0x47494638)
    return scaled('gif', view.getUint16(6, true), view.getUint16(8, true));
  return bytes.length > 4 && view.getUint16(0) === 0xffd8 ? jpegShape(view) : undefined;
}

function jpegShape(view: DataView): Pick<Media, 'kind' | 'width' | 'height'> | undefined {
  for (let at = 2; at + 9 < view.byteLength; ) {
    const marker = view.getUint16(at);
    if ((marker & 0xff00) !== 0xff00) return undefined;
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) return scaled('jpeg', view.getUint16(at + 7), view.getUint16(at + 5));
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

function scaled(kind: string, width: number, height: number): Pick<Media, 'kind' | 'width' | 'height'> | undefined {
  if (width === 0 || height === 0) return undefined;
  return { kind, width: width * POINTS_PER_PIXEL, height: height * POINTS_PER_PIXEL };
}
