import type { World } from '../io/world.ts';
import type { Finding, Severity } from '../model/finding.ts';
import type { Workspace } from '../model/workspace.ts';
import { messageAudience } from './audience.ts';
import type { CommandContext } from './context.ts';
import { disclosedFindings } from './disclosed-findings.ts';
import { EXIT } from './exit-codes.ts';

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** What to print and where. */
export interface PrintOptions {
  readonly format?: string | undefined;
  /** The severity from which the exit code is 1. */
  readonly failOn?: string | undefined;
  /** Where findings go: a result of `check`, a message of all other commands. */
  readonly to: 'out' | 'error';
  /** Prints nothing where there is nothing to say. */
  readonly quiet?: boolean;
  /** Who will read them, where a flag says so; see `messageAudience`. */
  readonly distribution?: string | undefined;
  /** True where they are about files that whoever called has named, and that need not be in the workspace yet. */
  readonly given?: boolean;
  /** The workspace, where it was read with its notes and decisions. */
  readonly workspace?: Pick<Workspace, 'notes' | 'decisions' | 'process'>;
  /** Folder of the workspace in its repository, for annotations that name files from the repository's root. */
  readonly prefix?: string;
}

/**
 * Prints findings through a reporter and gives the exit code they ask for. What they say of consultation notes is left
 * out where those who will read them may not know it.
 *
 * @param world Where the sources of the findings can be read, for the lines shown with them.
 */
export async function printFindings(
  findings: readonly Finding[],
  world: World,
  context: CommandContext,
  options: PrintOptions,
): Promise<number> {
  const audience = messageAudience(context, options);
  const { workspace, given } = options;
  const shown = await disclosedFindings(findings, world, { audience, workspace, given });
  const sorted = uniqueFindings(sortFindings(shown));
  const code = exitCode(sorted, options.failOn);
  if (options.quiet === true && sorted.length === 0) return code;
  // Measuring the width of characters is costly to load, and most commands find nothing to say.
  const { reporters } = await import('./reporters/reporters.ts');
  const reporter = reporters[options.format as keyof typeof reporters] ?? reporters.text;
  const { terminal } = context;
  const onScreen = options.to === 'out' ? terminal.outIsTerminal : terminal.errorIsTerminal;
  const sources = await readSources(world, sorted, onScreen && audience.distribution === 'custodian');
  const text = reporter.render(sorted, {
    read: (file) => sources.get(file),
    chalk: await context.chalk(options.to),
    width: context.terminal.width,
    ...(options.prefix !== undefined && { prefix: options.prefix }),
  });
  if (options.to === 'out') context.print(text);
  else context.say(text);
  return code;
}

/** The same may be found while reading, composing and rendering, or in two formats; it is said once. */
export function uniqueFindings(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = JSON.stringify(finding);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

/** Worst first, then by file, line and column, so that the order never depends on the order of the rules. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const key = ({ severity, place, check, message }: Finding) =>
    [RANK[severity], place.file, place.line, place.column, check, message] as const;
  return findings.toSorted((a, b) => compareKeys(key(a), key(b)));
}

function compareKeys(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? '';
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

/** 1 where a finding is at least as severe as `failOn` (error unless said), else 0. */
export function exitCode(findings: readonly Finding[], failOn: string | undefined): number {
  const limit = RANK[(failOn ?? 'error') as Severity] ?? 0;
  return findings.some(({ severity }) => RANK[severity] <= limit) ? EXIT.findings : EXIT.clean;
}

/** What was said in a consultation is shown to who sits at the terminal, and never written into a log or a file. */
async function readSources(
  world: World,
  findings: readonly Finding[],
  onScreen: boolean,
): Promise<Map<string, string>> {
  const named = [...new Set(findings.map(({ place }) => place.file))];
  const files = named.filter((file) => onScreen || !file.startsWith('consultations/'));
  const sources = new Map<string, string>();
  for (const file of files) {
    const bytes = await world.read(file);
    if (bytes !== undefined) sources.set(file, new TextDecoder().decode(bytes));
  }
  return sources;
}
