import type { Change, ChangeLog } from '../model/change-log.ts';
import { EMPTY_PLAN } from '../model/plan.ts';
import type { VerdictEntry } from '../model/verdict.ts';
import { changeFingerprint } from '../trace/overrule.ts';
import { VERDICTS_FILE } from '../workspace/layout.ts';
import { CannotRun } from './cannot-run.ts';
import { type CommandInput, flag, text, texts } from './command-spec.ts';
import type { Setting } from './compared-texts.ts';
import { EXIT } from './exit-codes.ts';

const SEVERITIES = ['editorial', 'substantive'] as const;

/**
 * Writes verdicts on changes to `changes.yaml`, where they are kept.
 *
 * @param log The change log in which the changes are numbered.
 * @returns The exit code.
 * @throws CannotRun where a change, a verdict or the reason is missing, or the file does not hold.
 */
export async function overruleChanges(setting: Setting, log: ChangeLog, input: CommandInput): Promise<number> {
  const { world, context } = setting;
  if (!setting.workspace)
    throw new CannotRun(
      'Verdicts are kept in the workspace, and there is none here.',
      'Run "penholder init" to make one.',
    );
  const entries = entriesOf(log, input);
  await refuseBroken(setting);
  const { withVerdictEntries } = await import('../workspace/plan-verdicts.ts');
  const was = await world.read(VERDICTS_FILE);
  const source = was === undefined ? '' : new TextDecoder().decode(was);
  const after = withVerdictEntries(source, entries);
  if (flag(input, 'dryRun')) {
    context.print(after);
    return EXIT.clean;
  }
  const bytes = new TextEncoder().encode(after);
  const write = { path: VERDICTS_FILE, bytes, mode: 'replace' as const, ...(was !== undefined && { was }) };
  await world.apply({ ...EMPTY_PLAN, writes: [write] });
  context.print(VERDICTS_FILE);
  return EXIT.clean;
}

/** What does not hold cannot be added to, and is never written over. */
async function refuseBroken({ world }: Setting): Promise<void> {
  const { loadVerdicts } = await import('../workspace/verdicts.ts');
  const [broken] = (await loadVerdicts(world)).findings.filter(({ severity }) => severity === 'error');
  if (broken === undefined) return;
  throw new CannotRun(
    `Nothing was overruled, because ${VERDICTS_FILE} does not hold. Line ${broken.place.line}: ${broken.message}`,
    `Mend it first. ${broken.hint ?? ''}`.trim(),
  );
}

function entriesOf(log: ChangeLog, input: CommandInput): VerdictEntry[] {
  const reason = text(input, 'reason') ?? '';
  if (reason.trim() === '')
    throw new CannotRun('A verdict is overruled with a reason, and none was given.', 'Add --reason "…".');
  const by = text(input, 'by');
  return texts(input, 'overrule').map((asked) => {
    const [id = '', wanted = ''] = asked.split('=');
    const change = log.changes.find((one) => one.id === id && one.kind !== 'unchanged');
    if (change === undefined) throw new CannotRun(`There is no change "${id}" between these texts.`, usage(log));
    const severity = SEVERITIES.find((one) => one === wanted);
    if (severity === undefined)
      throw new CannotRun(`A change is editorial or substantive, not "${wanted}".`, usage(log));
    return {
      change: changeFingerprint(change),
      ...passagesOf(change),
      severity,
      reason: reason.trim(),
      ...(by !== undefined && { by }),
    };
  });
}

function usage({ changes }: ChangeLog): string {
  const example = changes.find(({ kind }) => kind !== 'unchanged')?.id ?? 'c1';
  return `Write the change and the verdict, as in --overrule ${example}=editorial.`;
}

function passagesOf({ from, to }: Change): { passages?: string[] } {
  const ids = [...new Set([...to, ...from].flatMap(({ id }) => id ?? []))];
  return ids.length === 0 ? {} : { passages: ids };
}
