/** The contracts of the open folders: one plain object a file. */
import type { ChangeLog } from './change-log.ts';
import type { ClearanceState } from './clearance.ts';
import type { Distribution, Document } from './document.ts';
import type { Finding, Severity } from './finding.ts';
import type { NamedMapping } from './mapping.ts';
import type { Process } from './process.ts';
import type { Questionnaire } from './questionnaire.ts';
import type { ResponseEntry } from './response.ts';
import type { Verdict } from './verdict.ts';
import type { StageText, Workspace } from './workspace.ts';

/** A passage of a text that was sent to reviewers. */
export interface SentPassage {
  readonly id: string;
  /** Its plain words, as they were sent. */
  readonly text: string;
  /** Its number as cited, where it has one. */
  readonly number?: string;
}

/** A paragraph of a Word file that was sent to reviewers. */
export interface SentParagraph {
  readonly words: string;
  /** Names of the bookmarks on it. */
  readonly bookmarks: readonly string[];
  /** The passage it belongs to; absent for what the program put there: title, contents, notes. */
  readonly passage?: SentPassage;
  /** Whether it is a cell of a table. */
  readonly cell: boolean;
}

/** A Word file as it was sent to reviewers. */
export interface SentFile {
  /** Its paragraphs in order, without empty ones. */
  readonly paragraphs: readonly SentParagraph[];
  /** Name that our own tracked changes carry. */
  readonly author: string;
}

/** A text that may have been sent to reviewers: a stage, or the text as it stands. */
export interface SentText {
  /** Id of the stage, or `working`. */
  readonly stage: string;
  /** Its passages in order. */
  readonly passages: () => Promise<readonly SentPassage[]>;
  /** The Word file of it, as the program makes it; undefined where there is no such text. */
  readonly asWord?: () => Promise<SentFile | undefined>;
}

/** What a source is told about the file it reads. */
export interface SourceContext {
  /** Name of the file as given, without folders. */
  readonly name: string;
  readonly process: Process;
  /** What flags said about the note, in front-matter keys; it wins over guesses, not over the file. */
  readonly defaults: Readonly<Record<string, unknown>>;
  /** Questionnaires of the workspace, which tell what a survey's columns are. */
  readonly questionnaires?: readonly Questionnaire[];
  /** Mappings of the workspace, and those just confirmed. */
  readonly mappings?: readonly NamedMapping[];
  /** What may have been sent to reviewers, the latest first; for files that they send back. */
  readonly sent?: readonly SentText[];
  /** Take the best guess where columns are not mapped. */
  readonly yes?: boolean;
}

/** What a remark in a returned file says, by which the same remark of several files is known. */
export interface SaidAt {
  readonly words: string;
  /** Id of the passage, where it is sure. */
  readonly passage?: string;
  /** Whether the words are proposed wording. */
  readonly proposed: boolean;
}

/** What a survey or comment matrix adds to its note. */
export interface IngestedRows {
  /** Ids made from the rows, by which a corrected export is recognised under another name; a few are enough. */
  readonly respondents: readonly string[];
  /** Inputs in JSON lines, a file each, where they are too many for the note itself. */
  readonly shards?: readonly Uint8Array[];
}

/** Columns whose reading was guessed and waits for somebody's word. */
export interface GuessedColumns {
  /** Name of the file. */
  readonly file: string;
  readonly guess: NamedMapping;
  /** A few values of each column, in order, for whoever confirms; nothing that identifies a person. */
  readonly samples: readonly (readonly string[])[];
}

/** A note that came out of a file. */
export interface IngestedNote {
  readonly type: 'note';
  /** The whole text of the note to be written. */
  readonly markdown: string;
  /** Proposed file name without its ending. */
  readonly name: string;
  readonly findings: readonly Finding[];
  /** YAML of what names people and must not enter a tracked file. */
  readonly keptOut?: string;
  /** For notes made of the rows of a table. */
  readonly rows?: IngestedRows;
  /** For notes made of a returned file: its remarks. */
  readonly said?: readonly SaidAt[];
}

