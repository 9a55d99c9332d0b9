import type { ConsultationNote } from '../../model/consultation-note.ts';
import { byCodePoint } from '../../model/order.ts';
import type { Process } from '../../model/process.ts';
import { isGuarded } from '../../model/safeguards.ts';
import { noteVisibility } from '../../sources/consultation-note/visibility.ts';
import type { Disclosures } from '../../trace/disclose-input.ts';
import { maySee } from '../../trace/disclosure.ts';
import { plainOrganisation } from '../../trace/reach/organisations.ts';

/** Those who get one letter. */
export interface Recipient {
  /** Name of its file, which tells no more than may be told: `first-africa-children`. */
  readonly key: string;
  readonly kind: 'note' | 'organisation' | 'group';
  /** As they may be named. */
  readonly name?: string;
  readonly notes: readonly ConsultationNote[];
  readonly forChildren: boolean;
  /** True where many read it who did not hear each other, as after a survey: then it tells what everybody may know. */
  readonly collective: boolean;
  /** What may be said to those who read the letter, and no more to those who handle it. */
  readonly told: Disclosures;
  /** BCP 47. */
  readonly language: string;
}

/** Whom letters are made for. */
export interface RecipientContext {
  readonly notes: readonly ConsultationNote[];
  readonly process: Process;
  /** What may be said to those who handle the letters. */
  readonly told: Disclosures;
  /** What may be said to everybody. */
  readonly open: Disclosures;
}

/**
 * All who get a letter: every organisation that may be named, for all that it said, and everybody else for each
 * consultation. Notes that those who handle the letters may not see are left out.
 *
 * @returns In order of their names.
 */
export function allRecipients(context: RecipientContext): readonly Recipient[] {
  const { told } = context;
  const single: Recipient[] = [];
  const organisations = new Map<string, ConsultationNote[]>();
  for (const note of context.notes) {
    if (!maySee(noteVisibility(note.frontMatter).distribution, told.audience)) continue;
    const name = speaksForItself(note, context) ? organisationOf(note, told) : undefined;
    if (name === undefined) single.push(ofNote(note, context));
    else entry(organisations, plainOrganisation(name)).push(note);
  }
  const named = [...organisations.values()].map((notes) => ofOrganisation(notes, context));
  return distinctKeys([...named, ...single].sort((one, other) => byCodePoint(one.key, other.key)));
}

/**
 * Those meant by a word on the command line: a consultation note by its id or by what stands for it, else an
 * organisation, else a whole stakeholder group.
 *
 * @returns undefined where there are none of whom those who handle the letters may know.
 */
export function recipientNamed(subject: string, context: RecipientContext): Recipient | undefined {
  const { told } = context;
  const visible = context.notes.filter((note) => maySee(noteVisibility(note.frontMatter).distribution, told.audience));
  const note = visible.find((one) => told.nameOf(one, told.ofNote(one)) === subject);
  if (note !== undefined) return ofNote(note, context);
  const own = organisationNamed(plainOrganisation(subject), visible, told);
  const spoken = own.filter((one) => speaksForItself(one, context));
  if (spoken.length > 0) return ofOrganisation(spoken, context);
  const [only, other] = own;
  if (only !== undefined && other === undefined) return ofNote(only, context);
  const byKey = allRecipients(context).find(({ key }) => key === subject);
  if (byKey !== undefined) return byKey;
  const members = visible.filter(({ frontMatter }) => frontMatter.group === subject);
  const isKnown = context.process.groups?.some(({ id }) => id === subject) === true;
  return isKnown && members.some((one) => context.open.ofNote(one).group)
    ? ofGroup(subject, members, context)
    : undefined;
}

/** Notes of the organisation with that name, else of the only one whose name begins so. */
function organisationNamed(
  wanted: string,
  notes: readonly ConsultationNote[],
  told: Disclosures,
): readonly ConsultationNote[] {
  if (wanted === '') return [];
  const named = notes.map((note) => ({ note, name: plainOrganisation(organisationOf(note, told) ?? '') }));
  const names = new Set(named.map(({ name }) => name).filter((name) => name.startsWith(`${wanted} `)));
  const [only] = names;
  const name = names.size === 1 && !named.some((one) => one.name === wanted) ? only : wanted;
  return named.filter((one) => one.name === name).map(({ note }) => note);
}

