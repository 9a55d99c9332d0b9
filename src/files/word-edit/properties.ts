/** Properties of runs, paragraphs, tables, rows, cells and sections, and tracked changes of them. */
import { xmlAttribute } from '../xml-text.ts';
import type { XmlElement } from './xml-places.ts';

/** What has properties that can be changed with tracking. */
export type PropertyKind = 'rPr' | 'pPr' | 'tblPr' | 'tblPrEx' | 'trPr' | 'tcPr' | 'sectPr';

/** Properties by name, as XML. */
export type Properties = ReadonlyMap<string, string>;

/** What each kind can have, in the order of the schema (ECMA-376 Part 1, 17). */
const ORDER: Readonly<Record<PropertyKind, string>> = {
  rPr: 'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  pPr: 'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle',
  tblPr:
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  tblPrEx: 'tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook',
  trPr: 'cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden',
  tcPr: 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers',
  sectPr:
    'footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid',
};
const NAMES = new Map(
  Object.entries(ORDER).map(([kind, names]) => [kind, new Map(names.split(' ').map((name, at) => [name, at]))]),
);
const placeOf = (kind: PropertyKind, name: string): number | undefined => NAMES.get(kind)?.get(name);

/** How XML of another file is written in the file that receives it. */
export interface Transplant {
  readonly source: string;
  /** Prefix of elements there and here. */
  readonly from: string;
  readonly to: string;
  /** A value that names something of the other file: a style, a list. Undefined where the file has no such thing. */
  readonly value?: (name: string, value: string) => string | undefined;
}

/** Elements whose value names something that only one file has. */
const NAMING: ReadonlySet<string> = new Set(['pStyle', 'rStyle', 'tblStyle', 'numId']);

/**
 * Properties of an element that a file of another program has as well.
 *
 * @param element The properties; none where it is absent.
 * @param transplant How they are written.
 */
export function propertiesOf(
  element: XmlElement | undefined,
  kind: PropertyKind,
  transplant: Transplant,
): Map<string, string> {
  const found = new Map<string, string>();
  for (const child of element?.children ?? []) {
    if (placeOf(kind, child.name) === undefined) continue;
    const xml = transplanted(child, transplant);
    if (xml !== undefined) found.set(child.name, xml);
  }
  return found;
}

/** An element with all inside, with the prefix of another file; undefined where it names what is not there. */
export function transplanted(element: XmlElement, transplant: Transplant): string | undefined {
  const { source, from, to } = transplant;
  if (element.prefix !== from || TRACKING.has(element.name)) return undefined;
  const inner: string[] = [];
  for (const child of element.children) {
    const xml = transplanted(child, transplant);
    if (xml === undefined && NAMING.has(child.name)) return undefined;
    inner.push(xml ?? '');
  }
  const given = attributesOf(source.slice(element.start, element.inner), from, to);
  const value = element.attributes.get('val') ?? '';
  const known = NAMING.has(element.name) && transplant.value !== undefined;
  const now = known ? transplant.value?.(element.name, value) : value;
  if (now === undefined) return undefined;
  const named = known ? ` ${to}val="${xmlAttribute(now)}"` : given;
  const all = inner.join('');
  return `<${to}${element.name}${named}${all === '' ? '/>' : `>${all}</${to}${element.name}>`}`;
}

/** Marks of tracked changes inside properties are said anew. */
const TRACKING: ReadonlySet<string> = new Set(['ins', 'del', 'numberingChange', 'moveFrom', 'moveTo']);

/** The attributes of a tag that are of Word itself. */
function attributesOf(tag: string, from: string, to: string): string {
  const own = [...tag.matchAll(/\s([\w.-]+:)?([\w.-]+)\s*=\s*("[^"]*"|'[^']*')/gu)];
  // Where elements have no prefix, attributes still have one of their own.
  const main = from === '' ? own.find(([, prefix, name]) => name === 'val' && prefix !== undefined)?.[1] : from;
  const known = new Set(['', main ?? 'w:']);
  return own
    .filter(([, prefix = '', name]) => known.has(prefix) && name !== 'xmlns' && prefix !== 'xmlns:')
    .map(([, , name, value = '']) => ` ${to}${name}=${value}`)
    .join('');
}

/** What was changed, as properties to set and names to take away. */
export interface PropertyChange {
  readonly set: Properties;
  readonly gone: readonly string[];
}

/** The difference between two sets of properties. */
export function changeOf(before: Properties, after: Properties): PropertyChange {
  return {
    set: new Map([...after].filter(([name, xml]) => before.get(name) !== xml)),
    gone: [...before.keys()].filter((name) => !after.has(name)),
  };
}

/** Properties with a change made to them. */
export function changed(properties: Properties, { set, gone }: PropertyChange): Properties {
  return new Map([...[...properties].filter(([name]) => !gone.includes(name)), ...set]);
}

/** Properties in the order of the schema. */
export function inOrder(properties: Properties, kind: PropertyKind): string {
  const place = (name: string) => placeOf(kind, name) ?? Number.MAX_SAFE_INTEGER;
  return [...properties]
    .sort(([one], [other]) => place(one) - place(other))
    .map(([, xml]) => xml)
    .join('');
}

/** Words for what reviewers change most; everything else is named as the schema names it. */
const WORDS: Readonly<Record<string, string>> = {
  ...{ pStyle: 'style', rStyle: 'style', tblStyle: 'style', numPr: 'list', jc: 'alignment', spacing: 'spacing' },
  ...{ ind: 'indent', shd: 'shading', pBdr: 'borders', tblBorders: 'borders', tcBorders: 'borders', tabs: 'tab stops' },
  ...{ b: 'bold', i: 'italic', u: 'underline', strike: 'strike-through', color: 'colour', sz: 'size', rFonts: 'font' },
  ...{ highlight: 'highlight', vertAlign: 'raised or lowered', caps: 'capitals', lang: 'language', trHeight: 'height' },
  ...{ tblW: 'width', tcW: 'width', gridSpan: 'merged columns', vMerge: 'merged rows', tblHeader: 'repeated header' },
  ...{ pgSz: 'page size', pgMar: 'margins', cols: 'columns', type: 'kind of break', keepNext: 'kept with next' },
};

/** What a change concerns, in words. */
export function changeWords({ set, gone }: PropertyChange): string {
  const names = [...new Set([...set.keys(), ...gone].map((name) => WORDS[name] ?? name))];
  return names.filter((name) => !['bCs', 'iCs', 'szCs', 'rtl', 'cs'].includes(name)).join(', ');
}
