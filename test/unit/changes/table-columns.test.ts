import { describe, expect, test } from 'vitest';
import { compareDocuments } from '../../../src/changes/compare-documents.ts';
import { acceptAll, rejectAll } from '../../../src/changes/mark-up/accept-reject.ts';
import { markUp } from '../../../src/changes/mark-up/mark-up.ts';
import { toMarkdown } from '../../../src/formats/md.ts';
import { changeLog } from '../../../src/reports/change-log.ts';
import { compare, kinds, marked, read, wordsOf } from './documents.ts';

const STAGE = { id: 'zero', title: 'Zero draft' };
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  boat: ['Boat', 'Trawler', 'Ferry', 'Dinghy', 'Barge'],
  owner: ['Owner', 'Cooperative', 'State', 'Private persons', 'Companies'],
  fee: ['Fee', '100', '250', '10', '300'],
  fees: ['Fee', '100', '280', '10', '300'],
  paid: ['Price', '100', '250', '10', '300'],
  due: ['Due', 'March', 'April', 'May', 'June'],
};

function table(...names: readonly string[]): string {
  const [head = '', ...body] = Array.from(
    { length: 5 },
    (_, row) => `| ${names.map((name) => COLUMNS[name]?.[row]).join(' | ')} |`,
  );
  return [head, `|${' --- |'.repeat(names.length)}`, ...body].join('\n');
}

/** Kinds and flags of all changes, the columns that are told, and what the marked-up version gives back. */
function told(from: string, to: string) {
  const [earlier, later] = [read(from), read(to)];
  const log = compareDocuments(earlier, later, { from: STAGE, to: STAGE });
  const both = markUp(earlier, later, log);
  expect(wordsOf(acceptAll(both))).toEqual(wordsOf(later));
  expect(wordsOf(rejectAll(both))).toEqual(wordsOf(earlier));
  return {
    kinds: kinds(log),
    flags: log.changes[0]?.flags.filter((flag) => flag.startsWith('column')),
    columns: log.changes[0]?.columns?.map(
      ({ kind, title, from: x, to: y }) => `${kind} ${title} ${x ?? '-'}>${y ?? '-'}`,
    ),
    severity: log.changes[0]?.severity,
    log,
  };
}

describe('a table', () => {
  test('with a new column has one change, which tells what the column says', () => {
    const { log, ...rest } = told(table('boat', 'fee', 'due'), table('boat', 'owner', 'fee', 'due'));
    expect(rest).toEqual({
      kinds: ['edited(0>0)'],
      flags: ['column-added'],
      columns: ['added Owner ->2'],
      severity: 'substantive',
    });
    expect(log.changes[0]?.columns?.[0]?.cells).toEqual(COLUMNS.owner?.slice(1));
    const text = toMarkdown(changeLog.build({ log, meta: read('').meta }, { reasons: false }).document);
    expect(text).toContain('Column added: Owner — <ins>');
  });

  test('without a column it had has one change', () => {
    const { log: _log, ...rest } = told(table('boat', 'owner', 'fee', 'due'), table('boat', 'fee', 'due'));
    expect(rest).toEqual({
      kinds: ['edited(0>0)'],
      flags: ['column-deleted'],
      columns: ['deleted Owner 2>-'],
      severity: 'substantive',
    });
  });

  test('whose columns changed places has one editorial change', () => {
    const { log: _log, ...rest } = told(table('boat', 'owner', 'fee', 'due'), table('owner', 'fee', 'due', 'boat'));
    expect(rest).toEqual({
      kinds: ['edited(0>0)'],
      flags: ['column-moved'],
      columns: ['moved Boat 1>4'],
      severity: 'editorial',
    });
  });

  test('tells cells that changed beside a new column, and only them', () => {
    const { log, ...rest } = told(table('boat', 'fee', 'due'), table('boat', 'owner', 'fees', 'due'));
    expect(rest.kinds).toEqual(['edited(0>0)', 'edited(2>2)']);
    expect(marked(log.changes[2])).toBe('Ferry | [-250-]{+280+} | April');
    expect(log.changes[2]?.flags).toEqual(['table', 'number']);
  });

  test('knows a column under another title by its cells', () => {
    const { log: _log, ...rest } = told(table('boat', 'owner', 'fee', 'due'), table('paid', 'boat', 'owner', 'due'));
    expect(rest.columns).toEqual(['moved Price 3>1']);
  });

  test('with other words in its heading alone has no column that came or went', () => {
    expect(told(table('boat', 'fee'), table('boat', 'paid')).columns).toBeUndefined();
  });

  test('that has nothing in common with another is not told by columns', () => {
    expect(compare(table('boat', 'fee'), table('owner', 'due')).changes.flatMap(({ columns = [] }) => columns)).toEqual(
      [],
    );
  });

  test('wider than any page is compared row by row', () => {
    const wide = (columns: number) => {
      const row = (cell: (column: number) => string) =>
        `|${Array.from({ length: columns }, (_, at) => cell(at)).join('|')}|`;
      return [row((at) => `Year ${at}`), row(() => '-'), row((at) => String(at))].join('\n');
    };
    expect(told(wide(40), wide(41)).columns).toEqual(['added Year 40 ->41']);
    expect(told(wide(400), wide(401)).columns).toBeUndefined();
  });
});
