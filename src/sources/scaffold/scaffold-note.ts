import type { Finding } from '../../model/finding.ts';
import type { Process } from '../../model/process.ts';
import type { Questionnaire } from '../../model/questionnaire.ts';
import { isGuarded } from '../../model/safeguards.ts';
import { readConsultationNote } from '../consultation-note/read-consultation-note.ts';
import { slug } from '../ingest/slug.ts';
import { fillTemplate } from './fill-template.ts';

/** What flags or answers say of a new note; keys of its front matter, and `name`. */
export type NoteFlags = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What a new note is made of. */
export interface NoteScaffold {
  /** Text of the template, {@link noteTemplate}. */
  readonly template: string;
  readonly process: Process;
  readonly flags: NoteFlags;
  /** Its questions become the headings. */
  readonly questionnaire?: Questionnaire;
}

/** A file to be written. */
export interface Scaffolded {
  /** Workspace-relative path. */
  readonly path: string;
  readonly markdown: string;
  readonly findings: readonly Finding[];
}

/** Templates by method; a group whose safeguarding is required has one of its own. */
const TEMPLATES: Readonly<Record<string, string>> = {
  'in-person-discussion': 'notes/discussion.md',
  'online-discussion': 'notes/discussion.md',
  interview: 'notes/interview.md',
  survey: 'notes/survey.md',
  'written-input': 'notes/written-input.md',
};

/**
 * Which template a new note is made from.
 *
 * @param process The process.
 * @param flags What is known of the note.
 * @returns Path below `templates/`.
 */
export function noteTemplate(process: Process, flags: NoteFlags): string {
  const group = process.groups?.find(({ id }) => id === flags.group);
  if (isGuarded(group)) return 'notes/children.md';
  const { method = '' } = flags;
  return typeof method === 'string' && Object.hasOwn(TEMPLATES, method)
    ? (TEMPLATES[method] ?? '')
    : 'notes/discussion.md';
}

/**
 * Makes a new consultation note from a template. What flags leave out stays empty; findings tell what must be filled in.
 *
 * @param scaffold Template, process and flags.
 */
export function scaffoldNote(scaffold: NoteScaffold): Scaffolded {
  const { template, process, flags, questionnaire } = scaffold;
  const markdown = fillTemplate(template, {
    ...listsOf(process),
    ...flags,
    ...(flags.languages === undefined && questionnaire !== undefined && { languages: [questionnaire.language] }),
    ...(questionnaire !== undefined && { questionnaire: questionnaire.id }),
    headings: headings(questionnaire),
  });
  const path = `consultations/${folder(flags.round)}/${nameOf(flags)}.md`;
  const { findings } = readConsultationNote(markdown, path, process);
  return { path, markdown, findings: findings.filter(({ check }) => check !== 'inputs/none') };
}

function listsOf(process: Process): Record<string, readonly string[]> {
  const ids = (list: readonly { readonly id: string }[] = []): readonly string[] => list.map(({ id }) => id);
  const codes = Object.entries(process.codebook ?? {}).flatMap(([dimension, { values }]) =>
    values.slice(0, 1).map(({ id }) => `#${dimension}/${id}`),
  );
  return {
    rounds: ids(process.rounds),
    groups: ids(process.groups),
    regions: ids(process.regions),
    levels: ids(process.levels),
    codes: codes.length > 0 ? codes : ['#dimension/value'],
  };
}

/** Questions as headings, each with an empty item to write in. */
function headings(questionnaire: Questionnaire | undefined): string {
  const questions = questionnaire?.questions ?? [];
  if (questions.length === 0) return '## What was said\n\n- \n';
  return questions.map(({ id, text }) => `## ${escapeHeading(text)} {#${id}}\n\n- \n`).join('\n');
}

/** The text of a question comes without its Markdown; what could be read as such is escaped. */
function escapeHeading(text: string): string {
  return text.replace(/[\\`*_[\]<>{}]/gu, String.raw`\$&`);
}

function folder(round: NoteFlags[string]): string {
  return typeof round === 'string' && /^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,63}$/u.test(round) ? round : 'unsorted';
}

function nameOf({ name, from, group, date, region }: NoteFlags): string {
  if (typeof name === 'string' && slug(name) !== '') return slug(name);
  const made = slug([date, region, from ?? group].filter((part) => typeof part === 'string').join(' '));
  return made === '' ? 'note' : made;
}
