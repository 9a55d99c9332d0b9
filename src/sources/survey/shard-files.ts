import type { ShardLine } from './shards.ts';

/**
 * The folder of a note's inputs.
 *
 * @param note Path of the note.
 */
export function shardFolder(note: string): string {
  return `${note.replace(/\.(?:md|markdown)$/iu, '')}.inputs`;
}

/**
 * Path of a file of inputs.
 *
 * @param note Path of the note.
 * @param index Its place, from 0.
 */
export function shardPath(note: string, index: number): string {
  return `${shardFolder(note)}/${String(index + 1).padStart(3, '0')}.jsonl`;
}

/** A line of a file of inputs with its place; `line` is undefined where it does not hold. */
export interface ReadLine {
  readonly number: number;
  readonly line: ShardLine | undefined;
}

const TEXTS = ['respondent', 'question', 'lang', 'distribution', 'attribution', 'quote', 'withdrawn'] as const;

/**
 * Reads a file of inputs, line by line; what does not hold is told by its number.
 *
 * @param bytes The file.
 */
export function* readShard(bytes: Uint8Array): Generator<ReadLine> {
  const text = new TextDecoder().decode(bytes);
  let number = 0;
  for (const line of text.split('\n')) {
    number += 1;
    if (line.trim() !== '') yield { number, line: parseLine(line) };
  }
}

function parseLine(text: string): ShardLine | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isShardLine(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isShardLine(value: unknown): value is ShardLine {
  if (typeof value !== 'object' || value === null) return false;
  const line = value as Record<string, unknown>;
  const isWhole = [line.id, line.heading, line.text].every((one) => typeof one === 'string');
  const { translation, tags } = line;
  return (
    isWhole &&
    /^[A-Za-z][\w-]{0,63}$/u.test(String(line.id)) &&
    TEXTS.every((key) => line[key] === undefined || typeof line[key] === 'string') &&
    (translation === undefined || translation === 'human' || translation === 'machine') &&
    (tags === undefined || (Array.isArray(tags) && tags.every((tag) => typeof tag === 'string')))
  );
}
