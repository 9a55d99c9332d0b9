import type { ChalkInstance } from 'chalk';
import type { Finding } from '../../model/finding.ts';

/** What a reporter may look at beside the findings. */
export interface ReporterContext {
  /** Source of a file that findings stand in; undefined where it can't be read. */
  readonly read: (file: string) => string | undefined;
  /** Colours, at the level that flags, environment and terminal ask for. */
  readonly chalk: ChalkInstance;
  /** Columns of the terminal. */
  readonly width: number;
  /** Folder of the workspace in its repository, `''` or `path/to/`; annotations name files from the repository's root. */
  readonly prefix?: string;
}

/** A way to print findings. */
export interface Reporter {
  readonly id: string;
  readonly about: string;
  /**
   * Prints findings in the order given.
   * @returns the whole output, with a line end at the end; empty where there is nothing to print
   */
  readonly render: (findings: readonly Finding[], context: ReporterContext) => string;
}
