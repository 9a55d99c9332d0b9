import type { Place } from '../../model/finding.ts';
import type { Choice, Question } from '../../model/questionnaire.ts';
import { formWords } from './form-words.ts';
import type { FormRow } from './survey-form.ts';
import { keptCells, type Tongue, translatedCells } from './tongues.ts';

/** The lists of choices of a form while it is written. */
export interface ChoiceLists {
  /**
   * Adds the choices of a question, or finds them added already.
   *
   * @param wanted Name the list should have.
   * @param owner Name of the question, taken where a list of that name has other choices.
   * @returns The name it has.
   */
  readonly add: (wanted: string, owner: string, rows: readonly FormRow[]) => string;
  readonly rows: () => readonly FormRow[];
}

/** No lists yet. */
export function choiceLists(): ChoiceLists {
  const lists = new Map<string, { readonly key: string; readonly rows: readonly FormRow[] }>();
  return {
    add: (wanted, owner, rows) => {
      const key = JSON.stringify(rows.map(({ cells }) => Object.entries(cells)));
      for (let round = 0; ; round += 1) {
        const name = [wanted, owner][round] ?? `${owner}_${round}`;
        const known = lists.get(name);
        if (known !== undefined && known.key !== key) continue;
        if (known === undefined) lists.set(name, { key, rows });
        return name;
      }
    },
    rows: () =>
      [...lists].flatMap(([name, { rows }]) =>
        rows.map(({ cells, place }) => ({ cells: { list_name: name, ...cells }, place })),
      ),
  };
}

/**
 * The rows of a question's choices, or of the columns of a matrix, without the name of their list.
 *
 * @param question In the source language.
 * @param tongues Languages.
 * @param file File of the source language.
 */
export function choiceRows(question: Question, tongues: readonly Tongue[], file: string): readonly FormRow[] {
  const seen = new Map<string, number>();
  return question.choices.map((choice) => {
    const nth = seen.get(choice.code) ?? 0;
    seen.set(choice.code, nth + 1);
    const own = (tongue: Tongue): Choice | undefined =>
      tongue === tongues[0] ? choice : sameChoice(tongue.questions.get(question.id)?.choices ?? [], choice.code, nth);
    const place: Place = { file, line: choice.line, column: 1 };
    return { cells: choiceCells(choice.code, tongues, own), place };
  });
}

/** A form may give one code twice; then the translations stand in the same order. */
function sameChoice(choices: readonly Choice[], code: string, nth: number): Choice | undefined {
  const same = choices.filter((choice) => choice.code === code);
  return same.length > 1 || nth > 0 ? same[nth] : same[0];
}

function choiceCells(
  code: string,
  tongues: readonly Tongue[],
  own: (tongue: Tongue) => Choice | undefined,
): Record<string, string> {
  const words = translatedCells('label', tongues, (tongue) => {
    const choice = own(tongue);
    return choice === undefined ? undefined : { text: choice.label, form: choice.form ?? {} };
  });
  const kept = keptCells(
    tongues,
    (tongue) => own(tongue)?.form,
    (base) => base === 'label' || base === 'name',
  );
  const all = { name: code, ...words, ...kept };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

/**
 * Yes and no in every language, without the name of their list.
 *
 * @param tongues Languages.
 * @param place What asks them.
 */
export function yesNoRows(tongues: readonly Tongue[], place: Place): readonly FormRow[] {
  return (['yes', 'no'] as const).map((code) => ({
    cells: {
      name: code,
      ...translatedCells('label', tongues, ({ questionnaire }) => ({
        text: formWords(questionnaire.language)[code],
        form: {},
      })),
    },
    place,
  }));
}
