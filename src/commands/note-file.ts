import type { World } from '../io/world.ts';
import type { Process } from '../model/process.ts';
import type { Questionnaire, QuestionnaireSet, Setting } from '../model/questionnaire.ts';
import type { Method } from '../model/vocabulary.ts';
import { CannotRun } from './cannot-run.ts';
import type { RenderedFile } from './render-outputs.ts';

/** How a consultation is held where the questionnaire only says how the questions are put. */
const METHOD_OF: Readonly<Record<Setting, Method>> = {
  'focus-group': 'in-person-discussion',
  'key-informant-interview': 'interview',
  'online-workshop': 'online-discussion',
  'written-submission': 'written-input',
  survey: 'survey',
};

/** Whose note template is made, and in which language. */
export interface NoteFileRequest {
  readonly world: World;
  readonly process: Process;
  readonly set: QuestionnaireSet;
  readonly language: string;
}

/** A note template of a questionnaire: what is known of the note stands in its front matter already. */
export async function noteFile({ world, process, set, language }: NoteFileRequest): Promise<RenderedFile> {
  const { inLanguage } = await import('../text/questionnaire/merge-translations.ts');
  const questionnaire = inLanguage(set, language);
  const markdown = await withQuestions(await emptyNote(world, process, questionnaire), questionnaire, process);
  return {
    stem: `${set.id}-note.${language}`,
    extension: 'md',
    format: 'md',
    bytes: new TextEncoder().encode(markdown),
  };
}

/**
 * Puts the questions of a questionnaire below the front matter of a new note.
 *
 * @param note A note made from its template.
 */
export async function withQuestions(note: string, questionnaire: Questionnaire, process: Process): Promise<string> {
  const { noteTemplate } = await import('../questions/note-template.ts');
  return noteTemplate(questionnaire, process, note.slice(0, note.indexOf('\n---\n', 4)));
}

async function emptyNote(world: World, process: Process, questionnaire: Questionnaire): Promise<string> {
  const { noteTemplate: templateFor, scaffoldNote } = await import('../sources/scaffold/scaffold-note.ts');
  const { group, round, setting, methods, attribution, quote } = questionnaire.frontMatter;
  const method = methods?.length === 1 ? methods[0] : setting === undefined ? undefined : METHOD_OF[setting];
  const flags = { group, round, attribution, quote, ...(method !== undefined && { method }) };
  const path = templateFor(process, flags);
  const bytes = await world.asset(path);
  if (bytes === undefined)
    throw new CannotRun(`The template ${path} is missing from the installed package.`, 'Install penholder again.');
  return scaffoldNote({ template: new TextDecoder().decode(bytes), process, flags, questionnaire }).markdown;
}
