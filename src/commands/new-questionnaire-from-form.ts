import type { Process } from '../model/process.ts';
import type { Questionnaire } from '../model/questionnaire.ts';
import { ask } from './ask.ts';
import { CannotRun } from './cannot-run.ts';
import type { NewFiles, NewQuestionnaireInput } from './new-questionnaire.ts';
import { nameOf, oneOf } from './new-questionnaire-answers.ts';
import { whomToAsk } from './new-questionnaire-questions.ts';
import { absolutePath } from './output-folder.ts';

/**
 * Makes a questionnaire of an XLSForm: one file for each of its languages.
 *
 * @param input `from` is the form; group and round are asked for where the form's id does not say them.
 * @throws CannotRun where the file cannot be read, or is no form.
 */
export async function questionnaireFromForm(input: NewQuestionnaireInput): Promise<NewFiles> {
  const { process, known } = input;
  const path = known.from ?? '';
  const { questionnaires, findings } = await readForm(input, path);
  const [first] = questionnaires;
  if (first === undefined) {
    const said = findings.map(({ message, hint = '' }) => `${message} ${hint}`.trim()).slice(0, 5);
    throw new CannotRun(`No questionnaire can be read from ${path}.`, said.join('\n'));
  }
  const { group, round, stem } = await whom(input, first);
  const { writeQuestionnaire } = await import('../text/questionnaire/write-questionnaire.ts');
  const files = questionnaires.map((one) => {
    const frontMatter = { ...one.frontMatter, group, round };
    const file = `questionnaires/${stem}-${round}.${languageOf(one, process)}.md`;
    return { path: file, markdown: writeQuestionnaire({ ...one, file, frontMatter }) };
  });
  return { files, findings, next: nextSteps(`${stem}-${round}`) };
}

async function readForm({ context }: NewQuestionnaireInput, path: string) {
  const bytes = await context.worldAt(context.folder).readNamed(absolutePath(path, context));
  if (bytes === undefined) throw new CannotRun(`The form ${path} cannot be read.`, 'Check its name.');
  const { readXlsForm } = await import('../sources/xlsform/read-xlsform.ts');
  return readXlsForm(bytes, path.slice(path.lastIndexOf('/') + 1));
}

/** Group and round: as flags say, else as the form's id does, else as somebody answers. */
async function whom({ process, context, known, yes }: NewQuestionnaireInput, { frontMatter }: Questionnaire) {
  const [groups = [], rounds = []] = [process.groups?.map(({ id }) => id), process.rounds?.map(({ id }) => id)];
  const said = (wanted: string | undefined, own: string, list: readonly string[]): string | undefined =>
    wanted ?? (list.length === 0 || list.includes(own) ? own : undefined);
  const answers = await ask(
    whomToAsk(process, yes),
    {
      ...known,
      group: said(known.group ?? known.name, frontMatter.group, groups),
      round: said(known.round, frontMatter.round, rounds),
    },
    context,
    yes,
  );
  const group = groups.length === 0 ? (answers.group ?? '') : oneOf('--group', answers.group ?? '', groups);
  const round = rounds.length === 0 ? (answers.round ?? '') : oneOf('--round', answers.round ?? '', rounds);
  return { group, round, stem: nameOf(answers, group, round).name ?? group };
}

/** A form that names no language is taken to be in that of the process. */
function languageOf({ language }: Questionnaire, process: Process): string {
  return language === 'und' || language === '' ? process.language : language;
}

function nextSteps(id: string): string {
  return [
    'Forms say nothing of purpose, use, consent and withdrawal: add them to the front matter, and give questions the kind of input they ask for.',
    'Next:',
    '  penholder check questionnaires',
    `  penholder guide ${id} --to pdf,html`,
  ].join('\n');
}
