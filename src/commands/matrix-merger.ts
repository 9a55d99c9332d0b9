import type { MatrixReading } from '../sources/matrix/read-matrix.ts';
import type { Merge, MergeChoices } from '../trace/matrix/merge.ts';
import { CannotRun } from './cannot-run.ts';
import { type CommandInput, text, texts } from './command-spec.ts';
import type { MatrixMaterial } from './matrix-context.ts';
import type { MatrixCall } from './matrix-export.ts';

/** Merges rows as somebody chose. */
export type MergeRows = (rows: MatrixReading['rows'], choices: MergeChoices) => Merge;

/**
 * Makes a function that merges rows of returned matrices into the workspace as it was read.
 *
 * @param all Rows of all files: how dates are written is seen from them together.
 */
export async function merger(
  all: MatrixReading['rows'],
  material: MatrixMaterial,
  { input, world }: MatrixCall,
): Promise<MergeRows> {
  const { mergeMatrix } = await import('../trace/matrix/merge.ts');
  const { dayOrders } = await import('../trace/matrix/read-row.ts');
  const { matrixIndex } = await import('../trace/matrix/find-input.ts');
  const made = new Map<string, ReturnType<typeof matrixIndex>>();
  const by = text(input, 'by');
  const orders = dayOrders(all);
  return (rows, choices) =>
    mergeMatrix(rows, {
      places: material.places,
      today: world.today(),
      ...(by !== undefined && { by }),
      choices,
      orders,
      indexOf: (distribution) => {
        const index = made.get(distribution) ?? matrixIndex({ ...material, audience: { distribution } });
        made.set(distribution, index);
        return index;
      },
    });
}

/**
 * What `--theirs` and `--ours` choose.
 *
 * @throws CannotRun where both name an input.
 */
export function choicesOf(input: CommandInput): MergeChoices {
  const [theirs, ours] = [texts(input, 'theirs'), texts(input, 'ours')];
  const choice = (refs: readonly string[]) => (refs.includes('all') ? ('all' as const) : new Set(refs));
  const both = theirs.filter((ref) => ours.includes(ref));
  if (both.length === 0) return { theirs: choice(theirs), ours: choice(ours) };
  throw new CannotRun(
    `Both --theirs and --ours are given for ${both.join(', ')}.`,
    'Name each input once: with --theirs where the sheet holds, with --ours where the workspace does.',
  );
}
