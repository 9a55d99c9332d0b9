import type { FieldGroup, FormField } from '../../model/document.ts';
import { type AnyNode, wordsOf } from '../tree.ts';
import { type DocxContext, nextId } from './context.ts';
import { blockPieces, insideOf, paragraph } from './paragraphs.ts';
import { fixedPiece, type Piece, textPiece } from './runs.ts';
import { pageOf, spacer } from './standing.ts';
import { element, value } from './xml.ts';

/** What is asked, with what explains it. */
export function fieldGroup(node: FieldGroup, context: DocxContext): string {
  return context.blocks(node.children as AnyNode[], insideOf(node as AnyNode, context));
}

/** A field as controls that Word lets readers fill in; each carries its name, and a bookmark that survives other programs. */
export function formField(node: FormField, context: DocxContext): string {
  const inner = insideOf(node as AnyNode, context);
  const required = node.required === true ? ` (${context.words.required})` : '';
  const label = [
    ...blockPieces(node as AnyNode, { bold: true }, inner),
    ...(required === '' ? [] : [textPiece(required, {}, inner)]),
  ];
  const title =
    wordsOf(node as AnyNode)
      .trim()
      .slice(0, 60) || node.name;
  const line = (pieces: readonly Piece[], style = 'FormField') =>
    paragraph({ type: 'paragraph' }, { style, pieces }, inner);
  const head = node.named === true && node.kind !== 'check' ? '' : line(label, 'FormLabel');
  switch (node.kind) {
    case 'check':
      return line([checkBox(node.name, { title }, inner), textPiece(' ', {}, inner), ...label]);
    case 'choice':
    case 'choices':
      if (node.kind === 'choice' && (node.choices ?? []).length > MOST_BOXES)
        return head + line([listControl(node, title, inner)]);
      return (
        head +
        (node.choices ?? [])
          .map((choice) =>
            line([
              checkBox(`${node.name}=${choice.value}`, { title: choice.label }, inner),
              textPiece(` ${choice.label}`, {}, inner),
            ]),
          )
          .join('')
      );
    case 'matrix':
      return head + matrix(node, inner);
    default:
      return head + line([textControl(node, title, inner)]);
  }
}

/** Of more answers than these one is taken from a list that drops down. */
const MOST_BOXES = 5;
const PROMPT = `<w:r><w:rPr>${value('w:rStyle', 'PlaceholderText')}</w:rPr><w:t>…………………………</w:t></w:r>`;

function listControl(node: FormField, title: string, context: DocxContext): Piece {
  const seen = new Set<string>();
  const items = (node.choices ?? []).flatMap(({ value: own, label }) => {
    // Word refuses a list that says the same twice.
    if (seen.has(own) || seen.has(`\u0000${label}`)) return [];
    seen.add(own).add(`\u0000${label}`);
    return [element('w:listItem', { 'w:displayText': label, 'w:value': own })];
  });
  const kind = `<w:showingPlcHdr/>${element('w:dropDownList', {}, ...items)}`;
  return {
    ...fixedPiece('', {}, context),
    run: () => control(node.name, { title, kind, content: PROMPT }, context),
  };
}

function control(
  name: string,
  { title, kind, content }: { title: string; kind: string; content: string },
  context: DocxContext,
): string {
  const id = nextId(context);
  const properties = element(
    'w:sdtPr',
    {},
    value('w:alias', title),
    value('w:tag', name.slice(0, 64)),
    value('w:id', id),
    kind,
  );
  const bookmark = `f_${name.replace(/[^A-Za-z0-9]/gu, '_')}`.slice(0, 40);
  const number = nextId(context);
  const mark = (inner: string) =>
    `${element('w:bookmarkStart', { 'w:id': number, 'w:name': bookmark })}${inner}${element('w:bookmarkEnd', { 'w:id': number })}`;
  return mark(element('w:sdt', {}, properties, element('w:sdtContent', {}, content)));
}

function checkBox(name: string, { title }: { title: string }, context: DocxContext): Piece {
  const kind = element(
    'w14:checkbox',
    {},
    element('w14:checked', { 'w14:val': 0 }),
    element('w14:checkedState', { 'w14:val': '2612', 'w14:font': 'MS Gothic' }),
    element('w14:uncheckedState', { 'w14:val': '2610', 'w14:font': 'MS Gothic' }),
  );
  const content = `<w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/></w:rPr><w:t>☐</w:t></w:r>`;
  return { ...fixedPiece('', {}, context), run: () => control(name, { title, kind, content }, context) };
}

function textControl(node: FormField, title: string, context: DocxContext): Piece {
  const kind =
    node.kind === 'date'
      ? element('w:date', {}, value('w:dateFormat', 'yyyy-MM-dd'))
      : element('w:text', { 'w:multiLine': node.kind === 'paragraph' ? 1 : undefined });
  return {
    ...fixedPiece('', {}, context),
    run: () => control(node.name, { title, kind: `<w:showingPlcHdr/>${kind}`, content: PROMPT }, context),
  };
}

/** A row of boxes for each line of a matrix. */
function matrix(node: FormField, context: DocxContext): string {
  const [rows, choices] = [node.rows ?? [], node.choices ?? []];
  const width = Math.floor(pageOf(context.meta).room / (choices.length + 2));
  const cell = (pieces: readonly Piece[], share: number, style = 'TableText') =>
    element(
      'w:tc',
      {},
      element('w:tcPr', {}, element('w:tcW', { 'w:w': width * share, 'w:type': 'dxa' })),
      paragraph({ type: 'paragraph' }, { style, pieces }, context),
    );
  const grid = element(
    'w:tblGrid',
    {},
    element('w:gridCol', { 'w:w': width * 2 }),
    ...choices.map(() => element('w:gridCol', { 'w:w': width })),
  );
  const head = element(
    'w:tr',
    {},
    '<w:trPr><w:tblHeader/></w:trPr>',
    cell([], 2, 'TableHead'),
    ...choices.map(({ label }) => cell([textPiece(label, {}, context)], 1, 'TableHead')),
  );
  const body = rows.map((row) =>
    element(
      'w:tr',
      {},
      cell([textPiece(row.label, {}, context)], 2),
      ...choices.map((choice) =>
        cell(
          [checkBox(`${node.name}.${row.value}=${choice.value}`, { title: `${row.label}: ${choice.label}` }, context)],
          1,
        ),
      ),
    ),
  );
  const properties = element(
    'w:tblPr',
    {},
    value('w:tblStyle', 'TextTable'),
    element('w:tblW', { 'w:w': width * (choices.length + 2), 'w:type': 'dxa' }),
    '<w:tblLayout w:type="fixed"/>',
    element('w:tblLook', { 'w:val': '0420', 'w:firstRow': 1 }),
  );
  return `${element('w:tbl', {}, properties, grid, head, ...body)}${spacer({})}`;
}
