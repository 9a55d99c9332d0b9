import type { GitPerson, Plan } from '../model/plan.ts';

/** A file found in a folder. */
export interface ListedFile {
  /** Workspace-relative path with `/`, spelled as the file system gives it (NFC and NFD names may coexist). */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Identity for caches: changes when the content may have changed (size, mtime in ns, inode). */
  readonly stamp: string;
}

/** Something in a folder that no listing gives, or that can not be read by its name. */
export interface PassedOver {
  /** Workspace-relative; bytes that are no text are written as `\xe9`. */
  readonly path: string;
  /**
   * `link`: leads out of the workspace or to nothing. `name`: holds a backslash or bytes that are no UTF-8.
   * `closed`: a folder that may not be looked into. `deep`: a folder too far down.
   */
  readonly reason: 'link' | 'name' | 'closed' | 'deep';
}

/** An entry of a tree in git. */
export interface TreeEntry {
  /** Path from the repository's root. */
  readonly path: string;
  readonly id: string;
  readonly mode: 'file' | 'executable' | 'link' | 'submodule';
}

/** A commit as `log` tells it. */
export interface Commit {
  readonly id: string;
  readonly author: GitPerson;
  readonly subject: string;
  readonly body: string;
  /** Paths it touched, from the repository's root. */
  readonly paths: readonly string[];
}

/** A tag with the commit it points at. */
export interface Tag {
  readonly name: string;
  readonly commit: string;
  /** ISO date of the commit's author, with zone. */
  readonly date: string;
  /** Message of an annotated tag; empty for a lightweight one. */
  readonly message: string;
}

/** The signature of a tag, as far as this machine can judge it. */
export interface TagSignature {
  readonly kind: 'openpgp' | 'ssh' | 'x509';
  /** `unknown-key`: it is whole, and nobody here knows whose it is. `not-checked`: what would check it is not here. */
  readonly state: 'good' | 'bad' | 'unknown-key' | 'not-checked';
  /** Whose key it is, as the user's own key ring or list of signers names them. */
  readonly signer?: string;
  /** Fingerprint or id of the key. */
  readonly key?: string;
}

/** What is known of the repository around the workspace. */
export interface RepositoryState {
  readonly kind: 'none' | 'no-git' | 'empty' | 'unsafe' | 'ready';
  /** Folder of the workspace in the repository, `''` or `path/to/`. */
  readonly prefix: string;
  readonly head?: string;
  readonly headDate?: string;
  readonly branch?: string;
  readonly shallow: boolean;
  /** Whether git knows who commits and tags. */
  readonly identity: boolean;
}

/** A version of a file in history. */
export interface HistoricFile {
  /** Commit that brought this content. */
  readonly commit: string;
  /** Path from the repository's root. */
  readonly path: string;
  /** Id of its content. */
  readonly id: string;
}

/** A commit's message, in history. */
export interface HistoricMessage {
  readonly commit: string;
  readonly message: string;
}

/** The hook that git runs before a commit. */
export interface CommitHook {
  /** Where git looks for it, as the user would name it. */
  readonly path: string;
  /** What stands there; absent where there is none. */
  readonly text?: string;
  /** Set where the user's configuration points git at another folder of hooks, which is theirs. */
  readonly configured?: string;
}

