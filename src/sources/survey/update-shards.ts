import type { Finding } from '../../model/finding.ts';
import { readShard } from './shard-files.ts';
import { SHARD_SIZE, type ShardLine } from './shards.ts';

/** What is there of a survey, and what came now. */
export interface ShardUpdate {
  /** Inputs as they stand, from files or from the note itself. */
  readonly before: Iterable<ShardLine>;
  /** Files made of the new export. */
  readonly after: readonly Uint8Array[];
  /** Ids of inputs that have a response. */
  readonly answered: ReadonlySet<string>;
  /** Path of the note, for findings. */
  readonly path: string;
}

/** What a person may have put on an input. */
const KEPT = ['tags', 'distribution', 'attribution', 'quote'] as const;

/**
 * Puts a corrected export in the place of an earlier one: inputs keep their ids, and what people put on them; answered
 * ones that are gone stay at the end. What was withdrawn stays withdrawn, whatever the export says.
 *
 * @param update Both versions.
 */
export function updateShards({ before, after, answered, path }: ShardUpdate): {
  readonly shards: readonly Uint8Array[];
  readonly findings: readonly Finding[];
} {
  const old = new OldLines(before);
  const used = new Set<string>();
  const encoder = new TextEncoder();
  let reworded = 0;
  const shards = after.map((bytes) => {
    const lines: string[] = [];
    for (const { line } of readShard(bytes)) {
      if (line === undefined) continue;
      const match = old.take(line);
      if (match !== undefined && isReworded(match, line) && answered.has(match.id)) reworded += 1;
      const next = match === undefined ? line : carried(match, line);
      used.add(next.id);
      lines.push(JSON.stringify(next));
    }
    return encoder.encode(`${lines.join('\n')}\n`);
  });
  const gone = old.rest().filter(({ id }) => !used.has(id));
  const withdrawn = gone.filter((line) => line.withdrawn !== undefined);
  const answeredBefore = gone.filter((line) => line.withdrawn === undefined && answered.has(line.id));
  const kept = answeredBefore.map((line): ShardLine => ({ ...line, gone: true }));
  const dropped = gone.length - kept.length - withdrawn.length;
  return {
    shards: [...shards, ...pack([...kept, ...withdrawn])],
    findings: [...rewordedFinding(reworded, path), ...keptFinding(kept.length, path), ...goneFinding(dropped, path)],
  };
}

function isReworded(old: ShardLine, line: ShardLine): boolean {
  return old.withdrawn === undefined && old.text !== line.text;
}

/** A line with the id and the marks of the one it continues; of what was withdrawn, no word comes back. */
function carried(old: ShardLine, line: ShardLine): ShardLine {
  if (old.withdrawn !== undefined) return old;
  const marks = Object.fromEntries(KEPT.flatMap((key) => (old[key] === undefined ? [] : [[key, old[key]]])));
  return { ...line, ...marks, id: old.id };
}

function pack(lines: readonly ShardLine[]): readonly Uint8Array[] {
  const files: Uint8Array[] = [];
  for (let at = 0; at < lines.length; at += SHARD_SIZE) {
    const text = lines.slice(at, at + SHARD_SIZE).map((line) => JSON.stringify(line));
    files.push(new TextEncoder().encode(`${text.join('\n')}\n`));
  }
  return files;
}

/** Inputs of the earlier version, by id and by respondent and question. */
class OldLines {
  readonly #byId = new Map<string, ShardLine>();
  readonly #byPlace = new Map<string, string[]>();

  constructor(lines: Iterable<ShardLine>) {
    for (const line of lines) {
      this.#byId.set(line.id, line);
      const place = placeOf(line);
      if (place === undefined) continue;
      const there = this.#byPlace.get(place);
      if (there === undefined) this.#byPlace.set(place, [line.id]);
      else there.push(line.id);
    }
  }

  /** The input a new line continues: of the same id, or else of the same respondent under the same question. */
  take(line: ShardLine): ShardLine | undefined {
    const same = this.#byId.get(line.id);
    if (same !== undefined) {
      this.#byId.delete(line.id);
      return same;
    }
    const waiting = this.#byPlace.get(placeOf(line) ?? '') ?? [];
    const id = waiting.find((one) => this.#byId.has(one));
    const found = id === undefined ? undefined : this.#byId.get(id);
    if (found !== undefined) this.#byId.delete(found.id);
    return found;
  }

  /** What nothing continued. */
  rest(): readonly ShardLine[] {
    return [...this.#byId.values()];
  }
}

function placeOf({ respondent, question, heading }: ShardLine): string | undefined {
  return respondent === undefined ? undefined : `${respondent}\u001f${question ?? heading}`;
}

function rewordedFinding(count: number, file: string): readonly Finding[] {
  if (count === 0) return [];
  return [
    {
      check: 'ingest/reworded-input',
      severity: 'warning',
      message: `${count === 1 ? 'One input' : `${count} inputs`} with a response ${count === 1 ? 'is' : 'are'} worded differently in the new version of the file.`,
      why: 'The response was kept, but it answers the earlier words.',
      hint: 'Read both, and change the response where it no longer fits.',
      place: { file, line: 1, column: 1 },
    },
  ];
}

function keptFinding(count: number, file: string): readonly Finding[] {
  if (count === 0) return [];
  return [
    {
      check: 'ingest/answered-input-gone',
      severity: 'warning',
      message: `${count === 1 ? 'One input' : `${count} inputs`} with a response ${count === 1 ? 'is' : 'are'} not in the new version of the file; ${count === 1 ? 'it was' : 'they were'} kept at the end.`,
      why: 'An input that was answered does not vanish unnoticed.',
      hint: 'If its author withdrew it, give its response the decision "withdrawn".',
      place: { file, line: 1, column: 1 },
    },
  ];
}

function goneFinding(count: number, file: string): readonly Finding[] {
  if (count === 0) return [];
  return [
    {
      check: 'ingest/input-gone',
      severity: 'info',
      message: `${count === 1 ? 'One input' : `${count} inputs`} without a response ${count === 1 ? 'is' : 'are'} not in the new version of the file any more.`,
      why: 'The note follows its file; the earlier version is in the history of the workspace.',
      place: { file, line: 1, column: 1 },
    },
  ];
}
