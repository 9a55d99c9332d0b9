// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references of forms are written like this
import { describe, expect, it } from 'vitest';
import { writeXlsx } from '../../../../src/files/xlsx-write.ts';
import { readXlsForm } from '../../../../src/sources/xlsform/read-xlsform.ts';

type Rows = readonly (readonly string[])[];

const SETTINGS: Rows = [
  ['form_title', 'form_id'],
  ['A form', 'a-form'],
];
const YES_NO: Rows = [
  ['list_name', 'name', 'label'],
  ['yes_no', 'yes', 'Yes'],
  ['yes_no', 'no', 'No'],
];

async function findingsOf(survey: Rows, choices: Rows = YES_NO, settings: Rows = SETTINGS): Promise<readonly string[]> {
  const sheets = [
    { name: 'survey', rows: survey },
    { name: 'choices', rows: choices },
    { name: 'settings', rows: settings },
  ];
  const { findings } = await readXlsForm(writeXlsx(sheets), 'form.xlsx');
  return findings.map(({ check, place }) => `${check} ${place.line}:${place.column}`);
}

const HEAD = ['type', 'name', 'label', 'relevant', 'constraint', 'calculation', 'required'];

/** Forms that survey programs take, or refuse without saying where; each with what is wrong and where. */
const BROKEN: readonly (readonly [what: string, survey: Rows, found: string])[] = [
  [
    'a misspelled column',
    [
      ['type', 'name', 'label', 'relevent'],
      ['text', 'a', 'A', '1'],
    ],
    'forms/unknown-column 1:4',
  ],
  ['an unknown type', [HEAD, ['textt', 'a', 'A']], 'forms/unknown-type 2:1'],
  ['no type', [HEAD, ['', 'a', 'A']], 'forms/unknown-type 2:1'],
  ['a name with a space', [HEAD, ['text', 'a b', 'A']], 'forms/name 2:2'],
  ['no name', [HEAD, ['text', '', 'A']], 'forms/name 2:2'],
  ['the same name twice', [HEAD, ['text', 'a', 'A'], ['text', 'a', 'B']], 'forms/duplicate-name 3:2'],
  ['a group that never ends', [HEAD, ['begin_group', 'g', 'G'], ['text', 'a', 'A']], 'forms/group-not-closed 2:1'],
  ['an end without begin', [HEAD, ['text', 'a', 'A'], ['end_repeat', '']], 'forms/group-not-closed 3:1'],
  ['a list that is not there', [HEAD, ['select_one yesno', 'a', 'A']], 'forms/no-list 2:1'],
  ['a select without list', [HEAD, ['select_one', 'a', 'A']], 'forms/no-list 2:1'],
  ['an empty label', [HEAD, ['text', 'a', '']], 'forms/empty-label 2:2'],
  ['a calculation without one', [HEAD, ['calculate', 'a', '']], 'forms/no-calculation 2:1'],
  ['a required note', [HEAD, ['note', 'a', 'A', '', '', '', 'yes']], 'forms/required-note 2:7'],
  ['a constraint by name', [HEAD, ['integer', 'a', 'A', '', '${a} > 5']], 'forms/self-constraint 2:5'],
  ['an unknown reference', [HEAD, ['text', 'a', 'A', "${b} = 'x'"]], 'forms/unknown-reference 2:4'],
  ['an unknown reference in a label', [HEAD, ['text', 'a', 'Dear ${b}']], 'forms/unknown-reference 2:3'],
  [
    'a choice that is not in its list',
    [HEAD, ['select_one yes_no', 'a', 'A'], ['text', 'b', 'B', "${a} = 'maybe'"]],
    'forms/unknown-choice 3:4',
  ],
  [
    'a choice that is not in its list, in selected()',
    [HEAD, ['select_multiple yes_no', 'a', 'A'], ['text', 'b', 'B', "selected(${a}, 'maybe')"]],
    'forms/unknown-choice 3:4',
  ],
  ['parentheses that do not match', [HEAD, ['integer', 'a', 'A', '', '(. > 5']], 'forms/expression 2:5'],
  ['a quotation mark that is never closed', [HEAD, ['integer', 'a', 'A', '', ". > 'x"]], 'forms/expression 2:5'],
  ['two equals signs', [HEAD, ['integer', 'a', 'A', '', '. == 5']], 'forms/expression 2:5'],
  [
    'a circle of calculations',
    [HEAD, ['calculate', 'a', '', '', '', '${b}'], ['calculate', 'b', '', '', '', '${a}']],
    'forms/circular 2:6',
  ],
  ['a question shown by itself', [HEAD, ['text', 'a', 'A', "${a} != ''"]], 'forms/circular 2:4'],
  [
    'a group shown by what is in it',
    [HEAD, ['begin_group', 'g', 'G', "${a} != ''"], ['text', 'a', 'A'], ['end_group']],
    'forms/circular 3:4',
  ],
  [
    'a language without code',
    [
      ['type', 'name', 'label::French'],
      ['text', 'a', 'A'],
    ],
    'forms/language-without-code 1:1',
  ],
  [
    'a missing translation',
    [
      ['type', 'name', 'label::English (en)', 'label::French (fr)'],
      ['text', 'a', 'A', ''],
    ],
    'forms/missing-translation 2:4',
  ],
  [
    'a column that stands twice',
    [
      ['type', 'name', 'label', 'label'],
      ['text', 'a', 'A', 'B'],
    ],
    'forms/duplicate-column 1:4',
  ],
];

