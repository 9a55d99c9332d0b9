/** Edits of the parts around the text of a Word file; what is not concerned keeps its bytes. */
import { allRelations } from '../office-relations.ts';
import type { ZipArchive } from '../zip-read.ts';
import type { ZipPart } from '../zip-write.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** A part that is to be in the file, and how the text points at it. */
export interface NewPart {
  readonly name: string;
  readonly xml: string;
  readonly contentType: string;
  /** Whole type of the relation. */
  readonly relation: string;
}

/** Text of a part; undefined where there is none. */
export function partText(archive: ZipArchive, name: string): string | undefined {
  const bytes = archive.read(name);
  if (bytes === undefined) return undefined;
  const [one, other] = bytes;
  const encoding = one === 0xff && other === 0xfe ? 'utf-16le' : one === 0xfe && other === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** A part made of text. */
export function textPart(name: string, xml: string): ZipPart {
  // Parts in another encoding are written as UTF-8, and say so.
  return { name, bytes: new TextEncoder().encode(xml.replace(/^(<\?xml[^>]*encoding=["'])[^"']+/u, '$1UTF-8')) };
}

/** Name of the part with the text. */
export function mainPartName(archive: ZipArchive): string {
  return allRelations(archive, '').find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
}

/**
 * The parts to write so that some parts are in the file, pointed at by the text and with their types told.
 *
 * @param archive The file.
 * @param parts Parts by their relation: one that the text already points at keeps its name.
 */
export function withParts(archive: ZipArchive, parts: readonly NewPart[]): readonly ZipPart[] {
  const main = mainPartName(archive);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relsName = `${folder}_rels/${main.slice(folder.length)}.rels`;
  const known = allRelations(archive, main);
  const ids = new Set(known.map(({ id }) => id));
  let rels = partText(archive, relsName) ?? `<Relationships xmlns="${PACKAGE}/relationships"></Relationships>`;
  let types = partText(archive, '[Content_Types].xml') ?? `<Types xmlns="${PACKAGE}/content-types"></Types>`;
  const written: ZipPart[] = [];
  for (const part of parts) {
    const there = known.find(({ type }) => type === part.relation.slice(part.relation.lastIndexOf('/') + 1));
    if (there !== undefined) {
      written.push(textPart(there.target, part.xml));
      continue;
    }
    const name = freeName(archive, part.name);
    const id = freeId(ids);
    rels = appended(rels, 'Relationships', `<Relationship Id="${id}" Type="${part.relation}" Target="/${name}"/>`);
    types = appended(types, 'Types', `<Override PartName="/${name}" ContentType="${part.contentType}"/>`);
    written.push(textPart(name, part.xml));
  }
  return [textPart('[Content_Types].xml', types), textPart(relsName, rels), ...written];
}

function freeName(archive: ZipArchive, name: string): string {
  let free = name;
  for (let number = 2; archive.has(free); number += 1) free = name.replace(/(?=\.xml$)/u, String(number));
  return free;
}

function freeId(ids: Set<string>): string {
  let number = ids.size + 1;
  while (ids.has(`review${number}`)) number += 1;
  ids.add(`review${number}`);
  return `review${number}`;
}

/** Before the end of the outermost element, with its own prefix; an empty one is opened. */
function appended(xml: string, root: string, child: string): string {
  const empty = new RegExp(`<((?:[\\w.-]+:)?${root})((?:\\s[^>]*?)?)/>\\s*$`, 'u').exec(xml);
  if (empty !== null) return `${xml.slice(0, empty.index)}<${empty[1]}${empty[2]}>${child}</${empty[1]}>`;
  const end = new RegExp(`</((?:[\\w.-]+:)?)${root}\\s*>\\s*$`, 'u').exec(xml);
  if (end === null) return xml;
  const prefix = end[1] ?? '';
  return `${xml.slice(0, end.index)}${child.replace('<', `<${prefix}`)}${xml.slice(end.index)}`;
}

/** How reviewers may edit a file. */
export type Editing = 'comments' | 'tracked';

const SETTINGS: Readonly<Record<Editing, string>> = {
  comments: '<w:documentProtection w:edit="comments" w:enforcement="1"/>',
  tracked: '<w:trackRevisions/>',
};

/** The settings of a file with a rule for reviewers: comments alone, or all edits tracked. */
export function settingsFor(editing: Editing, settings: string): string {
  // The schema wants it before the distance of tab stops, which every file of ours has.
  return settings.replace('<w:defaultTabStop', `${SETTINGS[editing]}<w:defaultTabStop`);
}
