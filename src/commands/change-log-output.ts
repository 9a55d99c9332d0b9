import { json } from '../exports/json.ts';
import type { FormatId } from '../formats/index.ts';
import type { Assets } from '../model/contracts.ts';
import type { Distribution, Document } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import type { StageText } from '../model/workspace.ts';
import { changeLog } from '../reports/change-log.ts';
import { compareStages } from './compare-stages.ts';
import { composeNamed, type Setting } from './compared-texts.ts';
import { type RenderedFile, renderOutputs } from './render-outputs.ts';

/** Which change log, and for whom. */
export interface ChangeLogRequest {
  /** Stage, path or git ref. */
  readonly from: string;
  readonly to: string;
  readonly audience: Distribution;
  /** Keeps entries of kind `unchanged` in the data. */
  readonly all: boolean;
}

/** A change log as Document and data. */
export interface BuiltChangeLog {
  readonly document: Document;
  readonly data: unknown;
  readonly text: StageText;
  readonly findings: readonly Finding[];
}

/** Compares two texts and makes their change log. */
export async function buildChangeLog(setting: Setting, request: ChangeLogRequest): Promise<BuiltChangeLog> {
  const { world, process, workspace } = setting;
  const { audience, all } = request;
  const to = await composeNamed(setting, request.to);
  const from = await composeNamed(setting, request.from);
  const compared = await compareStages(world, process, { from, to, audience, workspace });
  const { watermark: _draft, ...style } = to.document.meta.style;
  const meta = { ...to.document.meta, style, attachments: [] };
  const { document, data } = changeLog.build({ log: compared.log, meta }, { all });
  return { document, data, text: to.text, findings: [...to.findings, ...from.findings, ...compared.findings] };
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
