import type { NoteFrontMatter } from '../../model/consultation-note.ts';
import type { Place, Severity } from '../../model/finding.ts';
import type { Process } from '../../model/process.ts';

/** What a rule on the front matter of a consultation note sees. */
export interface RuleContext {
  readonly frontMatter: NoteFrontMatter;
  readonly process: Process;
  readonly file: string;
  /** Where a key stands, by its path. */
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
}

/** What a rule has to say, and about which key. */
export interface RuleFinding {
  readonly check: `notes/${string}` | `safeguarding/${string}`;
  readonly severity: Severity;
  readonly message: string;
  readonly why?: string;
  readonly hint?: string;
  /** Path of the key concerned. */
  readonly path: readonly (string | number)[];
}

/** A rule on the front matter of a consultation note. */
export type NoteRule = (context: RuleContext) => readonly RuleFinding[];