/** Git, through plumbing that executes nothing a repository's configuration names. */
export interface Git {
  readonly state: () => Promise<RepositoryState>;
  /** Object id of the commit a name stands for; undefined where there is none. Names that begin with `-` are harmless. */
  readonly resolve: (name: string) => Promise<string | undefined>;
  /** All files of a commit under a folder (repository path), in order of path. */
  readonly tree: (commit: string, under?: string) => Promise<readonly TreeEntry[]>;
  /** Contents by object id, read through one `cat-file --batch`. */
  readonly blobs: (ids: readonly string[]) => Promise<ReadonlyMap<string, Uint8Array>>;
  readonly tags: () => Promise<readonly Tag[]>;
  /** The signature of a tag; undefined where it has none. No program that the repository names is run. */
  readonly signature: (tag: string) => Promise<TagSignature | undefined>;
  /** Commits reachable from `to` and not from `from`, newest first, that touch a path under `under`. */
  readonly log: (from: string | undefined, to: string, under?: string) => Promise<readonly Commit[]>;
  /** Workspace-relative paths that differ from HEAD, untracked files included. */
  readonly changed: () => Promise<readonly string[]>;
  readonly commitDate: (commit: string) => Promise<string | undefined>;
  /** Files as they are staged for the next commit where they differ from HEAD; deleted ones left out. Repository paths. */
  readonly staged: () => Promise<readonly TreeEntry[]>;
  /** Every version of every file that any ref or reflog still reaches. */
  readonly history: () => Promise<readonly HistoricFile[]>;
  /** Messages of these commits. */
  readonly messages: (commits: readonly string[]) => Promise<readonly HistoricMessage[]>;
  /** Names of the refs from which a commit can be reached. */
  readonly refsWith: (commit: string) => Promise<readonly string[]>;
  /** The hook before a commit; undefined where there is no repository. */
  readonly hook: () => Promise<CommitHook | undefined>;
  /** Writes the hook, executable; what stood there is kept beside it under another name where one is given. */
  readonly writeHook: (text: string, keepAs?: string) => Promise<void>;
}

/** Results that can be made again. Losing it changes no output. */
export interface Cache {
  /** Values of one kind, by key; loaded once. */
  readonly get: (kind: string, key: string) => Promise<unknown>;
  readonly set: (kind: string, key: string, value: unknown) => void;
  /** Writes what was set, keeping only keys used in this run and recent ones. */
  readonly save: () => Promise<void>;
  /** Deletes all of it: what was withdrawn must not live on in readings. */
  readonly clear: () => Promise<void>;
}

/** Everything outside the program. Pure code never sees it. */
export interface World {
  /** Absolute path of the workspace's root, for the file system only; never printed in outputs. */
  readonly root: string;
  /** Content of a file in the workspace; undefined where there is none, or where it leads outside (symlink, `..`). */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  /** Content of a file the user named on the command line, absolute or relative to the folder of the call. */
  readonly readNamed: (path: string) => Promise<Uint8Array | undefined>;
  /** All regular files under a workspace folder, at any depth, in code-point order; links out of the workspace left out. */
  readonly list: (folder: string) => Promise<readonly ListedFile[]>;
  /** Links under a folder that lead out of the workspace or to nothing, as `list` left them out. */
  readonly linksOutside: (folder: string) => Promise<readonly string[]>;
  /** What lies under a folder and is passed over by `list`, or can not be read by its name; links outside among it. */
  readonly passedOver: (folder: string) => Promise<readonly PassedOver[]>;
  /** Applies a plan whole or not at all; finishes or undoes one that was interrupted first. */
  readonly apply: (plan: Plan) => Promise<{ readonly commit?: string }>;
  readonly git: Git;
  readonly cache: Cache;
  /** ISO date of today. */
  readonly today: () => string;
  /** Characters of base 32 (`0-9a-hjkmnp-tv-z`), lower case. */
  readonly randomId: (length: number) => string;
  /** A file shipped with the program, by path under `templates/`, `dist/` or `drafts/`. */
  readonly asset: (path: string) => Promise<Uint8Array | undefined>;
  /** Paths of shipped files under a folder. */
  readonly assets: (folder: string) => Promise<readonly string[]>;
  /**
   * Runs a named task in a pooled worker; undefined where the limit (milliseconds) ran out.
   * Rejects with a WorldError `no-worker` where the program runs from sources; the caller may then do the work itself.
   */
  readonly isolate: (task: string, input: unknown, limit: number) => Promise<unknown>;
  /** Value of an environment variable. */
  readonly env: (name: string) => string | undefined;
}
