/** Which answers of sheets somebody has looked at and not taken. It is kept on this machine only, as prints without words. */
import type { World } from '../io/world.ts';
import { byCodePoint } from '../model/order.ts';
import { EMPTY_PLAN } from '../model/plan.ts';
import { FOLDERS } from '../workspace/layout.ts';

const FILE = `${FOLDERS.private}/matrix-declined.json`;

/** Prints of answers that were not taken, by the ref of their input. */
export type Declined = ReadonlyMap<string, ReadonlySet<string>>;

/** What was not taken before; nothing where the file is not there or does not hold: then it is asked again. */
export async function readDeclined(world: World): Promise<Declined> {
  const bytes = await world.read(FILE);
  if (bytes === undefined) return new Map();
  try {
    const read: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof read !== 'object' || read === null) return new Map();
    return new Map(Object.entries(read).map(([ref, prints]) => [ref, new Set(strings(prints))]));
  } catch {
    return new Map();
  }
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** Adds an answer that was not taken. */
export function withDeclined(declined: Declined, ref: string, print: string): Declined {
  return new Map([...declined, [ref, new Set([...(declined.get(ref) ?? []), print])]]);
}

/** What was not taken, but for inputs of which a flag says that the sheet holds now. */
export function withoutNamed(declined: Declined, theirs: ReadonlySet<string> | 'all'): Declined {
  return theirs === 'all' ? new Map() : new Map([...declined].filter(([ref]) => !theirs.has(ref)));
}

/** Keeps what was not taken. */
export async function keepDeclined(world: World, declined: Declined): Promise<void> {
  const sorted = [...declined].sort(([a], [b]) => byCodePoint(a, b));
  const plain = Object.fromEntries(sorted.map(([ref, prints]) => [ref, [...prints].sort(byCodePoint)]));
  const bytes = new TextEncoder().encode(`${JSON.stringify(plain)}\n`);
  await world.apply({ ...EMPTY_PLAN, writes: [{ path: FILE, bytes, mode: 'replace', durable: false }] });
}
