import type { Ingested, Source, SourceContext } from '../model/contracts.ts';
import type { FilledForm } from '../model/form-answers.ts';
import { contentHash } from '../text/fingerprint.ts';
import { nearest } from '../text/nearest.ts';
import { formTables } from './forms/forms-table.ts';
import { filledFormSchema } from './forms/gather-forms.ts';
import { ingestSurvey } from './survey/ingest-survey.ts';
import type { SurveyQuestionnaire } from './survey/survey-types.ts';
import { tableFinding } from './tables/table-findings.ts';

/** What people filled in in the HTML form of a questionnaire: one file for each, or many in one list. */
export const formAnswers: Source = {
  id: 'form-answers',
  about: 'Filled forms of a questionnaire, as their HTML form saves them (.json)',
  accepts: (name, head) => /\.json$/iu.test(name) && new TextDecoder().decode(head).includes('"penholder-form"'),
  read,
};

async function* read(bytes: Uint8Array, context: SourceContext): AsyncGenerator<Ingested> {
  const forms = parse(bytes);
  const [first] = forms;
  if (first === undefined) {
    yield { type: 'finding', finding: broken(context.name) };
    return;
  }
  const [questionnaire, ...others] = (context.questionnaires ?? []).filter(({ id }) => id === first.questionnaire);
  if (questionnaire === undefined) {
    yield { type: 'finding', finding: unknown(first.questionnaire, context) };
    return;
  }
  const set: SurveyQuestionnaire = [questionnaire, ...others];
  const { tables, mapping } = formTables(forms, set);
  const request = {
    tables,
    isCsv: false,
    mapping,
    set,
    context,
    sha256: contentHash(bytes),
    findings: wordedFindings(forms, context.name),
  };
  yield* ingestSurvey({ ...request, listRespondents: true });
}

/** Forms that lost the names of their fields were read by the words of the questions, which a person should look at. */
function wordedFindings(forms: readonly FilledForm[], file: string) {
  const worded = forms.filter((form) => form['by-words'] === true);
  if (worded.length === 0) return [];
  const unsure = [...new Set(worded.flatMap((form) => form.unsure ?? []))];
  const many = worded.length === 1 ? 'One form' : `${worded.length} forms`;
  const open = unsure.length === 0 ? '' : ` Not sure are the answers to ${unsure.slice(0, 12).join(', ')}.`;
  return [
    tableFinding({
      check: 'ingest/guessed',
      severity: unsure.length > 0 ? 'warning' : 'info',
      message: `${many} lost the names of the fields; the answers were found by the words of the questions.${open}`,
      why: 'Programs other than Word, and copying by hand, drop what ties an answer to its question.',
      hint: 'Look at the note beside the files as they were sent.',
      file,
    }),
  ];
}

function parse(bytes: Uint8Array): readonly FilledForm[] {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const forms = (Array.isArray(value) ? value : [value]).map((one) => filledFormSchema.safeParse(one).data);
    return forms.every((form) => form !== undefined) ? (forms as readonly FilledForm[]) : [];
  } catch {
    return [];
  }
}

function broken(file: string) {
  return tableFinding({
    check: 'ingest/unreadable',
    severity: 'error',
    message: `"${file}" is no filled form as the HTML form of a questionnaire saves it.`,
    why: 'Nothing was taken from it; the file itself is untouched.',
    hint: 'Ask for the file the form saved, unchanged.',
    file,
  });
}

function unknown(id: string, { name, questionnaires = [] }: SourceContext) {
  const near = nearest(id, [...new Set(questionnaires.map((one) => one.id))]);
  return tableFinding({
    check: 'ingest/unknown-form',
    severity: 'error',
    message: `"${name}" answers the questionnaire "${id.slice(0, 60)}", which is not in this workspace.`,
    why: 'Without its questions nobody can tell what was answered.',
    hint:
      near === undefined
        ? 'Put the questionnaire under questionnaires/, and ingest the file again.'
        : `Is it "${near}" under a new name? Then name that file as it was.`,
    file: name,
  });
}
