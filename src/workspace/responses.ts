import type { World } from '../io/world.ts';
import type { ConsultationNote } from '../model/consultation-note.ts';
import type { Finding } from '../model/finding.ts';
import type { Response } from '../model/response.ts';
import { nearest } from '../text/nearest.ts';
import { readFiles } from './cached-reading.ts';
import { FOLDERS } from './layout.ts';
import type { ResponsesReading } from './parse-responses.ts';

/** All responses of a workspace. */
export interface Responses {
  readonly responses: readonly Response[];
  readonly findings: readonly Finding[];
}

const SUFFIX = /\.responses(?:\.ya?ml|\/\d+\.jsonl)$/u;

/** Reads every `.responses.yaml` in `consultations/` and joins each entry with the note beside the file. */
export async function loadResponses(world: World, notes: readonly ConsultationNote[]): Promise<Responses> {
  const responses: Response[] = [];
  const findings: Finding[] = [];
  for (const { reading, note } of await readResponses(world, notes)) {
    const joined = join(reading, note);
    for (const response of joined.responses) responses.push(response);
    for (const finding of joined.findings) findings.push(finding);
  }
  return { responses, findings };
}

/** A file of responses, and the note it stands beside. */
export interface FileOfResponses {
  readonly reading: ResponsesReading;
  readonly note: ConsultationNote | undefined;
}

/**
 * Reads the files of responses.
 *
 * @param notes The notes of the workspace.
 * @param only Where given, only files beside these notes are read.
 */
export async function readResponses(
  world: World,
  notes: readonly ConsultationNote[],
  only?: ReadonlySet<ConsultationNote>,
): Promise<readonly FileOfResponses[]> {
  const byStem = new Map(notes.map((note) => [note.file.replace(/\.(?:md|markdown)$/iu, ''), note]));
  const noteOf = (file: string) => byStem.get(file.replace(SUFFIX, ''));
  const isRead = (file: string) => {
    const note = noteOf(file);
    return only === undefined || (note !== undefined && only.has(note));
  };
  const files = (await world.list(FOLDERS.consultations)).filter(({ path }) => SUFFIX.test(path) && isRead(path));
  const readings = await readFiles<ResponsesReading>(world, files, {
    kind: 'responses',
    load: async () => {
      const { parseResponseLines, parseResponses } = await import('./parse-responses.ts');
      return (source, file) => (file.endsWith('.jsonl') ? parseResponseLines : parseResponses)(source, file);
    },
    unread: (findings, file) => ({ file, entries: [], findings }),
  });
  return readings.map((reading) => ({ reading, note: noteOf(reading.file) }));
}

function join(reading: ResponsesReading, note: ConsultationNote | undefined): Responses {
  if (note === undefined) return { responses: [], findings: [...reading.findings, ...orphan(reading)] };
  const found: Finding[] = [...reading.findings];
  const answered = new Map<string, number>();
  const known = new Set(note.inputs.flatMap(({ id }) => id ?? []));
  const responses = reading.entries.map(({ entry, line }) => {
    const place = { file: reading.file, line, column: 1 };
    if (!known.has(entry.input)) found.push(unknownInput(entry.input, [...known], place));
    const earlier = answered.get(entry.input);
    if (earlier !== undefined) found.push(twice(entry.input, earlier, place));
    answered.set(entry.input, earlier ?? line);
    return { entry, note: note.id, inputRef: `${note.id}#${entry.input}`, file: reading.file, line };
  });
  return { responses, findings: found };
}

function orphan({ file, entries }: ResponsesReading): readonly Finding[] {
  if (entries.length === 0) return [];
  const beside = file.replace(SUFFIX, '.md');
  return [
    {
      check: 'responses/no-note',
      severity: 'error',
      message: `These responses have no consultation note beside them: ${beside} is missing or does not hold.`,
      why: 'Nobody could see what was answered.',
      hint: 'Restore the note, correct what is reported about it, or rename this file after the note it belongs to.',
      place: { file, line: 1, column: 1 },
    },
  ];
}

function unknownInput(id: string, known: readonly string[], place: Finding['place']): Finding {
  const near = nearest(id, known);
  return {
    check: 'responses/unknown-input',
    severity: 'error',
    message: `There is no input "${id.slice(0, 40)}" in the consultation note beside this file.`,
    why: 'The response answers nothing, and the input it was meant for stands unanswered.',
    hint: near === undefined ? 'Write the id that stands after "^" in the note.' : `Did you mean "${near}"?`,
    place,
  };
}

function twice(id: string, line: number, place: Finding['place']): Finding {
  return {
    check: 'responses/duplicate',
    severity: 'error',
    message: `The input "${id}" has a second response here; the first is on line ${line}.`,
    why: 'Which of the two holds is not known.',
    hint: 'Keep one of them.',
    place,
  };
}
