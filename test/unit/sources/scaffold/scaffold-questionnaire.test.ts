import { describe, expect, it } from 'vitest';
import { gridDimensions, type QuestionnaireChoices } from '../../../../src/sources/scaffold/questionnaire-choices.ts';
import { QUESTIONNAIRE_TEMPLATES, templateFor } from '../../../../src/sources/scaffold/questionnaire-templates.ts';
import { scaffoldQuestionnaire } from '../../../../src/sources/scaffold/scaffold-questionnaire.ts';
import { parseCondition, questionsIn } from '../../../../src/text/questionnaire/condition.ts';
import { longestDuration, minutesOfPart, plannedMinutes } from '../../../../src/text/questionnaire/minutes.ts';
import { CHOICES, GRID_PROCESS, PIECES, SECTIONS } from './pieces.ts';

const make = (choices: Partial<QuestionnaireChoices>, process = GRID_PROCESS) =>
  scaffoldQuestionnaire({ pieces: PIECES, process, choices: { ...CHOICES, ...choices } });
const one = (choices: Partial<QuestionnaireChoices>, process = GRID_PROCESS) => {
  const [made] = make(choices, process);
  if (made?.questionnaire === undefined) throw new Error('Nothing was made.');
  return { ...made, questionnaire: made.questionnaire };
};

const ALL = QUESTIONNAIRE_TEMPLATES.flatMap(({ id, settings, ageBands = [undefined] }) =>
  settings.flatMap((setting) =>
    ageBands.flatMap((ageBand) =>
      [true, false].map((first) => ({
        template: id,
        setting,
        first,
        round: first ? 'first' : 'second',
        sections: first ? [] : SECTIONS,
        group: id,
        ...(ageBand !== undefined && { ageBand }),
      })),
    ),
  ),
);

describe('every combination of template, setting, round and age band', () => {
  it.each(ALL)('$template, $setting, $round, $ageBand: is a sound questionnaire in every language', (choices) => {
    const made = make({ ...choices, languages: ['en', 'fr', 'es'] });
    const [source] = made;
    for (const { findings, markdown, untranslated, questionnaire } of made) {
      expect(findings).toEqual([]);
      expect(untranslated).toEqual([]);
      expect(markdown).not.toMatch(/\{\{|\}\}\s|undefined|\n{3}/u);
      expect(questionnaire?.questions.map(({ id }) => id)).toEqual(
        source?.questionnaire?.questions.map(({ id }) => id),
      );
      expect(questionnaire?.questions.map(({ tags, minutes, shownIf }) => [tags, minutes, shownIf])).toEqual(
        source?.questionnaire?.questions.map(({ tags, minutes, shownIf }) => [tags, minutes, shownIf]),
      );
      const { parts = [] } = questionnaire ?? {};
      expect(parts.map(({ minutes }) => minutes)).toEqual(source?.questionnaire?.parts.map(({ minutes }) => minutes));
    }
  });

  it.each(ALL)(
    '$template, $setting, $round, $ageBand: asks only what can be shown, of everybody who reads it',
    (choices) => {
      const { questionnaire } = one(choices);
      const ids = questionnaire.questions.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      questionnaire.questions.forEach(({ shownIf }, index) => {
        if (shownIf === undefined) return;
        const reading = parseCondition(shownIf);
        if (reading.condition === undefined) throw new Error(shownIf);
        for (const asked of questionsIn(reading.condition)) expect(ids.slice(0, index)).toContain(asked);
      });
      for (const { type, choices: answers, id } of questionnaire.questions) {
        if (['one-of', 'several-of', 'matrix'].includes(type)) expect([id, answers.length > 1]).toEqual([id, true]);
      }
      for (const key of [
        'purpose',
        'how-inputs-are-used',
        'who-sees-the-data',
        'right-to-withdraw',
        'consent',
      ] as const) {
        expect(questionnaire.frontMatter[key]).toMatch(/\.$/u);
      }
    },
  );
});

