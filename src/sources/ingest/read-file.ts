import type { GuessedColumns, IngestedNote, Source, SourceContext } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import type { NamedMapping } from '../../model/mapping.ts';
import { METHODS } from '../../model/vocabulary.ts';
import { readFrontMatter } from '../../text/front-matter.ts';
import { type RequiredKey, requiredKeys } from '../consultation-note/note-front-matter.ts';
import { addLines, yamlLines } from './front-matter-text.ts';
import { guess } from './guess.ts';
import type { IngestFile, IngestRequest, MissingKey, OtherIngested } from './ingest-types.ts';

/** What came out of one file. */
export interface FileReading {
  readonly notes: readonly IngestedNote[];
  readonly others: readonly OtherIngested[];
  /** Columns that wait for somebody to confirm how they are read. */
  readonly columns: readonly GuessedColumns[];
  /** Mappings to be kept. */
  readonly mappings: readonly NamedMapping[];
  readonly findings: readonly Finding[];
  /** Keys the notes still lack. */
  readonly missing: readonly MissingKey[];
}

/**
 * Reads one file through the first source that accepts it, and completes it from flags, answers and, if asked, guesses.
 *
 * @param file The file.
 * @param request What the ingest goes by.
 * @param source What reads it, if not the first that accepts it.
 */
export async function readFile(
  file: IngestFile,
  request: IngestRequest,
  source = sourceOf(file, request),
): Promise<FileReading> {
  if (source === undefined) {
    return { ...NOTHING, findings: [unknownKind(file.name, request)], missing: [] };
  }
  const { round, defaults = {}, answers = {} } = request.options;
  const given = { ...(round !== undefined && { round }), ...defaults, ...answers[file.name] };
  const first = await readWith(file, source, contextOf(request, given));
  const missing = missingIn(first.notes, file, request);
  if (request.options.yes !== true) return { ...first, missing };
  const guesses = Object.fromEntries(
    missing.flatMap(({ key, guess: value }) => (value === undefined ? [] : [[key, value]])),
  );
  if (Object.keys(guesses).length === 0) return { ...first, missing };
  const second = first.notes.some(({ rows }) => rows !== undefined)
    ? { ...first, notes: first.notes.map((note) => withKeys(note, guesses)) }
    : await readWith(file, source, contextOf(request, { ...guesses, ...given }));
  const told = Object.entries(guesses).map(([key, value]) => guessed(key, String(value), file.name));
  return {
    ...second,
    notes: second.notes.map((note) => ({ ...note, findings: [...note.findings, ...told] })),
    missing: missingIn(second.notes, file, request),
  };
}

const NOTHING = { notes: [], others: [], columns: [], mappings: [], findings: [] };

function contextOf(
  { process, questionnaires = [], mappings = [], options, sent }: IngestRequest,
  defaults: Readonly<Record<string, unknown>>,
): Omit<SourceContext, 'name'> {
  return {
    process,
    questionnaires,
    mappings,
    defaults,
    yes: options.yes === true,
    ...(sent !== undefined && { sent }),
  };
}

/** A note with further keys in its front matter; a survey of many rows is not read again for them. */
function withKeys(note: IngestedNote, keys: Readonly<Record<string, unknown>>): IngestedNote {
  const { bodyOffset } = readFrontMatter(note.markdown, '');
  const head = addLines(note.markdown.slice(0, bodyOffset), yamlLines(keys), '\n');
  return { ...note, markdown: head + note.markdown.slice(bodyOffset) };
}

function sourceOf({ name, bytes }: IngestFile, { sources }: IngestRequest): Source | undefined {
  return sources.find(({ accepts }) => accepts(name, bytes.subarray(0, 4096)));
}

async function readWith(
  file: IngestFile,
  source: Source,
  context: Omit<SourceContext, 'name'>,
): Promise<Omit<FileReading, 'missing'>> {
  const notes: IngestedNote[] = [];
  const others: OtherIngested[] = [];
  const columns: GuessedColumns[] = [];
  const mappings: NamedMapping[] = [];
  const findings: Finding[] = [];
  for await (const one of source.read(file.bytes, { ...context, name: file.name })) {
    if (one.type === 'note') notes.push(one);
    else if (one.type === 'finding') findings.push(one.finding);
    else if (one.type === 'columns') columns.push(one.columns);
    else if (one.type === 'mapping') mappings.push(one.mapping);
    else others.push(one);
  }
  return { notes, others, columns, mappings, findings };
}

function missingIn(
  notes: readonly IngestedNote[],
  file: IngestFile,
  { process }: IngestRequest,
): readonly MissingKey[] {
  const [note] = notes;
  if (note === undefined) return [];
  const { data, body, findings } = readFrontMatter(note.markdown, file.name);
  // What front matter lacks that can't be read, nobody knows.
  if (findings.some(({ severity }) => severity === 'error')) return [];
  const lacking = requiredKeys.filter((key) => (data[key] ?? null) === null);
  const known = { ...data };
  return lacking.map((key) => {
    const value = guess(key, { name: file.name, data: known, body, process });
    if (value !== undefined) known[key] = value;
    return { file: file.name, key, choices: choicesFor(key, process), ...(value !== undefined && { guess: value }) };
  });
}

function choicesFor(key: RequiredKey, process: IngestRequest['process']): readonly string[] {
  if (key === 'method') return METHODS;
  if (key === 'date') return [];
  return (key === 'round' ? process.rounds : process.groups)?.map(({ id }) => id) ?? [];
}

function guessed(key: string, value: string, name: string): Finding {
  return {
    check: 'ingest/guessed',
    severity: 'info',
    message: `The file does not say its ${key}; "${value}" was taken as the best guess.`,
    why: 'Lists and coverage tables go by it.',
    hint: `Correct "${key}" in the note if the guess is wrong.`,
    place: { file: name, line: 1, column: 1 },
  };
}

function unknownKind(name: string, { sources }: IngestRequest): Finding {
  return {
    check: 'ingest/unknown-kind',
    severity: 'error',
    message: `"${name}" is of a kind that can't be taken in.`,
    why: 'Nothing was read from it; the file itself is untouched.',
    hint: `What can be taken in: ${sources.map(({ about }) => about.charAt(0).toLowerCase() + about.slice(1)).join('; ')}.`,
    place: { file: name, line: 1, column: 1 },
  };
}