/** What can come out of a file. */
export type Ingested =
  | IngestedNote
  | { readonly type: 'questionnaire'; readonly questionnaire: Questionnaire }
  | { readonly type: 'response'; readonly note: string; readonly entry: ResponseEntry }
  | { readonly type: 'finding'; readonly finding: Finding }
  | { readonly type: 'columns'; readonly columns: GuessedColumns }
  | { readonly type: 'mapping'; readonly mapping: NamedMapping };

/** A kind of file that can be ingested. */
export interface Source {
  readonly id: string;
  readonly about: string;
  /** Whether this source reads such a file: its name and its first 4 KiB. */
  readonly accepts: (name: string, head: Uint8Array) => boolean;
  readonly read: (bytes: Uint8Array, context: SourceContext) => AsyncIterable<Ingested>;
}

/** What must be loaded before a check can run. */
export type CheckNeed = 'notes' | 'text' | 'stages' | 'changes' | 'trace';

/** What a check sees. Members are there when its `needs` ask for them. */
export interface CheckContext {
  readonly workspace: Workspace;
  /** What reading and composing already found; checks that explain such a finding pick theirs by id. */
  readonly readings: readonly Finding[];
  readonly text?: StageText;
  /** Composed Document of the text. */
  readonly document?: Document;
  readonly stages?: readonly StageText[];
  /** True where the repository is a shallow clone, so that stages may be missing from `stages`. */
  readonly shallow?: boolean;
  /** Between neighbouring stages, and from the last one to the text as it stands; with reasons and verdicts. */
  readonly changes?: readonly ChangeLog[];
  /** Verdicts on changes that people overruled. */
  readonly verdicts?: readonly Verdict[];
  /** How the clearances of the stages stand. */
  readonly clearances?: readonly ClearanceState[];
  /** ISO date of today, from the World. */
  readonly today: string;
}

/** A workspace in small, as files; `file` says which of them `failing` and `passing` stand for. */
export interface CheckExamples {
  /** Workspace-relative path of the example, such as `drafts/10-introduction.md`. */
  readonly file: string;
  readonly failing: string;
  readonly passing: string;
  /** Further files the example needs; a minimal `penholder.yaml` is there already. */
  readonly files?: Readonly<Record<string, string>>;
  /** Stages frozen before, in order, with the files that each added or replaced. */
  readonly frozen?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A rule. `run` is synchronous and pure. */
export interface Check {
  readonly id: `${string}/${string}`;
  readonly about: string;
  /** Why the rule exists, with its source where it follows good practice; Markdown. */
  readonly why: string;
  /** A failing and a passing example; both are run by the tests and printed by `--explain`. */
  readonly examples?: CheckExamples;
  readonly severity: Severity;
  readonly needs: readonly CheckNeed[];
  readonly run: (context: CheckContext) => Iterable<Finding>;
}

/** A report: a Document for people and its data for programs. */
export interface Report<Context, Options> {
  readonly id: string;
  readonly about: string;
  readonly build: (context: Context, options: Options) => { readonly document: Document; readonly data: unknown };
}

/** Bytes from outside the Document that a format may need. */
export interface Assets {
  /** A picture of the text, by workspace-relative path; undefined if missing or outside the workspace. */
  readonly picture: (path: string) => Promise<Uint8Array | undefined>;
  /** A file shipped with the program, such as `fonts/NotoSerif_400Regular.ttf` or `typst/penholder.typ`. */
  readonly shipped: (path: string) => Promise<Uint8Array | undefined>;
  /** Names of shipped files in a folder. */
  readonly shippedIn: (folder: string) => Promise<readonly string[]>;
  /** Settings from the environment that formats know: `pdf` is `native` or `wasm` where forced. */
  readonly settings: Readonly<{ pdf?: string }>;
  /** Called with what the format could not carry. */
  readonly report: (finding: Finding) => void;
}

/** An output format. */
export interface Format {
  readonly id: string;
  readonly extension: string;
  readonly mediaType: string;
  readonly about: string;
  readonly render: (document: Document, assets: Assets) => Promise<Uint8Array>;
}

/** Something programs read. */
export interface Export<Data> {
  readonly id: string;
  readonly extension: string;
  readonly mediaType: string;
  readonly render: (data: Data) => Promise<Uint8Array>;
}

/** Who will read an output, and so what it may hold. */
export interface Audience {
  readonly distribution: Distribution;
}
