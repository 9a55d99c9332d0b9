import { xmlAttribute, xmlText } from './xml-text.ts';
import { writeZip, type ZipPart } from './zip-write.ts';

/** A sheet to be written: its first row is the head of the table. */
export interface SheetToWrite {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  /** Rows of cells; numbers stay numbers, text is never taken for a formula. */
  readonly rows: readonly (readonly (string | number)[])[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WIDEST = 60;

/** Plain, and the bold head of a table; both wrap and are text, so that a spreadsheet program keeps codes as they are. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/**
 * Writes a workbook; the same sheets give the same bytes.
 *
 * @param sheets At least one.
 */
export function writeXlsx(sheets: readonly SheetToWrite[]): Uint8Array {
  const strings = new Map<string, number>();
  const parts = sheets.map((sheet, index) => part(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, strings)));
  return writeZip([
    part('[Content_Types].xml', contentTypes(sheets.length)),
    part('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])),
    part('xl/workbook.xml', workbook(sheets)),
    part('xl/_rels/workbook.xml.rels', workbookRelations(sheets.length)),
    ...parts,
    part('xl/sharedStrings.xml', sharedStrings([...strings.keys()])),
    part('xl/styles.xml', STYLES),
  ]);
}

/**
 * Name of a column: A, B … Z, AA.
 *
 * @param index Counts from 0.
 */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

function part(name: string, xml: string): ZipPart {
  return { name, bytes: new TextEncoder().encode(xml) };
}

function contentTypes(count: number): string {
  const overrides = [
    ['/xl/workbook.xml', `${TYPE}.sheet.main+xml`],
    ...Array.from({ length: count }, (_, index) => [`/xl/worksheets/sheet${index + 1}.xml`, `${TYPE}.worksheet+xml`]),
    ['/xl/sharedStrings.xml', `${TYPE}.sharedStrings+xml`],
    ['/xl/styles.xml', `${TYPE}.styles+xml`],
  ].map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`);
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

function workbookRelations(count: number): string {
  const sheets = Array.from(
    { length: count },
    (_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const,
  );
  return relations([...sheets, ['sharedStrings', 'sharedStrings.xml'], ['styles', 'styles.xml']]);
}

function workbook(sheets: readonly SheetToWrite[]): string {
  const all = sheets.map(
    ({ name }, index) => `<sheet name="${xmlAttribute(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${all.join('')}</sheets></workbook>`;
}

function sheetXml({ rows }: SheetToWrite, strings: Map<string, number>): string {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const lines = rows.map((row, index) => {
    const cells = row.map((value, column) => cell(value, `${columnName(column)}${index + 1}`, index, strings));
    return `<row r="${index + 1}">${cells.join('')}</row>`;
  });
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  return `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="A1:${columnName(width - 1)}${Math.max(1, rows.length)}"/><sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews>${columns(rows, width)}<sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function columns(rows: readonly (readonly (string | number)[])[], width: number): string {
  const widths = Array.from({ length: width }, (_, column) =>
    rows.reduce((most, row) => Math.max(most, Math.min(WIDEST, String(row[column] ?? '').length + 2)), 8),
  );
  const all = widths.map(
    (value, index) => `<col min="${index + 1}" max="${index + 1}" width="${value}" customWidth="1"/>`,
  );
  return `<cols>${all.join('')}</cols>`;
}

function cell(value: string | number, ref: string, row: number, strings: Map<string, number>): string {
  if (value === '') return '';
  if (typeof value === 'number') return Number.isFinite(value) ? `<c r="${ref}"><v>${value}</v></c>` : '';
  const index = strings.get(value) ?? strings.size;
  strings.set(value, index);
  return `<c r="${ref}" s="${row === 0 ? 1 : 2}" t="s"><v>${index}</v></c>`;
}

function sharedStrings(strings: readonly string[]): string {
  // Spreadsheet programs read `_x000D_` as a character; a text that looks like it says so.
  const all = strings.map((text) => {
    const kept = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_');
    return `<si><t xml:space="preserve">${xmlText(kept)}</t></si>`;
  });
  return `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${strings.length}">${all.join('')}</sst>`;
}
