import { type ComposedDraft, composeDraft } from '../drafts/compose-draft.ts';
import type { DraftOptions } from '../drafts/draft-meta.ts';
import type { World } from '../io/world.ts';
import type { Finding } from '../model/finding.ts';
import type { Process } from '../model/process.ts';
import type { StageText } from '../model/workspace.ts';
import { directionOf } from '../text/language.ts';
import { CannotRun } from './cannot-run.ts';

/** A stage read and composed. */
export interface ComposedStage extends ComposedDraft {
  readonly text: StageText;
}

/**
 * Reads a stage, `working` or a git ref, and composes it.
 *
 * @throws CannotRun where there is no such stage; its message says what would make it.
 */
export async function composeStage(
  world: World,
  process: Process,
  name: string,
  options: Partial<DraftOptions> = {},
): Promise<ComposedStage> {
  const { readStage } = await import('../workspace/read-stage.ts');
  const { text, findings } = await readStage(world, process, name);
  if (text === undefined) throw noStage(name, findings);
  const composed = composeText(world, text, options);
  return { ...composed, findings: [...findings, ...composed.findings] };
}

/** Composes a text that has been read. */
export function composeText(world: World, text: StageText, options: Partial<DraftOptions> = {}): ComposedStage {
  const draft = composeDraft(text, { direction: directionOf, epoch: epochOf(world, text), ...options });
  return { text, document: draft.document, findings: [...text.findings, ...notCarried(text), ...draft.findings] };
}

/** What the text has and its tree could not carry; mere remarks on files belong to `check`. */
function notCarried({ sections }: StageText): Finding[] {
  return sections.flatMap(({ findings }) => findings.filter(({ severity }) => severity !== 'info'));
}

/** Says that there is no such stage, with what reading it found. */
export function noStage(name: string, findings: readonly Finding[]): CannotRun {
  const [first] = findings;
  if (first === undefined) return new CannotRun(`There is no stage or git ref called "${name}".`);
  return new CannotRun([first.message, first.why].filter((part) => part !== undefined).join(' '), first.hint);
}

/**
 * Seconds since 1970 for time stamps inside files: SOURCE_DATE_EPOCH, else the date of the commit, else 1 January 1980.
 *
 * See https://reproducible-builds.org/specs/source-date-epoch/
 */
export function epochOf(world: World, text: Pick<StageText, 'date'>): number {
  const wanted = world.env('SOURCE_DATE_EPOCH') ?? '';
  // An empty value is none, as the specification has it.
  if (/^\d{1,12}$/u.test(wanted)) return Number(wanted);
  const seconds = text.date === undefined ? Number.NaN : Math.floor(Date.parse(text.date) / 1000);
  return Number.isFinite(seconds) ? seconds : 315_532_800;
}