describe('the grid of the first round', () => {
  it('has gaps, good practices and recommendations for each pillar, inside and outside', () => {
    const { questionnaire } = one({});
    const tagsOf = (id: string) => questionnaire.questions.find((question) => question.id === id)?.tags;
    for (const pillar of ['development', 'human-rights', 'peace-and-security']) {
      expect(tagsOf(`gap-${pillar}`)).toEqual(['gap', `pillar/${pillar}`]);
      expect(tagsOf(`good-${pillar}`)).toEqual(['good-practice', `pillar/${pillar}`]);
      expect(tagsOf(`rec-${pillar}-internal`)).toEqual(['recommendation', `pillar/${pillar}`, 'side/internal']);
      expect(tagsOf(`rec-${pillar}-external`)).toEqual(['recommendation', `pillar/${pillar}`, 'side/external']);
    }
    expect(questionnaire.questions.find(({ id }) => id === 'gap-human-rights')?.text).toBe(
      "Where does work on human rights leave out children's rights?",
    );
    expect(questionnaire.questions.find(({ id }) => id === 'widest-gap')).toMatchObject({
      type: 'matrix',
      choices: [{ code: 'national' }, { code: 'international' }],
      rows: [{ code: 'development' }, { code: 'human-rights' }, { code: 'peace-and-security' }],
    });
  });

  it('keeps to the pillars and levels that were chosen', () => {
    const { questionnaire, markdown } = one({ pillars: ['human-rights'], levels: ['national'] });
    expect(questionnaire.questions.map(({ id }) => id)).not.toContain('areas');
    expect(questionnaire.questions.filter(({ id }) => id.startsWith('gap-')).map(({ id }) => id)).toEqual([
      'gap-human-rights',
    ]);
    expect(markdown).not.toContain('international');
  });

  it('is sound for a process without a codebook, and for one with other dimensions', () => {
    const { codebook: _, ...bare } = GRID_PROCESS;
    expect(one({}, bare).questionnaire.questions.map(({ id }) => id)).toContain('gap');
    const chapters = {
      chapter: {
        title: 'Chapter',
        values: [
          { id: 'water', title: 'Water' },
          { id: 'EU', title: 'EU law' },
        ],
      },
    };
    const { questionnaire } = one({}, { ...GRID_PROCESS, codebook: chapters });
    expect(questionnaire.questions.map(({ text }) => text)).toContain(
      "Where does work on EU law leave out children's rights?",
    );
    expect(questionnaire.questions.find(({ id }) => id === 'rec-water')?.tags).toEqual([
      'recommendation',
      'chapter/water',
    ]);
  });

  it('takes the dimension that was asked for', () => {
    expect(gridDimensions(GRID_PROCESS)).toEqual({ pillar: 'pillar', level: 'addresses', side: 'side' });
    expect(gridDimensions(GRID_PROCESS, 'side')).toEqual({ pillar: 'side', level: 'addresses' });
    expect(gridDimensions({ ...GRID_PROCESS, codebook: {} })).toEqual({});
  });
});

describe('choices', () => {
  const values = [
    { id: 'participation', title: 'Participation' },
    { id: 'other', title: 'Other' },
  ];
  const process = { ...GRID_PROCESS, codebook: { theme: { title: 'Theme', values } } };

  it.each(ALL)(
    'of $template, $setting, $round, $ageBand have a code each, also where the codebook has "other"',
    (choices) => {
      const { questionnaire } = one({ ...choices, by: 'theme' }, process);
      for (const { id, choices: listed } of questionnaire.questions) {
        const codes = listed.map(({ code }) => code);
        expect(new Set(codes).size, id).toBe(codes.length);
      }
    },
  );
});

