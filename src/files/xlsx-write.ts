import { rowHeight } from './xlsx-height.ts';
import { xmlAttribute, xmlText } from './xml-text.ts';
import { writeZip, type ZipPart } from './zip-write.ts';

/** A sheet to be written: its first row is the head of the table. */
export interface SheetToWrite {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  /** Rows of cells; numbers stay numbers, text is never taken for a formula. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** How its columns are shown and filled in, in order; by the length of their cells where absent. */
  readonly columns?: readonly SheetColumn[];
  /** Puts filters on its head, and prints it across. */
  readonly filter?: boolean;
  /** Whether its columns run from right to left. */
  readonly toLeft?: boolean;
}

/** A column of a sheet. */
export interface SheetColumn {
  /** In characters. */
  readonly width: number;
  readonly hidden?: boolean;
  /** Set apart by the colour of its head. */
  readonly marked?: boolean;
  /** Words to choose from; at most 255 characters with the commas between them, else there is no choice. */
  readonly choices?: readonly string[];
  /** What is said to whoever would write into it; what is written by a program stays as it is. */
  readonly locked?: string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WIDEST = 60;

/** Plain, and the bold head of a table; both wrap and are text, so that a spreadsheet program keeps codes as they are. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF2CC"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

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

function sheetXml(sheet: SheetToWrite, strings: Map<string, number>): string {
  const { rows, filter = false } = sheet;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const names = Array.from({ length: width }, (_, column) => columnName(column));
  const marked = (sheet.columns ?? []).map((column) => column.marked === true);
  const widths = widthsOf(sheet, width);
  const shown = widths.map((value, column) => (sheet.columns?.[column]?.hidden === true ? 0 : value));
  const lines = rows.map((row, index) => {
    const style = (column: number) => (index > 0 ? 2 : marked[column] === true ? 3 : 1);
    const cells = row.map((value, column) => cell(value, `${names[column]}${index + 1}`, style(column), strings));
    return `<row r="${index + 1}"${index === 0 ? '' : rowHeight(row, shown)}>${cells.join('')}</row>`;
  });
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const area = `A1:${columnName(width - 1)}${Math.max(1, rows.length)}`;
  const fit = filter ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '';
  const head = `${fit}<dimension ref="${area}"/><sheetViews><sheetView${sheet.toLeft === true ? ' rightToLeft="1"' : ''} workbookViewId="0">${frozen}</sheetView></sheetViews>${columns(sheet, widths)}`;
  const filters = filter && rows.length > 1 ? `<autoFilter ref="${area}"/>` : '';
  const printed = filter ? '<pageSetup orientation="landscape" fitToHeight="0"/>' : '';
  return `${HEAD}<worksheet xmlns="${MAIN}">${head}<sheetData>${lines.join('')}</sheetData>${filters}${validations(sheet)}${printed}</worksheet>`;
}

function widthsOf({ rows, columns: given }: SheetToWrite, width: number): readonly number[] {
  return Array.from({ length: width }, (_, column) => given?.[column]?.width ?? measured(rows, column));
}

function columns({ columns: given }: SheetToWrite, widths: readonly number[]): string {
  const all = widths.map((value, index) => {
    const hidden = given?.[index]?.hidden === true ? ' hidden="1"' : '';
    return `<col min="${index + 1}" max="${index + 1}" width="${value}"${hidden} customWidth="1"/>`;
  });
  return `<cols>${all.join('')}</cols>`;
}

function measured(rows: SheetToWrite['rows'], column: number): number {
  return rows.reduce((most, row) => Math.max(most, Math.min(WIDEST, String(row[column] ?? '').length + 2)), 8);
}

/** Longest list of choices that the format takes. */
const LONGEST_LIST = 255;

/** A sheet that is protected can't be sorted; a rule that nothing fits keeps people from writing all the same. */
function validations({ rows, columns: given = [] }: SheetToWrite): string {
  const rules = given.flatMap(({ choices, locked }, column) => {
    const area = `${columnName(column)}2:${columnName(column)}${Math.max(2, rows.length)}`;
    if (locked !== undefined) {
      return [
        `<dataValidation type="custom" allowBlank="0" showErrorMessage="1" error="${xmlAttribute(locked.slice(0, 225))}" sqref="${area}"><formula1>FALSE</formula1></dataValidation>`,
      ];
    }
    const list = choices?.join(',') ?? '';
    if (list === '' || list.length > LONGEST_LIST) return [];
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${area}"><formula1>"${xmlText(list)}"</formula1></dataValidation>`,
    ];
  });
  return rules.length === 0 ? '' : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
}

function cell(value: string | number, ref: string, style: number, strings: Map<string, number>): string {
  if (value === '') return '';
  if (typeof value === 'number') return Number.isFinite(value) ? `<c r="${ref}"><v>${value}</v></c>` : '';
  const index = strings.get(value) ?? strings.size;
  strings.set(value, index);
  return `<c r="${ref}" s="${style}" t="s"><v>${index}</v></c>`;
}

function sharedStrings(strings: readonly string[]): string {
  // Spreadsheet programs read `_x000D_` as a character; a text that looks like it says so.
  const all = strings.map((text) => {
    const kept = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_');
    return `<si><t xml:space="preserve">${xmlText(kept)}</t></si>`;
  });
  return `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${strings.length}">${all.join('')}</sst>`;
}
