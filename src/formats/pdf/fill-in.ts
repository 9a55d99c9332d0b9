/**
 * Makes a PDF of a form one that can be filled in on a screen.
 *
 * The typesetter knows no fields, but it knows links: it sets each place to fill in as a link to an address of ours, tagged
 * and in reading order. Here each such link becomes a field of the same size, and its tag, which was one of a link, that of
 * a form field, with a name for screen readers.
 */
import type { PDFArray, PDFContext, PDFDict, PDFDocument, PDFPage, PDFRef } from '@cantoo/pdf-lib';
import { SPOT_ADDRESS, type Spot } from './forms.ts';

type Library = typeof import('@cantoo/pdf-lib');

/** Bits of field flags, by number in ISO 32000-1, tables 221, 226 and 228. */
const FLAGS = { required: 1 << 1, multiline: 1 << 12, noToggleToOff: 1 << 14, radio: 1 << 15 } as const;
/** Printed with the page: ISO 32000-1, table 165. */
const PRINTED = 1 << 2;
const DEFAULT_APPEARANCE = '/Helv 11 Tf 0 g';

interface Job {
  readonly library: Library;
  readonly document: PDFDocument;
  readonly context: PDFContext;
  readonly spots: readonly Spot[];
  /** Fields made so far, by name: several squares may be one field. */
  readonly fields: Map<string, PDFRef>;
}

/** A link that becomes a field. */
interface Place {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
  readonly page: PDFPage;
  readonly spot: Spot;
}

/**
 * Makes fields of the places to fill in. The same bytes give the same bytes.
 *
 * @param bytes A PDF in which links to {@link SPOT_ADDRESS} stand for fields.
 * @param spots What each of them is, by its number.
 */
export async function fillIn(bytes: Uint8Array, spots: readonly Spot[]): Promise<Uint8Array> {
  const library = await import('@cantoo/pdf-lib');
  const document = await library.PDFDocument.load(bytes, {
    updateMetadata: false,
    parseSpeed: library.ParseSpeeds.Fastest,
  });
  const job: Job = { library, document, context: document.context, spots, fields: new Map() };
  const places = document.getPages().flatMap((page) => placesOn(page, job));
  const tags = tagsByNumber(job);
  for (const place of places) makeField(place, job, tags);
  addForm(job);
  // Packing objects together would take as long as setting the pages; so would appending only what changed.
  return document.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
}

function placesOn(page: PDFPage, job: Job): Place[] {
  const { PDFRef: Ref, PDFDict: Dict, PDFName: Name } = job.library;
  const annotations = page.node.Annots()?.asArray() ?? [];
  const places = annotations.flatMap((ref): Place[] => {
    const dict = job.context.lookup(ref);
    if (!(ref instanceof Ref) || !(dict instanceof Dict)) return [];
    const spot = spotOf(dict, job);
    return spot === undefined ? [] : [{ ref, dict, page, spot }];
  });
  if (places.length > 0) page.node.set(Name.of('Tabs'), Name.of('S'));
  return places;
}

function spotOf(annotation: PDFDict, { library, spots }: Job): Spot | undefined {
  const { PDFName: Name, PDFDict: Dict, PDFString, PDFHexString } = library;
  const action = annotation.lookupMaybe(Name.of('A'), Dict);
  const uri = action?.lookupMaybe(Name.of('URI'), PDFString, PDFHexString)?.decodeText();
  return uri?.startsWith(SPOT_ADDRESS) === true ? spots[Number(uri.slice(SPOT_ADDRESS.length))] : undefined;
}

/** Tags by the number under which what they tag names them. */
function tagsByNumber({ library, document, context }: Job): ReadonlyMap<number, PDFDict> {
  const { PDFName: Name, PDFDict: Dict, PDFArray: List, PDFNumber } = library;
  const found = new Map<number, PDFDict>();
  const visit = (node: PDFDict | undefined): void => {
    const numbers = node?.lookupMaybe(Name.of('Nums'), List);
    for (let index = 0; numbers !== undefined && index + 1 < numbers.size(); index += 2) {
      const [key, tag] = [numbers.lookup(index), numbers.lookup(index + 1)];
      if (key instanceof PDFNumber && tag instanceof Dict) found.set(key.asNumber(), tag);
    }
    for (const child of node?.lookupMaybe(Name.of('Kids'), List)?.asArray() ?? []) {
      const inner = context.lookup(child);
      if (inner instanceof Dict) visit(inner);
    }
  };
  const root = document.catalog.lookupMaybe(Name.of('StructTreeRoot'), Dict);
  visit(root?.lookupMaybe(Name.of('ParentTree'), Dict));
  return found;
}

function makeField(place: Place, job: Job, tags: ReadonlyMap<number, PDFDict>): void {
  const { PDFName: Name, PDFNumber } = job.library;
  const { dict, spot } = place;
  const number = dict.lookupMaybe(Name.of('StructParent'), PDFNumber)?.asNumber();
  const tag = number === undefined ? undefined : tags.get(number);
  tag?.set(Name.of('S'), Name.of('Form'));
  for (const key of ['A', 'Border', 'Contents', 'H', 'PA', 'QuadPoints', 'BS', 'C']) dict.delete(Name.of(key));
  dict.set(Name.of('Subtype'), Name.of('Widget'));
  dict.set(Name.of('P'), place.page.ref);
  dict.set(Name.of('F'), PDFNumber.of(PRINTED));
  FIELDS[spot.kind](place, job);
}

