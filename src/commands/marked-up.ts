import { markUp } from '../changes/mark-up/mark-up.ts';
import type { World } from '../io/world.ts';
import type { ChangeLog } from '../model/change-log.ts';
import type { Document } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import type { Process } from '../model/process.ts';
import { acceptSome } from '../reports/marked-up/accept-some.ts';
import { changeReasons } from '../reports/marked-up/change-reasons.ts';
import { sideBySide } from '../reports/marked-up/side-by-side.ts';
import { type Comparison, compareStages } from './compare-stages.ts';

/** How changes are shown. */
export interface MarkingOptions {
  /** Leaves editorial changes unmarked. */
  readonly substantive?: boolean;
  /** In two columns instead of one. */
  readonly sideBySide?: boolean;
  /** False leaves out why changes were made, where the format can tell it at the change. */
  readonly reasons?: boolean;
}

/** The marked-up version of a stage against an earlier one. */
export async function markedUpStage(
  world: World,
  process: Process,
  comparison: Comparison,
  options: MarkingOptions = {},
): Promise<{ document: Document; findings: readonly Finding[] }> {
  const { log, findings } = await compareStages(world, process, comparison);
  const all = markUp(comparison.from.document, comparison.to.document, log);
  const marked = options.substantive === true ? acceptSome(all, isEditorial(log)) : all;
  const shown = options.sideBySide === true ? sideBySide(marked, log) : marked;
  return { document: options.reasons === false ? shown : withReasons(shown, log), findings };
}

function withReasons({ root, meta }: Document, log: ChangeLog): Document {
  return { root, meta: { ...meta, changeReasons: changeReasons(log, meta.language) } };
}

function isEditorial({ changes }: ChangeLog): (change: string) => boolean {
  const editorial = new Set(changes.flatMap(({ id, severity }) => (severity === 'editorial' ? [id] : [])));
  return (change) => editorial.has(change);
}
