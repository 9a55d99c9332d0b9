import { json } from '../exports/json.ts';
import type { FormatId } from '../formats/index.ts';
import type { ChangeLog } from '../model/change-log.ts';
import type { Assets } from '../model/contracts.ts';
import type { Distribution, Document } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import { changeLog } from '../reports/change-log.ts';
import { type Comparison, compareStages } from './compare-stages.ts';
import { composeNamed, type Setting } from './compared-texts.ts';
import { toldApart } from './plain-texts.ts';
import { type RenderedFile, renderOutputs } from './render-outputs.ts';
import type { ComposedStage } from './stages.ts';

/** Which change log, and for whom. */
export interface ChangeLogRequest {
  /** Stage, path or git ref. */
  readonly from: string;
  readonly to: string;
  readonly audience: Distribution;
  /** What a reviewer saw, between the two. */
  readonly seen?: string | undefined;
}

/** Two texts compared, as named on the command line. */
export interface ComparedNames {
  readonly from: ComposedStage;
  readonly to: ComposedStage;
  readonly log: ChangeLog;
  readonly findings: readonly Finding[];
}

/** Compares two texts, and where a reviewer's stage is named, both with that one. */
export async function compareNamed(setting: Setting, request: ChangeLogRequest): Promise<ComparedNames> {
  const later = await composeNamed(setting, request.to);
  const [from, to] = toldApart(await composeNamed(setting, request.from), later);
  const { log, findings } = await compareStages(setting.world, setting.process, comparison(setting, request, from, to));
  const all = [...to.findings, ...from.findings, ...findings];
  if (request.seen === undefined) return { from, to, log, findings: all };
  const seen = await composeNamed(setting, request.seen);
  return {
    from,
    to,
    log: await seenIn(setting, request, { from, to, log, seen }),
    findings: [...all, ...seen.findings],
  };
}

function comparison(
  { workspace }: Setting,
  { audience }: ChangeLogRequest,
  from: ComposedStage,
  to: ComposedStage,
): Comparison {
  return { from, to, audience, workspace };
}

interface ThreeWays {
  readonly from: ComposedStage;
  readonly to: ComposedStage;
  readonly seen: ComposedStage;
  readonly log: ChangeLog;
}

async function seenIn(
  setting: Setting,
  request: ChangeLogRequest,
  { from, to, seen, log }: ThreeWays,
): Promise<ChangeLog> {
  const { withSeen } = await import('../trace/seen.ts');
  const { world, process } = setting;
  const before = await compareStages(world, process, comparison(setting, request, from, seen));
  const after = await compareStages(world, process, comparison(setting, request, seen, to));
  return withSeen(log, { before: before.log, after: after.log, stage: after.log.from });
}

/** A change log as Document and data. */
export interface BuiltChangeLog {
  readonly document: Document;
  readonly data: unknown;
}

/**
 * Makes the change log of two texts.
 *
 * @param all Keeps entries of kind `unchanged` in the data.
 */
export function buildChangeLog({ workspace }: Setting, { to, log }: ComparedNames, all: boolean): BuiltChangeLog {
  const { watermark: _draft, ...style } = to.document.meta.style;
  const meta = { ...to.document.meta, style, attachments: [] };
  return changeLog.build({ log, meta }, { all, reasons: workspace });
}

/** Renders a change log: its data as JSON, its Document in all other formats. */
export async function renderChangeLog(
  built: BuiltChangeLog,
  names: readonly string[],
  assets: Assets,
): Promise<RenderedFile[]> {
  const files: RenderedFile[] = [];
  for (const name of names) {
    if (name === 'json')
      files.push({ stem: '', extension: 'json', format: name, bytes: await json.render(built.data) });
    else files.push(...(await renderOutputs([{ stem: '', document: built.document }], [name as FormatId], assets)));
  }
  return files;
}
