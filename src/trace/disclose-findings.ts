import type { ConsultationNote } from '../model/consultation-note.ts';
import type { Audience } from '../model/contracts.ts';
import type { Decision } from '../model/decision.ts';
import type { Finding, Place } from '../model/finding.ts';
import type { Vocabulary } from '../text/plain-name.ts';
import { type Disclosures, disclosureIsWhole, disclosures } from './disclose-input.ts';
import { holdsName, isClosed, protectedNames } from './protected-words.ts';

/** What findings are about, and who will read them. */
export interface FindingSources {
  readonly notes: readonly ConsultationNote[];
  readonly decisions: readonly Decision[];
  readonly process: Vocabulary;
  readonly audience: Audience;
  /** What a rule is about, in a sentence that quotes no file. */
  readonly aboutRule: (check: string) => string | undefined;
  /** True where files may stand outside the workspace, as those that are being taken in: nothing is known of them. */
  readonly given?: boolean;
}

/** How much may be said of the file a finding stands in. */
interface FileDisclosure {
  /** What stands for the file, where it may not be named. */
  readonly mask?: string;
  /** Whether the finding's own words may be shown: they can quote the file. */
  readonly words: boolean;
}

/** Findings that count people: few enough of them say who was there. */
const COUNTS_PEOPLE: ReadonlySet<string> = new Set(['workspace/coverage-gap', 'notes/participants-sum']);

const OPEN: FileDisclosure = { words: true };

/**
 * Findings as an audience may read them.
 *
 * Where a finding stands in a file the audience may not know, its words give way to what its rule is about, which quotes
 * nothing, and the file to a name that stays the same and tells nothing. So does every finding that names such a file or
 * its contributor. None is left out, and severities stay: the exit code is the same for everybody.
 *
 * @param findings As the rules gave them.
 * @param sources Notes, decisions, process, and who will read the findings.
 */
export function discloseFindings(findings: readonly Finding[], sources: FindingSources): Finding[] {
  const { notes, decisions, audience } = sources;
  if (audience.distribution === 'custodian') return [...findings];
  const told = disclosures(sources);
  const holds = holdsName(protectedNames({ notes, decisions, told }));
  const isWhole = notes.every((note) => disclosureIsWhole(note, told)) && !decisions.some((one) => isClosed(one, told));
  const files = fileDisclosures(sources, told);
  return findings.map((finding) => {
    const { mask, words } = files(finding.place.file);
    const said = [finding.message, finding.why, finding.hint].join('\n');
    const tells = words && !holds(said) && (isWhole || !COUNTS_PEOPLE.has(finding.check));
    if (tells && mask === undefined) return finding;
    return withoutWords(finding, mask === undefined ? finding.place : { file: mask, line: 1, column: 1 }, sources);
  });
}

/** Rules on clearances: who has not cleared is told by a command of its own, and some of them only run at a freeze. */
const OF_CLEARANCE = /^(?:clearances\/|stages\/not-cleared$)/u;

/** The finding with nothing in it that was taken from a file. */
function withoutWords({ check, severity }: Finding, place: Place, { aboutRule }: FindingSources): Finding {
  const about = aboutRule(check);
  return {
    check,
    severity,
    message: about === undefined ? 'This rule found something.' : `This rule found something: ${about}`,
    why: 'What the finding says is left out, because it can quote what not everybody may read.',
    hint: OF_CLEARANCE.test(check)
      ? 'Run "penholder clearance" with the stage, to see how its clearance stands.'
      : 'Run "penholder check --distribution custodian" where the consultation notes are kept, to see all of it.',
    place,
  };
}

/** Makes a function that says how much may be told of a file; what nobody knows is taken at its most restrictive. */
function fileDisclosures(
  sources: Omit<FindingSources, 'aboutRule'>,
  told: Disclosures,
): (file: string) => FileDisclosure {
  const notes = new Map(sources.notes.map((note) => [stemOfFile(note.file), note]));
  const decisions = new Map(sources.decisions.map((decision) => [decision.file, decision]));
  const counted = new Map<string, string>();
  const count = (file: string, kind: string) => {
    const mask = counted.get(file) ?? `${kind}/withheld-${counted.size + 1}`;
    counted.set(file, mask);
    return { mask, words: false };
  };
  return (file) => {
    if (file === '') return OPEN;
    const [folder = ''] = file.split('/', 1);
    const note = notes.get(stemOfFile(file));
    if (note !== undefined) return noteDisclosure(note, file, told);
    const decision = decisions.get(file);
    if (decision !== undefined && !isClosed(decision, told)) return OPEN;
    if (CLOSED_FOLDERS.has(folder)) return count(file, folder);
    return sources.given === true && !PROCESS_FILES.has(file) ? count(file, 'given') : OPEN;
  };
}

/**
 * Makes a function that gives the name of any file of the workspace as an audience may read it: for outputs that list
 * files.
 */
export function shownFiles(sources: Omit<FindingSources, 'aboutRule'>): (file: string) => string {
  if (sources.audience.distribution === 'custodian') return (file) => file;
  const files = fileDisclosures(sources, disclosures(sources));
  return (file) => files(file).mask ?? file;
}

/** Folders whose files are open only where it is known that they are. */
const CLOSED_FOLDERS: ReadonlySet<string> = new Set([
  'consultations',
  'decisions',
  'clearances',
  'circulations',
  '.penholder',
]);
const PROCESS_FILES: ReadonlySet<string> = new Set(['penholder.yaml', 'stakeholders.yaml']);

function noteDisclosure(note: ConsultationNote, file: string, told: Disclosures): FileDisclosure {
  const shown = shownFile(note, file, told);
  return shown === file ? { words: disclosureIsWhole(note, told) } : { mask: shown, words: false };
}

/**
 * The name of a note's file as an audience may read it.
 *
 * @param file The note itself, or a file beside it.
 */
export function shownFile(note: ConsultationNote, file: string, told: Disclosures): string {
  const disclosure = told.ofNote(note);
  if (disclosure.note) return file;
  return `consultations/${told.nameOf(note, disclosure)}${file.slice(stemOfFile(file).length)}`;
}

/** A note, its responses and its inputs kept apart have the same name before their endings. */
function stemOfFile(file: string): string {
  return file.replace(/(?:\.responses\.ya?ml|\.inputs\/.*|\.responses\/.*|\.md|\.markdown)$/iu, '');
}