const FIELDS: Readonly<Record<Spot['kind'], (place: Place, job: Job) => void>> = {
  text: (place, job) => textField(place, job, 0),
  area: (place, job) => textField(place, job, FLAGS.multiline),
  tick: (place, job) => {
    const { spot, dict, ref } = place;
    asField(dict, { type: 'Btn', name: `${spot.name}/${spot.value ?? ''}`, flags: flagsOf(spot, 0), spot }, job);
    square(place, job);
    job.fields.set(`${spot.name}/${spot.value ?? ''}`, ref);
  },
  radio: (place, job) => {
    const { spot, dict, ref } = place;
    const parent = job.fields.get(spot.name) ?? radioGroup(spot, job);
    dict.set(job.library.PDFName.of('Parent'), parent);
    job.context
      .lookup(parent, job.library.PDFDict)
      .lookup(job.library.PDFName.of('Kids'), job.library.PDFArray)
      .push(ref);
    describe(dict, spot, job);
    square(place, job);
  },
};

function textField({ spot, dict, ref }: Place, job: Job, kind: number): void {
  const { PDFName: Name, PDFString } = job.library;
  asField(dict, { type: 'Tx', name: spot.name, flags: flagsOf(spot, kind), spot }, job);
  dict.set(Name.of('DA'), PDFString.of(DEFAULT_APPEARANCE));
  dict.set(Name.of('AP'), job.context.obj({ N: drawing('', dict, job) }));
  job.fields.set(spot.name, ref);
}

function flagsOf({ required }: Spot, kind: number): number {
  return kind | (required ? FLAGS.required : 0);
}

function radioGroup(spot: Spot, job: Job): PDFRef {
  const dict = job.context.obj({ Kids: [], V: 'Off' });
  const flags = flagsOf(spot, FLAGS.radio | FLAGS.noToggleToOff);
  asField(dict, { type: 'Btn', name: spot.name, flags, spot }, job);
  const ref = job.context.register(dict);
  job.fields.set(spot.name, ref);
  return ref;
}

interface FieldFacts {
  readonly type: 'Tx' | 'Btn';
  readonly name: string;
  readonly flags: number;
  readonly spot: Spot;
}

function asField(dict: PDFDict, { type, name, flags, spot }: FieldFacts, job: Job): void {
  const { PDFName: Name, PDFNumber, PDFHexString } = job.library;
  dict.set(Name.of('FT'), Name.of(type));
  // A full stop in a name would part a field from one that it belongs to.
  dict.set(Name.of('T'), PDFHexString.fromText(name.replaceAll('.', '_')));
  dict.set(Name.of('Ff'), PDFNumber.of(flags));
  describe(dict, spot, job);
}

/** What a screen reader says of a field. */
function describe(dict: PDFDict, { tip }: Spot, { library }: Job): void {
  dict.set(library.PDFName.of('TU'), library.PDFHexString.fromText(tip));
}

/** A square that is empty or ticked. */
function square({ dict, spot }: Place, job: Job): void {
  const { PDFName: Name } = job.library;
  const [, , width, height] = boxOf(dict, job);
  const tick = [
    `${(width * 0.08 + 0.4).toFixed(2)} w 1 J 1 j 0 G`,
    `${(width * 0.22).toFixed(2)} ${(height * 0.5).toFixed(2)} m`,
    `${(width * 0.42).toFixed(2)} ${(height * 0.26).toFixed(2)} l`,
    `${(width * 0.8).toFixed(2)} ${(height * 0.76).toFixed(2)} l S`,
  ].join('\n');
  const looks = job.context.obj({});
  looks.set(Name.of(spot.value ?? 'yes'), drawing(tick, dict, job));
  looks.set(Name.of('Off'), drawing('', dict, job));
  dict.set(Name.of('AP'), job.context.obj({ N: looks }));
  dict.set(Name.of('AS'), Name.of('Off'));
  dict.set(Name.of('MK'), job.context.obj({ CA: job.library.PDFString.of('4') }));
}

function boxOf(dict: PDFDict, { library }: Job): [number, number, number, number] {
  const rect: PDFArray = dict.lookup(library.PDFName.of('Rect'), library.PDFArray);
  const { x, y, width, height } = rect.asRectangle();
  return [x, y, width, height];
}

function drawing(content: string, dict: PDFDict, job: Job): PDFRef {
  const [, , width, height] = boxOf(dict, job);
  const stream = job.context.stream(content, { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height] });
  return job.context.register(stream);
}

function addForm({ library, document, context, fields }: Job): void {
  if (fields.size === 0) return;
  const { PDFName: Name, PDFString } = library;
  const font = context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica', Encoding: 'WinAnsiEncoding' });
  const form = context.obj({
    Fields: [...fields.values()],
    DA: PDFString.of(DEFAULT_APPEARANCE),
    DR: { Font: { Helv: context.register(font) } },
  });
  document.catalog.set(Name.of('AcroForm'), context.register(form));
}
