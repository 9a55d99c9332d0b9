// biome-ignore-all lint/suspicious/noTemplateCurlyInString: survey forms refer to questions in this way
import { describe, expect, it } from 'vitest';
import type { QuestionType } from '../../../../src/model/questionnaire.ts';
import {
  conditionToXPath,
  parseCondition,
  printCondition,
  questionsIn,
  xpathToCondition,
} from '../../../../src/text/questionnaire/condition.ts';

const TYPES: Readonly<Record<string, QuestionType>> = { q1: 'yes-no', q3: 'several-of', q4: 'number', d: 'date' };
const typeOf = (id: string) => TYPES[id];

function parsed(text: string) {
  const { condition, error } = parseCondition(text);
  if (condition === undefined) throw new Error(error);
  return condition;
}

const toXPath = (text: string) => conditionToXPath(parsed(text), (id) => `\${${id}}`, typeOf);

describe('parseCondition', () => {
  it('reads the weakest word last', () => {
    expect(parsed('a = 1 or not b answered and c != x')).toEqual({
      kind: 'or',
      conditions: [
        { kind: 'compare', question: 'a', operator: '=', value: '1' },
        {
          kind: 'and',
          conditions: [
            { kind: 'not', condition: { kind: 'answered', question: 'b' } },
            { kind: 'compare', question: 'c', operator: '!=', value: 'x' },
          ],
        },
      ],
    });
  });

  it('takes values in quotes for what they are', () => {
    expect(parsed('q1 = "not at \\"all\\""')).toMatchObject({ value: 'not at "all"' });
    expect(parsed('q3 not includes "other"')).toMatchObject({ kind: 'not', condition: { kind: 'includes' } });
  });

  it.each([
    ['', 'There is no condition.', 0],
    ['q1', 'After "q1" there must be =, !=, <, <=, >, >=, "includes" or "answered".', 2],
    ['q1 = ', 'After "=" there must be the code of a choice, or a number.', 5],
    ['q1 = a b = c', '"b" stands where "and", "or" or the end was expected.', 7],
    ['(q1 = a', 'A parenthesis is opened but never closed.', 0],
    ['q1 = a)', 'This parenthesis was never opened.', 6],
    ['q1 = "a', 'A quotation mark is opened but never closed.', 5],
    ['xpath(count(a)', 'The parenthesis of xpath( is never closed.', 0],
    ['= a', '"=" stands where the id of a question was expected.', 0],
    ['and', 'After "and" there must be =, !=, <, <=, >, >=, "includes" or "answered".', 3],
    [
      'q1 = a & b',
      '"&" means nothing in a condition; put values that are more than one word between quotation marks.',
      7,
    ],
  ])('says what is wrong with %j', (text, error, at) => {
    expect(parseCondition(text)).toEqual({ error, at });
  });

  it('refuses a thousand parentheses without running out of stack', () => {
    expect(parseCondition('('.repeat(100_000)).error).toBe('Too many parentheses stand inside each other.');
    expect(parseCondition('not '.repeat(100_000)).error).toBe('Too many parentheses stand inside each other.');
  });

  it('names the questions', () => {
    expect(questionsIn(parsed('a = 1 and (b answered or not a includes x) and xpath(count(${r}) > 1)'))).toEqual([
      'a',
      'b',
      'r',
    ]);
  });
});

describe('conditionToXPath', () => {
  it.each([
    ['q1 = yes', "${q1} = 'yes'"],
    ['q3 includes other', "selected(${q3}, 'other')"],
    ['q3 = other', "selected(${q3}, 'other')"],
    ['q3 != other', "not(selected(${q3}, 'other'))"],
    ['q4 >= 3 and (q1 = no or q4 = 0)', "${q4} >= 3 and (${q1} = 'no' or ${q4} = 0)"],
    ['d > 2022-01-31', "${d} > date('2022-01-31')"],
    ['not q5 answered', "not(${q5} != '')"],
    ['q1 = "it\'s"', '${q1} = "it\'s"'],
    ['q1 = "a\'b\\"c"', `\${q1} = concat('a', "'", 'b"c')`],
    ['q1 = yes and xpath(count(${r}) > 1 or true())', "${q1} = 'yes' and (count(${r}) > 1 or true())"],
  ])('writes %s', (text, xpath) => {
    expect(toXPath(text)).toBe(xpath);
  });
});

describe('xpathToCondition', () => {
  it.each([
    ["selected(${q3}, 'other')", 'q3 includes other'],
    ["selected(${q1}, 'yes')", 'q1 = yes'],
    ["${q1}='yes' and not( ${q5} != '' )", 'q1 = yes and not q5 answered'],
    ["${q5} = ''", 'not q5 answered'],
    ["3 < ${q4} or (${d} >= date('2022-01-31'))", 'q4 > 3 or d >= 2022-01-31'],
    ['${q1} = "not sure"', 'q1 = "not sure"'],
    ["${q3} = 'other'", "xpath(${q3} = 'other')"],
    ['count-selected(${q3}) > 1', 'xpath(count-selected(${q3}) > 1)'],
    ["${q1} = 'a' and ${q1} = ${q2}", "xpath(${q1} = 'a' and ${q1} = ${q2})"],
    ["( foo selected(${q3},'b')", "xpath(( foo selected(${q3},'b'))"],
    ["not(foo) and selected(${q3},'b')", "xpath(not(foo) and selected(${q3},'b'))"],
    ['string-length(.) > 0', 'xpath(string-length(.) > 0)'],
  ])('reads %s', (xpath, text) => {
    expect(printCondition(xpathToCondition(xpath, typeOf))).toBe(text);
  });
});
