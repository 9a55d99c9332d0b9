import { describe, expect, it } from 'vitest';
import { parseBounds, printBounds } from '../../../../src/text/forms/bounds.ts';
import { orderedColumns, standardColumn } from '../../../../src/text/forms/columns.ts';
import { columnLanguage, languageColumn } from '../../../../src/text/forms/languages.ts';
import { parseRowType, printRowType } from '../../../../src/text/forms/row-types.ts';

describe('columns', () => {
  it.each([
    ['LABEL::English (en)', 'label::English (en)'],
    ['label:fr', 'label::fr'],
    ['media::audio::French (fr)', 'audio::French (fr)'],
    ['relevance', 'relevant'],
    ['bind:jr:constraintMsg', 'constraint_message'],
    ['Read Only', 'read_only'],
    ['bind::saveIncomplete', 'bind::saveIncomplete'],
    ['my own column', 'my own column'],
  ])('%s is %s', (heading, column) => {
    expect(standardColumn(heading, 'survey')).toBe(column);
  });

  it('stand in the order everybody knows', () => {
    const columns = ['zone', 'label::French (fr)', 'name', 'label::English (en)', 'type', 'hint::English (en)'];
    expect(orderedColumns(columns, 'survey', ['English (en)', 'French (fr)'])).toEqual([
      'type',
      'name',
      'label::English (en)',
      'label::French (fr)',
      'hint::English (en)',
      'zone',
    ]);
  });
});

describe('types', () => {
  it.each([
    ['select one from sexes or specify other', 'select_one sexes or_other'],
    ['select all that apply from list', 'select_multiple list'],
    ['Select_One yes_no', 'select_one yes_no'],
    ['select_one_from_file places.csv', 'select_one_from_file places.csv'],
    ['begin group', 'begin_group'],
    ['BEGIN REPEAT', 'begin_repeat'],
    ['begin loop over rooms', 'begin_loop over rooms'],
    ['phone number', 'phonenumber'],
    ['datetime', 'dateTime'],
    ['int', 'integer'],
    ['something else', 'something else'],
  ])('%s is %s', (cell, type) => {
    expect(printRowType(parseRowType(cell))).toBe(type);
  });
});

describe('languages', () => {
  it.each([
    ['English (en)', 'en', true],
    ['fr', 'fr', true],
    ['English', 'en', false],
    ['Tigirigna', 'ti', false],
    ['Oromiffa', 'om', false],
    ['Klingon', 'und', false],
  ])('%s is %s', (name, code, coded) => {
    expect(columnLanguage(name)).toEqual({ code, coded });
  });

  it('are written with their code', () => {
    expect([languageColumn('fr'), languageColumn('zh-Hans'), languageColumn('xx')]).toEqual([
      'French (fr)',
      'Chinese (zh-Hans)',
      'xx (xx)',
    ]);
  });
});

describe('bounds', () => {
  it('are read where a constraint says nothing else', () => {
    expect(parseBounds('. >= 0 and .<=130')).toEqual({ min: 0, max: 130 });
    expect(parseBounds('. <= 5')).toEqual({ max: 5 });
    expect(parseBounds('. > 5')).toBeUndefined();
    expect(parseBounds('. >= 1 and . >= 2')).toBeUndefined();
    expect(printBounds({ min: -1, max: 2.5 })).toBe('. >= -1 and . <= 2.5');
  });
});
