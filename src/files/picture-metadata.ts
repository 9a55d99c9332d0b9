/** Segments of JPEG that describe the picture or who took it: APP1 (EXIF, XMP), APP13 (IPTC), comments and other makers' notes. */
const JPEG_DROPPED = (marker: number): boolean =>
  marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee);
const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;
/** Chunks of PNG with words, times or EXIF in them. */
const PNG_DROPPED = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME']);

/** Bytes of a picture, in pieces that are kept. */
interface Pieces {
  readonly kept: readonly Uint8Array[];
  /** Whether anything was left out. */
  readonly dropped: boolean;
}

/**
 * A picture without its metadata: where and when it was taken, with what, by whom. The picture itself stays bit by bit.
 *
 * @param bytes A JPEG or PNG file.
 * @returns The picture; the same bytes where there was none; undefined where it is of another kind or broken.
 */
export function withoutMetadata(bytes: Uint8Array): Uint8Array | undefined {
  const pieces = isPng(bytes) ? pngPieces(bytes) : isJpeg(bytes) ? jpegPieces(bytes) : undefined;
  if (pieces === undefined) return undefined;
  if (!pieces.dropped) return bytes;
  const result = new Uint8Array(pieces.kept.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces.kept) {
    result.set(piece, at);
    at += piece.length;
  }
  return result;
}

/**
 * Whether a picture carries metadata; undefined where it is of a kind that can't be looked into.
 *
 * @param bytes The file.
 */
export function hasMetadata(bytes: Uint8Array): boolean | undefined {
  const clean = withoutMetadata(bytes);
  return clean === undefined ? undefined : clean.length !== bytes.length;
}

function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8;
}

function isPng(bytes: Uint8Array): boolean {
  return PNG_SIGNATURE.every((byte, index) => bytes[index] === byte);
}

function jpegPieces(bytes: Uint8Array): Pieces | undefined {
  const kept = [bytes.subarray(0, 2)];
  let dropped = false;
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return undefined;
    // From the start of the scan to the end of the file there is picture only; what follows the end is left out.
    if (marker === 0xda) {
      const end = endOfImage(bytes, at);
      kept.push(bytes.subarray(at, end));
      return { kept, dropped: dropped || end < bytes.length };
    }
    const length = 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
    if (length < 4 || at + length > bytes.length) return undefined;
    if (JPEG_DROPPED(marker)) dropped = true;
    else kept.push(bytes.subarray(at, at + length));
    at += length;
  }
  return undefined;
}

/** Inside a scan `FF` is followed by 0 or a restart; `FF D9` ends the picture, and some phones put a second one after it. */
function endOfImage(bytes: Uint8Array, from: number): number {
  for (let at = from + 2; at + 1 < bytes.length; at += 1)
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return at + 2;
  return bytes.length;
}

function pngPieces(bytes: Uint8Array): Pieces | undefined {
  const kept = [bytes.subarray(0, 8)];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let dropped = false;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at) + 12;
    if (at + length > bytes.length) return undefined;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (PNG_DROPPED.has(type)) dropped = true;
    else kept.push(bytes.subarray(at, at + length));
    at += length;
    if (type === 'IEND') return { kept, dropped: dropped || at < bytes.length };
  }
  return undefined;
}
