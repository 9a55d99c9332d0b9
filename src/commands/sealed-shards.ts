import type { World } from '../io/world.ts';
import type { PlannedWrite } from '../model/plan.ts';
import { readShard, shardFolder } from '../sources/survey/shard-files.ts';

/** A file of inputs beside a note. */
export interface NoteShard {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * The files of inputs beside a note, in order.
 *
 * @param note Path of the note.
 */
export async function shardsOf(world: World, note: string): Promise<readonly NoteShard[]> {
  const shards: NoteShard[] = [];
  for (const { path } of await world.list(shardFolder(note))) {
    const bytes = path.endsWith('.jsonl') ? await world.read(path) : undefined;
    if (bytes !== undefined) shards.push({ path, bytes });
  }
  return shards;
}

/**
 * Paths of the sealed files of inputs beside a note; all of them open with the key of the note.
 *
 * @param note Path of the note.
 */
export async function sealedShards(world: World, note: string): Promise<readonly string[]> {
  const files = await world.list(shardFolder(note));
  return files.map(({ path }) => path).filter((path) => path.endsWith('.jsonl.age'));
}

/**
 * What stays of a file of inputs when its words are sealed: ids, so that responses find what they answer, and the kinds
 * and codes that a person put on them.
 *
 * @param shard The file as it is.
 */
export function shardStub({ path, bytes }: NoteShard): PlannedWrite {
  const lines = [...readShard(bytes)].flatMap(({ line }) =>
    line === undefined
      ? []
      : [
          JSON.stringify({
            id: line.id,
            heading: 'Held under seal',
            text: 'Held under seal.',
            ...(line.tags !== undefined && { tags: line.tags }),
          }),
        ],
  );
  return { path, bytes: new TextEncoder().encode(`${lines.join('\n')}\n`), mode: 'replace', was: bytes };
}
