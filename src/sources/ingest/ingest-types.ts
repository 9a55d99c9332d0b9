import type { GuessedColumns, Ingested, SentText, Source } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import type { NamedMapping } from '../../model/mapping.ts';
import type { Plan } from '../../model/plan.ts';
import type { Process } from '../../model/process.ts';
import type { Questionnaire } from '../../model/questionnaire.ts';
import type { Response } from '../../model/response.ts';
import type { RequiredKey } from '../consultation-note/note-front-matter.ts';

/** A file as it was read. */
export interface IngestFile {
  /** For files from outside their name without folders; for files of the workspace their path in it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What an ingest goes by. */
export interface IngestRequest {
  /** Files to take in; none, and only what is held in quarantine is looked at again. */
  readonly files: readonly IngestFile[];
  /** All files under `consultations/` that end in `.md`. */
  readonly existing: readonly IngestFile[];
  /** Paths of all other files under `consultations/`: a name with responses of its own is not given away. */
  readonly paths?: readonly string[];
  /** All files under `.penholder/quarantine/`. */
  readonly held?: readonly IngestFile[];
  readonly responses: readonly Response[];
  /** Looks for what else may not come in, such as names of a deny-list. */
  readonly screen?: (markdown: string, path: string) => readonly Finding[];
  /**
   * Hash of all that a note is judged by: process, flags, rules. A held note that nobody has edited since, and that was
   * judged by the same, is held as before and not read again where files are named. Absent: each is looked at again.
   */
  readonly judgedBy?: string;
  readonly process: Process;
  /** What the columns of surveys can be answers to. */
  readonly questionnaires?: readonly Questionnaire[];
  /** What may have been sent to reviewers, for files that they send back. */
  readonly sent?: readonly SentText[];
  /** How the columns of spreadsheets are read, as kept in `mappings/`, and as just confirmed. */
  readonly mappings?: readonly NamedMapping[];
  /** Content of one of `paths`, read when it is needed. */
  readonly open?: (path: string) => Promise<Uint8Array | undefined>;
  /** The kinds of file that can be taken in, in order; the first that accepts a file reads it. */
  readonly sources: readonly Source[];
  readonly options: IngestOptions;
}

/** What flags and answers said. */
export interface IngestOptions {
  /** Round for notes that name none. */
  readonly round?: string;
  /** Front matter for notes that lack it. */
  readonly defaults?: Readonly<Record<string, unknown>>;
  /** Front matter for single files, by name, as somebody answered. */
  readonly answers?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Take the best guess where a key is missing. */
  readonly yes?: boolean;
}

/** Something a note lacks that a person may be asked for. */
export interface MissingKey {
  /** Name of the file. */
  readonly file: string;
  readonly key: RequiredKey;
  /** Values the process declares; empty for a date. */
  readonly choices: readonly string[];
  readonly guess?: string;
}

/** What became of a file. */
export type IngestStatus = 'new' | 'updated' | 'unchanged' | 'held' | 'refused';

/** What became of one file. */
export interface IngestOutcome {
  readonly name: string;
  readonly status: IngestStatus;
  /** Where it is now; absent where it was refused. */
  readonly path?: string;
  readonly findings: readonly Finding[];
  /** True where a held note is as it was when it was looked at last, and was not looked at again. */
  readonly asBefore?: boolean;
}

/** What an ingest would do. */
export interface IngestPlan {
  readonly plan: Plan;
  readonly outcomes: readonly IngestOutcome[];
  /** Findings of all outcomes. */
  readonly findings: readonly Finding[];
  /** How many files came to what. */
  readonly summary: Readonly<Record<IngestStatus, number>>;
  readonly missing: readonly MissingKey[];
  /** Columns whose reading was guessed and not confirmed. */
  readonly columns: readonly GuessedColumns[];
  /** What came out of the files besides notes. */
  readonly others: readonly OtherIngested[];
}

/** What comes out of a file besides notes, findings, and columns to be confirmed. */
export type OtherIngested = Exclude<Ingested, { type: 'note' | 'finding' | 'columns' | 'mapping' }>;