describe('a broken form', () => {
  it.each(BROKEN)('with %s is found out', async (_what, survey, found) => {
    expect(await findingsOf(survey)).toContain(found);
  });

  it('whose list has a choice twice is found out, unless the form allows it', async () => {
    const choices = [...YES_NO, ['yes_no', 'yes', 'Yes, again']];
    const survey = [HEAD, ['select_one yes_no', 'a', 'A']];
    expect(await findingsOf(survey, choices)).toEqual(['forms/duplicate-choice 4:2']);
    const allowed = [
      ['form_id', 'allow_choice_duplicates'],
      ['a-form', 'yes'],
    ];
    expect(await findingsOf(survey, choices, allowed)).toEqual([]);
  });

  it('with a choice that several answers cannot hold is found out', async () => {
    const choices = [
      ['list_name', 'name', 'label'],
      ['l', 'a b', 'A'],
      ['l', '', 'B'],
      ['', 'c', 'C'],
    ];
    const found = await findingsOf([HEAD, ['select_multiple l', 'a', 'A']], choices);
    expect(found).toEqual(['forms/choice-name 2:2', 'forms/choice-name 3:2', 'forms/choice-name 4:1']);
  });

  it('without an id is found out', async () => {
    expect(await findingsOf([HEAD, ['text', 'a', 'A']], YES_NO, [])).toEqual(['forms/no-form-id 1:1']);
  });
});

describe('a sound form', () => {
  it('has no findings', async () => {
    const survey = [
      HEAD,
      ['begin_group', 'g', ''],
      ['select_one yes_no', 'a', 'A'],
      ['integer', 'b', 'B for ${a}', "${a} = 'yes' and not(selected(${a}, 'no'))", '. > 0 and (. < 5)', '', 'yes'],
      ['end_group'],
      ['calculate', 'c', '', '', '', "if(${b} >= 2, 'it''s', ${a})"],
      ['note', 'd', 'Thank you', '', '', '', 'no'],
    ];
    expect(await findingsOf(survey)).toEqual([]);
  });
});

describe('a form that identifies people', () => {
  it.each([
    ['deviceid', 'd', ''],
    ['phonenumber', 'p', ''],
    ['simserial', 's', ''],
    ['username', 'u', ''],
    ['email', 'e', ''],
    ['start-geopoint', 'g', ''],
    ['geopoint', 'g', 'Where?'],
    ['text', 'email', 'How do we reach you?'],
    ['text', 'q', 'What is your e-mail address?'],
    ['text', 'q', 'Votre numéro de téléphone'],
    ['text', 'phone_number', 'How do we reach you?'],
  ])('is a finding on safeguarding: %s %s %s', async (type, name, label) => {
    expect(await findingsOf([HEAD, [type, name, label]])).toContain('safeguarding/form-asks-identity 2:1');
  });
});

describe('a file that is no form', () => {
  it('says what to do with an .xls', async () => {
    const { findings } = await readXlsForm(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'form.xls');
    expect(findings.map(({ check, hint }) => [check, hint])).toEqual([
      ['forms/unreadable', 'Open it in a spreadsheet program and save it as .xlsx.'],
    ]);
  });

  it('says which sheets it has', async () => {
    const bytes = writeXlsx([{ name: 'Tabelle1', rows: [['a']] }]);
    const { questionnaires, findings } = await readXlsForm(bytes, 'form.xlsx');
    expect(questionnaires).toEqual([]);
    expect(findings[0]?.message).toContain('"Tabelle1"');
  });

  it('is told of a sheet with nearly the right name', async () => {
    const bytes = writeXlsx([
      { name: 'survey', rows: [HEAD, ['text', 'a', 'A']] },
      { name: 'choises', rows: YES_NO },
      { name: 'settings', rows: SETTINGS },
    ]);
    const { findings } = await readXlsForm(bytes, 'form.xlsx');
    expect(findings.map(({ check }) => check)).toEqual(['forms/unknown-sheet']);
  });

  it('never ends the program', async () => {
    for (const bytes of [new Uint8Array(), Uint8Array.of(0x50, 0x4b), new TextEncoder().encode('hello')]) {
      const { questionnaires, findings } = await readXlsForm(bytes, 'form.xlsx');
      expect([questionnaires, findings.map(({ check }) => check)]).toEqual([[], ['forms/unreadable']]);
    }
  });
});
