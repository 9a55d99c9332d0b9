import type { ListedFile, World } from '../io/world.ts';
import type { ReviewPlace } from '../model/consultation-note.ts';
import type { Finding } from '../model/finding.ts';
import { readFiles } from './cached-reading.ts';
import { INPUT_FILE } from './note-inputs.ts';
import type { NoteReview } from './review-queue.ts';

interface ShardReading extends NoteReview {
  readonly findings: readonly Finding[];
  readonly review: readonly ReviewPlace[];
}

/**
 * Places that wait for a person in the answers that surveys keep in files beside their notes. A file that has not changed
 * is not read again.
 *
 * @param files All files under `consultations/`.
 */
export async function shardReviews(world: World, files: readonly ListedFile[]): Promise<readonly NoteReview[]> {
  const shards = files.filter(({ path }) => INPUT_FILE.test(path));
  if (shards.length === 0) return [];
  const read = await readFiles<ShardReading>(world, shards, {
    kind: 'shard-review',
    load: async () => {
      const { shardReviewPlaces } = await import('../sources/consultation-note/review-places.ts');
      return (source, file) => ({ file, findings: [], review: shardReviewPlaces(source) });
    },
    // That it can't be read is reported where its inputs are.
    unread: (_, file) => ({ file, findings: [], review: [] }),
  });
  return read.filter(({ review }) => review.length > 0);
}

/** What a file counts as when it is told how much waits: files of inputs count with those beside them. */
export function reviewedAs(file: string): string {
  return INPUT_FILE.test(file) ? file.slice(0, file.lastIndexOf('/')) : file;
}