describe('a later round', () => {
  it('asks about each section, and feeds it, whatever its title holds', () => {
    const { questionnaire } = one({ round: 'second', first: false, sections: SECTIONS });
    const asked = questionnaire.questions.filter(({ feeds }) => feeds !== undefined);
    expect(asked.map(({ id, feeds, tags }) => [id, feeds, tags])).toEqual([
      ['section-scope', 'scope', ['comment']],
      ['section-participation', 'participation', ['comment']],
    ]);
    expect(asked[1]?.text).toContain('Participation {#x} of `children`');
    expect(questionnaire.questions.some(({ tags }) => tags.includes('process'))).toBe(true);
  });
});

describe('questionnaires for children', () => {
  it.each(['7-12', '13-17'])('for %s: assent, activities, a break and what to do on a disclosure', (ageBand) => {
    const { questionnaire, markdown, path } = one({
      group: 'children',
      template: 'children',
      ageBand,
      setting: 'focus-group',
    });
    expect(path).toBe(`questionnaires/children-${ageBand}-first.en.md`);
    expect(questionnaire.id).toBe(`children-${ageBand}-first`);
    expect(questionnaire.frontMatter.assent).toMatch(/I can say no/u);
    expect(questionnaire.parts.some(({ pause }) => pause)).toBe(true);
    expect(questionnaire.questions.filter(({ activity }) => activity.length > 0).length).toBeGreaterThan(2);
    expect(markdown).toMatch(/tells of harm/u);
    expect(markdown).toMatch(/Write nothing of it in the note/u);
  });

  it('in writing ask first, tell where to find help, and leave activities out', () => {
    const { questionnaire, markdown } = one({ group: 'children', template: 'children', setting: 'survey' });
    expect(questionnaire.questions[0]).toMatchObject({ id: 'assent', type: 'yes-no', required: true });
    expect(questionnaire.questions.slice(1).every(({ shownIf }) => shownIf === 'assent = yes')).toBe(true);
    expect(questionnaire.questions.every(({ activity }) => activity.length === 0)).toBe(true);
    expect(markdown).toContain('helpline');
  });
});

describe('languages', () => {
  it('translations name what they were made from, text by text', () => {
    const [source, french] = make({ languages: ['en', 'fr'] });
    expect(source?.questionnaire?.frontMatter.translation).toBeUndefined();
    const { translation } = french?.questionnaire?.frontMatter ?? {};
    expect(translation?.from).toBe('en');
    expect(Object.keys(translation?.texts ?? {})).toEqual([
      'frame',
      ...(source?.questionnaire?.questions ?? []).map(({ id }) => id),
    ]);
    expect(french?.path).toBe('questionnaires/civil-society-first.fr.md');
  });

  it('uses usual values of a codebook in the language, and English where a piece is missing', () => {
    expect(one({ languages: ['fr'] }).markdown).toContain('Droits humains');
    const arabic = one({ languages: ['ar'] });
    expect(arabic.findings).toEqual([]);
    expect(arabic.untranslated).toContain('grid.md');
  });
});

it.each(ALL)(
  '$template, $setting, $round, $ageBand: says how long it takes, and its parts take no longer',
  (choices) => {
    const { questionnaire } = one(choices);
    const said = longestDuration(questionnaire.frontMatter.duration ?? '') ?? 0;
    expect(said).toBeGreaterThanOrEqual(plannedMinutes(questionnaire));
    expect(said).toBeGreaterThan(10);
    for (const part of questionnaire.parts)
      expect([part.title, minutesOfPart(part)]).toEqual([part.title, part.minutes ?? minutesOfPart(part)]);
  },
);

it('finds the template that fits a group', () => {
  const ids = [
    'un-entities',
    'civil-society',
    'children',
    'member-states',
    'ombudspersons',
    'experts',
    'intergovernmental',
  ];
  expect(ids.map((id) => templateFor({ id }).id)).toEqual([
    'un-entities',
    'civil-society',
    'children',
    'member-states',
    'national-human-rights-institutions',
    'experts',
    'general',
  ]);
  expect(templateFor({ id: 'pupils', safeguarding: 'required' }).id).toBe('children');
  expect(templateFor({ id: 'children-facilitators' }).id).toBe('facilitators');
});
