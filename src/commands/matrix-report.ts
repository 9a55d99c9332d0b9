import { reports } from '../reports/index.ts';
import { MATRIX_ORDERS } from '../reports/matrix/data.ts';
import { text } from './command-spec.ts';
import { readMatrixMaterial } from './matrix-context.ts';
import { matrixFilter } from './matrix-export.ts';
import { type BuiltReport, dateOf, type ReportRequest } from './report-builders.ts';

/** `penholder report matrix`: the disposition of comments. */
export async function buildMatrix({ world, process, audience, round, input }: ReportRequest): Promise<BuiltReport> {
  const material = await readMatrixMaterial(world, process);
  const report = await reports.matrix();
  const by = MATRIX_ORDERS.find((one) => one === text(input, 'by'));
  const chosen = matrixFilter(input, material);
  const filter = round === undefined ? chosen : { ...chosen, round: [round] };
  const distribution = audience.distribution === 'public' ? ('public' as const) : ('core-group' as const);
  const context = { ...material, audience: { distribution }, date: await dateOf(world) };
  const built = report.build(context, { filter, ...(by !== undefined && { by }) });
  return { ...built, findings: material.workspace.findings };
}
