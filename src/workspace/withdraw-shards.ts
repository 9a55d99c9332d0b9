import type { World } from '../io/world.ts';
import type { PlannedWrite } from '../model/plan.ts';

/** What is withdrawn from the files beside a note. */
export interface ShardWithdrawal {
  /** Path of the note. */
  readonly note: string;
  /** Ids of the inputs. */
  readonly inputs: ReadonlySet<string>;
  readonly date: string;
}

/** Files of a note changed by a withdrawal, and the inputs whose responses were marked in them. */
export interface WithdrawnShards {
  readonly writes: readonly PlannedWrite[];
  readonly answered: ReadonlySet<string>;
}

type Line = Readonly<Record<string, unknown>>;

/**
 * Empties inputs that are kept in files beside their note, and marks their responses. All other lines stay byte for byte.
 */
export async function withdrawnShards(world: World, withdrawal: ShardWithdrawal): Promise<WithdrawnShards> {
  const stem = withdrawal.note.replace(/\.(?:md|markdown)$/iu, '');
  const { inputs, date } = withdrawal;
  const answered = new Set<string>();
  const emptied = (line: Line): Line | undefined =>
    inputs.has(String(line.id))
      ? { id: line.id, heading: 'Withdrawn', text: 'Withdrawn.', withdrawn: date }
      : undefined;
  const marked = (line: Line): Line | undefined => {
    if (!inputs.has(String(line.input))) return undefined;
    answered.add(String(line.input));
    const { input, passages } = line;
    const entry = { input, decision: 'withdrawn', reason: 'Withdrawn by its contributor.', date };
    return passages === undefined ? entry : { ...entry, passages };
  };
  const writes = [
    ...(await changed(world, `${stem}.inputs`, emptied)),
    ...(await changed(world, `${stem}.responses`, marked)),
  ];
  return { writes, answered };
}

async function changed(
  world: World,
  folder: string,
  change: (line: Line) => Line | undefined,
): Promise<readonly PlannedWrite[]> {
  const writes: PlannedWrite[] = [];
  for (const { path } of await world.list(folder)) {
    const was = path.endsWith('.jsonl') ? await world.read(path) : undefined;
    if (was === undefined) continue;
    const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(was);
    const after = before
      .split('\n')
      .map((line) => changedLine(line, change))
      .join('\n');
    if (after !== before) writes.push({ path, bytes: new TextEncoder().encode(after), mode: 'replace', was });
  }
  return writes;
}

function changedLine(line: string, change: (line: Line) => Line | undefined): string {
  try {
    const value: unknown = JSON.parse(line);
    const made = typeof value === 'object' && value !== null ? change(value as Line) : undefined;
    return made === undefined ? line : JSON.stringify(made);
  } catch {
    return line;
  }
}
