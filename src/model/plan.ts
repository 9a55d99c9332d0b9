/** One file to write, with its whole content. Paths are workspace-relative with `/`, or absolute where the user named one. */
export interface PlannedWrite {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** `new`: must not exist yet; `replace`: may exist. */
  readonly mode: 'new' | 'replace';
  /** What the file held when the plan was made; where it holds something else by now, nothing is written. */
  readonly was?: Uint8Array;
  /** Outputs that can be made again need no fsync. Default true. */
  readonly durable?: boolean;
}

/** A file to rename. */
export interface PlannedRename {
  readonly from: string;
  readonly to: string;
}

/** An annotated tag to put on a commit. */
export interface PlannedTag {
  readonly name: string;
  /** Object id of the commit, or `HEAD` for the one this plan makes. */
  readonly target: string;
  readonly message: string;
  /** Who tags and when; git's configuration and the clock where absent. */
  readonly tagger?: GitPerson;
}

/** Who did something in git, and when (ISO date and time with zone). */
export interface GitPerson {
  readonly name: string;
  readonly email: string;
  readonly date: string;
}

/** A commit of exactly these paths. */
export interface PlannedCommit {
  readonly message: string;
  /** Workspace-relative paths to add, changed or deleted; `['.']` for all. */
  readonly paths: readonly string[];
  readonly author?: GitPerson;
}

/** Everything a command wants to change outside the program, in the order it is carried out. Applied whole or undone. */
export interface Plan {
  /** Makes a git repository of the workspace's folder: where there is none around it, or `own` even inside another one. */
  readonly repository?: 'create' | 'own';
  readonly writes: readonly PlannedWrite[];
  readonly renames: readonly PlannedRename[];
  readonly deletes: readonly string[];
  readonly commit?: PlannedCommit;
  readonly tags: readonly PlannedTag[];
}

/** A plan that changes nothing. */
export const EMPTY_PLAN: Plan = { writes: [], renames: [], deletes: [], tags: [] };
