import type { Finding } from '../../model/finding.ts';
import { type Questionnaire, questionnaireFrontMatterSchema } from '../../model/questionnaire.ts';
import { readFrontMatter } from '../front-matter.ts';
import { parseMarkdown } from '../markdown.ts';
import { checkSchema } from '../schema-findings.ts';
import { separateCallouts } from './callouts.ts';
import { questionnaireId, questionnaireLanguage } from './file-name.ts';
import { readOutline } from './read-outline.ts';

/** A questionnaire as read; absent where its front matter does not hold. */
export interface QuestionnaireReading {
  readonly questionnaire?: Questionnaire;
  readonly findings: readonly Finding[];
}

/**
 * Reads a questionnaire: headings with an id are questions, those without one parts; inline code below a heading, such
 * as `` `type: one-of` `kind: barrier` ``, says more of it; `> [!probe]`, `> [!facilitator]` and `> [!activity]` are not
 * for the respondent. Texts are given without positions; `line` tells where a question, part or choice stands.
 *
 * @param source Whole text of the file.
 * @param file Workspace-relative path, `questionnaires/<group>-<round>.<language>.md`.
 * @returns Nothing is thrown; findings tell all that could not be read.
 */
export function readQuestionnaire(source: string, file: string): QuestionnaireReading {
  const { data, present, keyPlaces, bodyOffset, findings } = readFrontMatter(source, file);
  if (!present) return { findings: [...findings, noFrontMatter(file)] };
  const { value, findings: wrong } = checkSchema(questionnaireFrontMatterSchema, data, {
    file,
    check: 'questionnaires/front-matter',
    placeOf: (path) => keyPlaces.get(path.map(String).join('.')) ?? { file, line: 1, column: 1 },
  });
  const separated = separateCallouts(source, bodyOffset);
  const { lineOf } = separated;
  const { tree, findings: parsing } = parseMarkdown(separated.source, { file, bodyOffset });
  const placed = parsing.map((one) => ({ ...one, place: { ...one.place, line: lineOf(one.place.line) } }));
  const { findings: reading, ...body } = readOutline(tree.children, { file, lineOf });
  const all = [...findings, ...wrong, ...placed, ...reading];
  if (value === undefined) return { findings: all };
  const [id, language] = [questionnaireId(value, file), questionnaireLanguage(value, file)];
  return { questionnaire: { id, file, language, frontMatter: value, ...body }, findings: all };
}

function noFrontMatter(file: string): Finding {
  return {
    check: 'questionnaires/front-matter',
    severity: 'error',
    message: 'The questionnaire has no front matter.',
    why: 'Nobody can say which group it asks in which round.',
    hint: 'Begin the file with "group:" and "round:" between two lines of "---".',
    place: { file, line: 1, column: 1 },
  };
}
