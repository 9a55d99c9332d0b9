import type { World } from '../io/world.ts';
import { MATRIX_SHAPES, type MatrixRow, type MatrixShape, type MatrixSheet } from '../model/matrix.ts';
import type { Process } from '../model/process.ts';
import type { InputFilter } from '../trace/input-list.ts';
import { CannotRun } from './cannot-run.ts';
import { type CommandInput, flag, text, texts } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { readMatrixMaterial } from './matrix-context.ts';
import { MATRIX_GUIDE } from './matrix-guide.ts';
import { outputFolder } from './output-folder.ts';
import { printFindings } from './print-findings.ts';
import { type RenderedFile, writeFiles } from './render-outputs.ts';

/** A call of `penholder matrix`. */
export interface MatrixCall {
  readonly input: CommandInput;
  readonly context: CommandContext;
  readonly world: World;
  readonly process: Process;
}

const EXPORTS: Readonly<Record<string, 'matrix-csv' | 'matrix-xlsx'>> = { csv: 'matrix-csv', xlsx: 'matrix-xlsx' };

/** Filters that take lists of values, named as their flags. */
const FILTERS = ['round', 'group', 'kind', 'code', 'note', 'question', 'decision', 'lead'] as const;

/** Writes the matrix for whoever answers, or for whoever is to see what became of the inputs. */
export async function exportMatrix({ input, context, world, process }: MatrixCall): Promise<number> {
  const formats = formatsOf(input);
  const shape = shapeOf(input);
  const material = await readMatrixMaterial(world, process);
  const { workspace } = material;
  const distribution = text(input, 'distribution') === 'core-group' ? 'core-group' : 'public';
  const { matrixRows } = await import('../trace/matrix/rows.ts');
  const filter = matrixFilter(input, material);
  // Rows are made again for each format: tens of thousands of them are not kept.
  const rows = counted(() => matrixRows({ ...material, audience: { distribution } }, filter, shape));
  await world.cache.save();
  const files = await render({ shape, rows, guide: MATRIX_GUIDE }, formats, stemOf(process, shape));
  const written = await writeFiles(world, files, { out: outputFolder(text(input, 'out'), context), process });
  for (const { path } of written) context.print(path);
  context.say(summary(rows.count(), distribution));
  const errors = workspace.findings.filter(({ severity }) => severity === 'error');
  const choices = { to: 'error', format: 'concise', quiet: true, distribution: text(input, 'distribution') } as const;
  return printFindings(errors, world, context, { ...choices, workspace });
}

/** Rows that can be gone through again, and how many they were the last time. */
function counted(make: () => Iterable<MatrixRow>): Iterable<MatrixRow> & { readonly count: () => number } {
  let seen = 0;
  return {
    count: () => seen,
    *[Symbol.iterator]() {
      seen = 0;
      for (const row of make()) {
        seen += 1;
        yield row;
      }
    },
  };
}

/** The filters of a call. */
export function matrixFilter(input: CommandInput, { leads }: Pick<InputFilter, 'leads'>): InputFilter {
  const filters = Object.fromEntries(FILTERS.map((name) => [name, texts(input, name)]));
  return { ...filters, unanswered: flag(input, 'unanswered'), ...(leads !== undefined && { leads }) };
}

function formatsOf(input: CommandInput): readonly string[] {
  const wanted = texts(input, 'to');
  const formats = wanted.length > 0 ? [...new Set(wanted)] : ['xlsx'];
  const unknown = formats.filter((name) => !Object.hasOwn(EXPORTS, name));
  if (unknown.length === 0) return formats;
  throw new CannotRun(
    `The comments matrix cannot be written as "${unknown.join('", "')}".`,
    'Formats are csv and xlsx; give several with commas. To read it, run "penholder report matrix --to pdf,html,md".',
  );
}

function shapeOf(input: CommandInput): MatrixShape {
  const wanted = text(input, 'shape') ?? 'penholder';
  return MATRIX_SHAPES[wanted as MatrixShape['id']] ?? MATRIX_SHAPES.penholder;
}

function stemOf({ name = 'draft' }: Process, { id }: MatrixShape): string {
  return id === 'penholder' ? `${name}-matrix` : `${name}-matrix-${id}`;
}

async function render(sheet: MatrixSheet, formats: readonly string[], stem: string): Promise<RenderedFile[]> {
  const { exports } = await import('../exports/index.ts');
  const files: RenderedFile[] = [];
  for (const name of formats) {
    const format = await exports[EXPORTS[name] ?? 'matrix-csv']();
    files.push({ stem, extension: name, format: name, bytes: await format.render(sheet) });
  }
  return files;
}

function summary(count: number, distribution: string): string {
  const rows = `${count === 1 ? '1 input' : `${count} inputs`}, as ${distribution === 'public' ? 'the public' : 'the core group'} may read them.`;
  const more =
    distribution === 'public'
      ? ' To answer in it, add --distribution core-group: people have to read what they answer.'
      : '';
  return `${rows}${more} Answers come back with "penholder matrix import".`;
}
