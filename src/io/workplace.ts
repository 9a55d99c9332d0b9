import type { NodeGit } from './git.ts';
import type { GitPlace } from './run-git.ts';

/** Where plans are applied. */
export interface Workplace {
  readonly place: GitPlace;
  readonly git: NodeGit;
  readonly realRoot: () => Promise<string>;
}

/** A plan being carried out. */
export interface Stage extends Workplace {
  readonly root: string;
  /** Folder of the journal. */
  readonly folder: string;
  /** Set where a plan could neither be finished nor undone. */
  stuck: boolean;
}
