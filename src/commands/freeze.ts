import type { Workspace } from '../model/workspace.ts';
import { planFreeze } from '../workspace/plan-freeze.ts';
import { CannotRun } from './cannot-run.ts';
import { findingsOf } from './check.ts';
import { type CommandInput, flag, text } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { freezeGates, GATE_IDS } from './freeze-gates.ts';
import { openProcess } from './open-process.ts';
import { printFindings } from './print-findings.ts';
import { composeStage } from './stages.ts';
import { VERSION } from './version.ts';

/** `penholder freeze <stage>`: checks the committed text and puts the stage's annotated tag on it. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const world = await context.world();
  const { process } = await openProcess(world, context, text(input, 'format'));
  if (process === undefined) return EXIT.findings;
  const [stageId = ''] = input.args;
  const message = text(input, 'message');
  const frozen = await planFreeze(world, {
    process,
    stageId,
    version: VERSION,
    ...(message !== undefined && { message }),
  });
  const draft = frozen.commit === undefined ? undefined : await composeStage(world, process, frozen.commit);
  const { findings: all, workspace, loaded } = await findingsOf(world, []);
  if (message !== undefined && workspace !== undefined) await refuseNames(message, workspace);
  const checked = all.filter(({ severity, check }) => severity !== 'info' && !GATE_IDS.has(check));
  const done = frozen.findings.some(({ check }) => check === 'stages/already-frozen');
  const open = done || loaded === undefined ? [] : await freezeGates(world, loaded, stageId);
  const findings = [...frozen.findings, ...(draft?.findings ?? []), ...checked, ...open];
  const code = await printFindings(findings, world, context, {
    to: 'error',
    format: text(input, 'format'),
    quiet: true,
    ...(workspace !== undefined && { workspace }),
  });
  if (frozen.plan === undefined) return code;
  if (code !== EXIT.clean) {
    context.say(`${stageId} was not frozen. Mend what stands above, commit, and freeze again.`);
    return code;
  }
  if (flag(input, 'dryRun')) {
    context.say(`${frozen.tag} would be put on ${frozen.commit?.slice(0, 7)}; nothing was written.`);
    return code;
  }
  await world.apply(frozen.plan);
  await world.cache.save();
  context.print(frozen.tag ?? stageId);
  context.say(`The stage is frozen on ${frozen.commit?.slice(0, 7)}. Share it with: git push origin ${frozen.tag}`);
  context.say(`Next: penholder compile ${stageId} --to pdf,html,md`);
  return code;
}

/** A tag goes wherever the repository goes, and stays: its message names nobody who was promised not to be named. */
async function refuseNames(message: string, { notes, decisions, process }: Workspace): Promise<void> {
  const { disclosures } = await import('../trace/disclose-input.ts');
  const { holdsName, protectedNames } = await import('../trace/protected-words.ts');
  const told = disclosures({ notes, process, audience: { distribution: 'public' } });
  if (!holdsName(protectedNames({ notes, decisions, told }))(message)) return;
  throw new CannotRun(
    'The stage was not frozen, because the message names a contributor, a consultation note or a decision that is not public.',
    'Say in other words what to keep with the stage: a tag cannot be taken back from those who have fetched it.',
  );
}
