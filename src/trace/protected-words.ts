import type { ConsultationNote } from '../model/consultation-note.ts';
import type { Decision } from '../model/decision.ts';
import { stemOf } from '../text/plain-name.ts';
import type { Disclosures } from './disclose-input.ts';
import { maySee } from './disclosure.ts';

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

/**
 * All names of a note and of those who speak in it: for outputs to one contributor, which must name no other.
 *
 * @param note A consultation note.
 */
export function allNamesOf(note: ConsultationNote): readonly string[] {
  const { id, frontMatter } = note;
  const stem = stemOf(note);
  const people = [frontMatter.from ?? '', ...(frontMatter.signatories ?? []), ...(frontMatter['facilitated-by'] ?? [])];
  return [id, stem, ...tails(id), ...tails(stem), ...people].filter((name) => name !== '');
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
 * Makes a function that tells whether words hold one of the names, whatever their case and punctuation. A name may go on
 * in the words, as with an ending; names of up to three letters count as whole words only, since "un" stands in "under".
 *
 * @param names Names that an output must not hold.
 */
export function holdsName(names: readonly string[]): (words: string) => boolean {
  const folded = new Set(names.map(fold).filter((name) => name !== ''));
  const known = new Set([...folded].map((name) => (name.length < KEY ? `${name} ` : name)));
  const lengths = new Map<string, Set<number>>();
  for (const name of known) {
    const key = name.slice(0, KEY);
    lengths.set(key, (lengths.get(key) ?? new Set()).add(name.length));
  }
  return (words) => known.size > 0 && holdsOne(`${fold(words)} `, known, lengths);
}

/** Names are looked up by so many of their first characters, since there may be many thousands of them. */
const KEY = 4;

function holdsOne(
  said: string,
  known: ReadonlySet<string>,
  lengths: ReadonlyMap<string, ReadonlySet<number>>,
): boolean {
  for (let at = 0; at < said.length - 1; at = nextWord(said, at)) {
    const keys = new Set([said.slice(at, at + KEY), said.slice(at, nextWord(said, at)).slice(0, KEY)]);
    for (const key of keys) {
      for (const length of lengths.get(key) ?? []) if (known.has(said.slice(at, at + length))) return true;
    }
  }
  return false;
}

function nextWord(said: string, at: number): number {
  const space = said.indexOf(' ', at);
  return space === -1 ? said.length : space + 1;
}

function fold(words: string): string {
  return words
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ');
}
