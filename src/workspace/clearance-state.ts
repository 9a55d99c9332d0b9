/** How the clearance of a stage stands: what was signed is held against the text, and the text against the day. */
import type { ClearanceRecord, ClearanceState, SignOff, SignOffState, SilenceState } from '../model/clearance.ts';
import { isLevelEnough } from '../model/clearance-asked.ts';
import { byCodePoint } from '../model/order.ts';
import type { Process } from '../model/process.ts';
import { CLEARANCE_LEVELS, type ClearanceLevel } from '../model/vocabulary.ts';
import type { FileIds } from './clearance-text.ts';

/** What the record is held against. */
interface ClearedText {
  /** The files of the text as it is. */
  readonly files: FileIds;
  /** Whether that is the frozen stage. */
  readonly frozen: boolean;
  readonly process: Pick<Process, 'core-group' | 'stages'>;
  /** ISO date. */
  readonly today: string;
}

/** Holds the clearances of a stage against a text. */
export function clearanceState(read: ClearanceRecord, text: ClearedText): ClearanceState {
  const { stage, file, record } = read;
  const signOffs = (record.clearances ?? []).map((signOff) => ({
    signOff,
    changed: changedSince(read, text.files, signOff),
  }));
  const silence = (record.silence ?? []).map((one) =>
    silenceState(one, changedSince(read, text.files, one), text.today),
  );
  const wanted = text.process.stages.find(({ id }) => id === stage)?.clearance;
  const members = (text.process['core-group'] ?? []).map(({ id }) => id);
  const cleared = members.flatMap((member) => clearedBy(member, signOffs, silence) ?? []);
  const enough = new Set(cleared.filter(({ level }) => isLevelEnough(level, wanted)).map(({ member }) => member));
  return {
    stage,
    file,
    frozen: text.frozen,
    signOffs,
    silence,
    cleared,
    missing: members.filter((member) => !enough.has(member)),
  };
}

function rank(level: ClearanceLevel): number {
  return CLEARANCE_LEVELS.indexOf(level);
}

function clearedBy(
  member: string,
  signOffs: readonly SignOffState[],
  silence: readonly SilenceState[],
): ClearanceState['cleared'][number] | undefined {
  const signed = signOffs
    .filter(({ signOff, changed }) => changed.length === 0 && speaksFor(signOff, member))
    .map(({ signOff }) => ({ member, level: signOff.level, how: 'signed' as const }));
  const silent = silence
    .filter(({ silence: one, state }) => state === 'completed' && (one.notified?.includes(member) ?? true))
    .map(({ silence: one }) => ({ member, level: one.level, how: 'silence' as const }));
  return [...signed, ...silent].sort((a, b) => rank(b.level) - rank(a.level))[0];
}

function speaksFor({ by, 'on-behalf': others = [] }: SignOff, member: string): boolean {
  return by === member || others.includes(member);
}

function silenceState(silence: SilenceState['silence'], changed: readonly string[], today: string): SilenceState {
  const broken = (silence.broken ?? []).length > 0;
  const over = silence.deadline < today;
  const state = broken ? 'broken' : changed.length > 0 ? 'void' : over ? 'completed' : 'running';
  return { silence, state, changed };
}

type Bound = Pick<SignOff, 'text'> & Partial<Pick<SignOff, 'delegation'>>;

/** Files that differ from those that were cleared, corrections under the delegation left out; in order. */
function changedSince({ record }: ClearanceRecord, now: FileIds, bound: Bound): readonly string[] {
  const cleared = new Map(Object.entries(record.texts?.[bound.text] ?? {}));
  const paths = new Set([...cleared.keys(), ...now.keys()]);
  return [...paths]
    .filter((path) => !corrected(record, bound, path, cleared.get(path)).has(now.get(path)))
    .sort(byCodePoint);
}

/** What a file may hold without voiding a clearance: what was cleared, and what it was corrected to, in steps. */
function corrected(
  { corrections = [] }: ClearanceRecord['record'],
  { delegation }: Bound,
  path: string,
  cleared: string | undefined,
): ReadonlySet<string | undefined> {
  const held = new Set<string | undefined>([cleared]);
  const allowed = corrections.filter((one) => one.path === path && isDelegated(delegation, one));
  for (let grown = true; grown; ) {
    const next = allowed.filter(({ from, to }) => held.has(from) && !held.has(to));
    for (const { to } of next) held.add(to);
    grown = next.length > 0;
  }
  return held;
}

/** Whether somebody may correct a file under a delegation. */
export function isDelegated(
  delegation: SignOff['delegation'],
  { by, path }: { readonly by: string; readonly path: string },
): boolean {
  if (delegation === undefined || !delegation.to.includes(by)) return false;
  const { paths } = delegation;
  return paths === undefined || paths.some((one) => path === one || path.startsWith(`${one.replace(/\/+$/u, '')}/`));
}
