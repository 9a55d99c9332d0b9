import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync, inflateSync } from 'node:zlib';

/** Whether pages of PDFs can be read as text here; metadata, outlines and attachments are read everywhere. */
export const readsPages = ['/usr/bin/pdftotext', '/opt/homebrew/bin/pdftotext'].some((path) => existsSync(path));

/** Everything that can be read out of a file, in whatever way it is packed. */
export function readable(bytes: Buffer): string {
  const plain = [bytes.toString('utf8'), bytes.toString('latin1').replaceAll('\0', '')];
  const head = bytes.subarray(0, 4).toString('latin1');
  if (head === '%PDF') return [...plain, ...streams(bytes), pages(bytes)].join('\n');
  return head.startsWith('PK') ? [...plain, ...parts(bytes)].join('\n') : plain.join('\n');
}

/** Streams of a PDF: objects, metadata, attached files. */
function streams(bytes: Buffer): string[] {
  const found: string[] = [];
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    const start = at + (bytes[at + 6] === 13 ? 8 : 7);
    const end = bytes.indexOf('endstream', start);
    if (end < 0) break;
    found.push(...unpacked(() => inflateSync(bytes.subarray(start, end), { finishFlush: 2 })));
    at = end;
  }
  return found;
}

function unpacked(inflate: () => Buffer): string[] {
  try {
    const bytes = inflate();
    // A package can hold others, as that of a reviewer does.
    const inner = bytes.subarray(0, 2).toString('latin1') === 'PK' ? parts(bytes) : [];
    return [bytes.toString('utf8'), bytes.toString('latin1').replaceAll('\0', ''), ...inner];
  } catch {
    return [];
  }
}

function pages(bytes: Buffer): string {
  if (!readsPages) return '';
  const folder = mkdtempSync(join(tmpdir(), 'penholder-pages-'));
  try {
    writeFileSync(join(folder, 'a.pdf'), bytes);
    return execFileSync('pdftotext', [join(folder, 'a.pdf'), '-'], { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Parts of a ZIP package, by its local headers. */
function parts(bytes: Buffer): string[] {
  const found: string[] = [];
  for (
    let at = bytes.indexOf('PK\u0003\u0004', 0, 'latin1');
    at >= 0;
    at = bytes.indexOf('PK\u0003\u0004', at + 4, 'latin1')
  ) {
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    if (bytes.readUInt16LE(at + 8) === 8)
      found.push(...unpacked(() => inflateRawSync(bytes.subarray(start), { finishFlush: 2 })));
  }
  return found;
}

/** Names and contents of all files below a folder. */
export function readableFolder(folder: string): string {
  if (!existsSync(folder)) return '';
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => {
      const path = join(folder, name);
      return statSync(path).isFile() ? `${name}\n${readable(readFileSync(path))}` : name;
    })
    .join('\n');
}
