import type { ConsultationNote } from '../model/consultation-note.ts';
import type { Decision } from '../model/decision.ts';
import type { Disclosures } from './disclose-input.ts';
import { maySee } from './disclosure.ts';
import { stemOf } from './plain-name.ts';

/** What the words are looked for in: notes and decisions, and what may be said of them. */
export interface ProtectedSources {
  readonly notes: readonly ConsultationNote[];
  readonly decisions: readonly Decision[];
  readonly told: Disclosures;
}

/**
 * Names that an output must not hold: those of notes that may not be named and of their files, of who speaks in them,
 * signs or facilitates, and of decisions that the audience may not read. Names that say nothing are not among them.
 */
export function protectedNames({ notes, decisions, told }: ProtectedSources): readonly string[] {
  const names = [
    ...notes.flatMap((note) => namesOfNote(note, told)),
    ...decisions.filter((decision) => isClosed(decision, told)).flatMap(namesOfDecision),
  ];
  return [...new Set(names)].filter((name) => !told.isPlain(name));
}

/** Whether a decision is for others than the audience. */
export function isClosed({ frontMatter }: Decision, told: Disclosures): boolean {
  return !maySee(frontMatter.distribution ?? 'core-group', told.audience);
}

function namesOfNote(note: ConsultationNote, told: Disclosures): readonly string[] {
  const { id, frontMatter } = note;
  const { note: named, contributor } = told.ofNote(note);
  const stem = stemOf(note);
  const people = [frontMatter.from ?? '', ...(frontMatter.signatories ?? []), ...(frontMatter['facilitated-by'] ?? [])];
  return [
    ...(named ? [] : [id, stem, ...tails(id), ...tails(stem), frontMatter.source?.name ?? '', frontMatter.title ?? '']),
    ...(contributor === 'from' ? [] : people),
  ];
}

/** The name without its folders, where it is more than a number or a short word that stands everywhere. */
function tails(path: string): readonly string[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return [...name].length < 4 ? [] : [name];
}

function namesOfDecision({ file, frontMatter }: Decision): readonly string[] {
  return [file, ...tails(file.replace(/\.(?:md|markdown)$/iu, '')), frontMatter.title];
}

/**
 * Makes a function that tells whether words hold one of the names, whatever their case.
 *
 * @param names Names that an output must not hold.
 */
export function holdsName(names: readonly string[]): (words: string) => boolean {
  const folded = names.map(fold).filter((name) => name !== '');
  return (words) => {
    const said = ` ${fold(words)} `;
    // Short names are looked for as whole words only: "UN" stands in "under".
    return folded.some((name) => said.includes(name.length < 5 ? ` ${name} ` : name));
  };
}

function fold(words: string): string {
  return words
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ');
}
