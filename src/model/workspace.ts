import type { Circulation } from './circulation.ts';
import type { ClearanceRecord } from './clearance.ts';
import type { ConsultationNote } from './consultation-note.ts';
import type { Decision } from './decision.ts';
import type { Finding } from './finding.ts';
import type { Process, Stage } from './process.ts';
import type { Questionnaire } from './questionnaire.ts';
import type { Resource } from './resource.ts';
import type { Response } from './response.ts';
import type { SectionSource } from './section.ts';
import type { Stakeholder } from './stakeholder.ts';

/** A stage as git knows it. */
export interface FrozenStage {
  readonly stage: Stage;
  /** Full tag name, prefix of a workspace below the repository's root included; `.2` where it was frozen again. */
  readonly tag: string;
  readonly commit: string;
  /** Author date of the commit, ISO with zone. */
  readonly date: string;
  /** Trailers of the tag's message. */
  readonly trailers: Readonly<Record<string, string>>;
}

/** The text of a stage, or of the folder as it stands. */
export interface StageText {
  /** Stage id, or `working`. */
  readonly id: string;
  readonly title: string;
  readonly frozen?: FrozenStage;
  /** The process in force for it. */
  readonly process: Process;
  /** In reading order. */
  readonly sections: readonly SectionSource[];
  readonly resources: readonly Resource[];
  /** Pictures and other files the text names are read by workspace-relative path. */
  readonly asset: (path: string) => Promise<Uint8Array | undefined>;
  /** Commit the text comes from; for `working` HEAD, if there is one. */
  readonly commit?: string;
  /** ISO date with zone of that commit. */
  readonly date?: string;
  /** True where the folder differs from its commit. */
  readonly dirty: boolean;
  readonly findings: readonly Finding[];
}

/** What a workspace holds, read and validated. Nothing is thrown for bad files: `findings` tells. */
export interface Workspace {
  /** Folder of the workspace inside its repository, `''` at the root, else `path/to/`. */
  readonly prefix: string;
  readonly process: Process;
  readonly notes: readonly ConsultationNote[];
  readonly responses: readonly Response[];
  readonly decisions: readonly Decision[];
  readonly questionnaires: readonly Questionnaire[];
  readonly stakeholders: readonly Stakeholder[];
  /** Who cleared which stage; absent where nobody asked for it. */
  readonly clearances?: readonly ClearanceRecord[];
  /** What went to whom; absent where nobody asked for it. */
  readonly circulations?: readonly Circulation[];
  readonly findings: readonly Finding[];
}