/** Who spoke for themselves is a person, whom no letter names, even where others may. */
function organisationOf(note: ConsultationNote, told: Disclosures): string | undefined {
  if (note.frontMatter.capacity !== 'institutional') return undefined;
  const disclosure = told.ofNote(note);
  return disclosure.contributor === 'from' ? told.contributorOf(note, disclosure) : undefined;
}

/** Whether the one it is from said it, and is to be answered by name: neither children nor the respondents of a survey are. */
function speaksForItself(note: ConsultationNote, { process }: RecipientContext): boolean {
  return !isMany(note) && !isForChildren(note, process);
}

/** Days that facilitators wrote down, where these may be told: they can say which consultation it was. The earliest stands first. */
export function daysOf(
  notes: readonly ConsultationNote[],
  told: Disclosures,
  key: 'feedback-by' | 'feedback-given',
): readonly string[] {
  const dated = notes.filter((note) => told.ofNote(note).occasion);
  return dated.flatMap(({ frontMatter }) => frontMatter.safeguarding?.[key] ?? []).sort();
}

/** Reviewers of one file, as they are counted in it: they read each other's marks. Respondents of a survey have longer ids. */
const REVIEWER = /^r\d{1,3}$/u;

/** Respondents of a survey did not hear each other: what one said is not the others' to read. */
function isMany({ frontMatter: { method }, inputs }: ConsultationNote): boolean {
  const isReviewer = (respondent: string) => method === 'written-input' && REVIEWER.test(respondent);
  return method === 'survey' || inputs.some(({ respondent }) => respondent !== undefined && !isReviewer(respondent));
}

function isForChildren({ frontMatter }: ConsultationNote, { groups }: Process): boolean {
  return isGuarded(groups?.find(({ id }) => id === frontMatter.group));
}

function ofNote(note: ConsultationNote, { told: handled, open, process }: RecipientContext): Recipient {
  const collective = isMany(note);
  const forChildren = isForChildren(note, process);
  const told = collective ? open : handled;
  const name = forChildren ? undefined : organisationOf(note, told);
  return {
    key: fileKey(told.nameOf(note, told.ofNote(note))),
    kind: 'note',
    ...(name !== undefined && { name }),
    notes: [note],
    forChildren,
    collective,
    told,
    language: languageOf([note], process),
  };
}

function ofOrganisation(notes: readonly ConsultationNote[], { told, process }: RecipientContext): Recipient {
  const [first] = notes;
  const name = first === undefined ? undefined : organisationOf(first, told);
  return {
    key: fileKey(plainOrganisation(name ?? '')),
    kind: 'organisation',
    ...(name !== undefined && { name }),
    notes,
    forChildren: false,
    collective: false,
    told,
    language: languageOf(notes, process),
  };
}

function ofGroup(id: string, notes: readonly ConsultationNote[], { open, process }: RecipientContext): Recipient {
  const group = process.groups?.find((one) => one.id === id);
  return {
    key: fileKey(id),
    kind: 'group',
    ...(group !== undefined && { name: group.title }),
    notes,
    forChildren: isGuarded(group),
    collective: true,
    told: open,
    language: process.language,
  };
}

/** The language of the consultation, where all were held in one; that of the text where they were not. */
function languageOf(notes: readonly ConsultationNote[], process: Process): string {
  const first = new Set(notes.map(({ frontMatter }) => frontMatter.languages?.[0] ?? process.language));
  const [only] = first;
  return first.size === 1 && only !== undefined ? only : process.language;
}

function entry(map: Map<string, ConsultationNote[]>, key: string): ConsultationNote[] {
  const known = map.get(key) ?? [];
  map.set(key, known);
  return known;
}

/** One word for a file name. */
function fileKey(name: string): string {
  return name.replaceAll(/[^\p{L}\p{M}\p{N}.]+/gu, '-').replaceAll(/^[-.]+|[-.]+$/gu, '') || 'letter';
}

/** Names that differ in signs only would be one file. */
function distinctKeys(recipients: readonly Recipient[]): readonly Recipient[] {
  const taken = new Map<string, number>();
  return recipients.map((recipient) => {
    const folded = recipient.key.toLowerCase();
    const count = (taken.get(folded) ?? 0) + 1;
    taken.set(folded, count);
    return count === 1 ? recipient : { ...recipient, key: `${recipient.key}-${count}` };
  });
}
