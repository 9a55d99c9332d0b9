import type { World } from '../io/world.ts';
import type { Audience } from '../model/contracts.ts';
import type { IngestPlan } from '../sources/ingest/ingest-types.ts';
import { disclosedFindings } from './disclosed-findings.ts';

/**
 * What an ingest did, as its audience may read it: in the log of a service neither the files that came in nor where they
 * went are named, since both often tell who spoke.
 *
 * @param plan Already carried out, or to be carried out apart from what is said of it.
 * @param world Of the workspace.
 */
export async function disclosedIngest(plan: IngestPlan, world: World, audience: Audience): Promise<IngestPlan> {
  if (audience.distribution === 'custodian') return plan;
  const names = new Map(plan.outcomes.map(({ name }, index) => [name, `file ${index + 1}`]));
  const findings = (list: IngestPlan['findings']) => disclosedFindings(list, world, { audience, given: true });
  const outcomes = plan.outcomes.map(async ({ name, path, status, findings: own }) => ({
    name: names.get(name) ?? 'a file',
    status,
    ...(path !== undefined && { path: path.startsWith('.penholder/') ? '.penholder/quarantine' : 'consultations' }),
    findings: await findings(own),
  }));
  return {
    ...plan,
    plan: { ...plan.plan, writes: [] },
    outcomes: await Promise.all(outcomes),
    findings: await findings(plan.findings),
    // A guess is taken from the words of the file.
    missing: plan.missing.map(({ file, key, choices }) => ({ file: names.get(file) ?? 'a file', key, choices })),
  };
}
