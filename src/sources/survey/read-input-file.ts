import type { ConsultationNote, Input } from '../../model/consultation-note.ts';
import type { Finding } from '../../model/finding.ts';
import type { Process } from '../../model/process.ts';
import { type SplitTags, splitTags } from '../consultation-note/tags.ts';
import { HIDDEN, narrowVisibility, noteVisibility } from '../consultation-note/visibility.ts';
import { readShard } from './shard-files.ts';
import type { ShardLine } from './shards.ts';

/** The inputs of one file beside a note. */
export interface InputFileReading {
  readonly inputs: readonly Input[];
  readonly findings: readonly Finding[];
}

/**
 * Reads a file of inputs. A line that does not hold is reported; the others are kept.
 *
 * @param bytes The file.
 * @param file Workspace-relative path.
 * @param context The note it belongs to, and the process.
 */
export function readInputFile(
  bytes: Uint8Array,
  file: string,
  { note }: { readonly note: ConsultationNote; readonly process: Process },
): InputFileReading {
  const base = noteVisibility(note.frontMatter);
  const known = new Set(note.inputs.flatMap(({ id }) => id ?? []));
  const shared = new SharedValues();
  const inputs: Input[] = [];
  const findings: Finding[] = [];
  for (const { number, line } of readShard(bytes)) {
    if (line === undefined) findings.push(unreadable(file, number));
    else if (known.has(line.id)) findings.push(duplicate(line.id, file, number));
    else {
      known.add(line.id);
      inputs.push(inputOf(line, { note, file, number, base, shared }));
    }
  }
  return { inputs, findings };
}

interface LineContext {
  readonly note: ConsultationNote;
  readonly file: string;
  readonly number: number;
  readonly base: Input['visibility'];
  readonly shared: SharedValues;
}

/** Words that many lines have in common are held once: a survey has hundreds of thousands of lines. */
class SharedValues {
  readonly #words = new Map<string, string>();
  readonly #tags = new Map<string, SplitTags>();

  word<Word extends string | undefined>(text: Word): Word {
    if (text === undefined) return text;
    const known = this.#words.get(text);
    if (known !== undefined) return known as Word;
    this.#words.set(text, text);
    return text;
  }

  tags(tags: readonly string[]): SplitTags {
    const key = tags.join(' ');
    const known = this.#tags.get(key) ?? splitTags(tags);
    this.#tags.set(key, known);
    return known;
  }
}

function inputOf(line: ShardLine, { note, file, number, base, shared }: LineContext): Input {
  const { id, text, respondent, translation, late, tags = [] } = line;
  const [heading, question, lang] = [shared.word(line.heading), shared.word(line.question), shared.word(line.lang)];
  const { distribution, attribution, quote } = line;
  const narrows = {
    ...(distribution && { distribution }),
    ...(attribution && { attribution }),
    ...(quote && { quote }),
  };
  const { languages } = note.frontMatter;
  const withdrawn = note.frontMatter.withdrawn ?? line.withdrawn;
  const language = lang ?? (languages?.length === 1 ? languages[0] : undefined);
  return {
    id,
    ref: `${note.id}#${id}`,
    ...shared.tags(tags),
    text,
    heading,
    ...(question !== undefined && { question }),
    ...(language !== undefined && { language }),
    ...(translation !== undefined && { translation }),
    ...(respondent !== undefined && { respondent }),
    ...(late === true && { late }),
    file,
    visibility: withdrawn === undefined ? narrowed(base, narrows) : HIDDEN,
    ...(withdrawn !== undefined && { withdrawn }),
    line: number,
    endLine: number,
  };
}

/** Most lines narrow nothing, and share what their note says. */
function narrowed(base: Input['visibility'], narrows: Readonly<Record<string, string>>): Input['visibility'] {
  return Object.keys(narrows).length === 0 ? base : narrowVisibility(base, narrows);
}

function unreadable(file: string, line: number): Finding {
  return {
    check: 'inputs/line',
    severity: 'error',
    message: 'This line is no input: it must be one JSON object with "id", "heading" and "text".',
    why: 'What stands in it is neither listed nor answered.',
    hint: 'Restore the file from its history, or ingest the export again.',
    place: { file, line, column: 1 },
  };
}

function duplicate(id: string, file: string, line: number): Finding {
  return {
    check: 'inputs/duplicate-id',
    severity: 'error',
    message: `The id "^${id}" already belongs to another input of this note.`,
    why: 'A response names its input by this id; with two of them nobody knows which one was answered.',
    hint: 'Restore the file from its history, or ingest the export again.',
    place: { file, line, column: 1 },
  };
}
