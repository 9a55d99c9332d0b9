/** Which input a returned row answers. */
import type { SheetRow } from '../../sources/matrix/read-matrix.ts';
import { contentHash } from '../../text/fingerprint.ts';
import { nearest } from '../../text/nearest.ts';
import { comparable, isKeyOf, type RowKey, readKey } from './key.ts';
import { type MatrixContext, type MatrixInput, matrixInputs } from './rows.ts';

/** What one export, made now, would show. */
export interface MatrixIndex {
  readonly byRef: ReadonlyMap<string, MatrixInput>;
  /** By the fingerprint of the ref that stands in keys. */
  readonly byPrint: () => ReadonlyMap<string, MatrixInput>;
  /** By the words of the input; those that stand more than once lead to nothing. */
  readonly byText: () => ReadonlyMap<string, MatrixInput | undefined>;
  /** Shown ref of an input by the ref it has in the workspace. */
  readonly byOwnRef: ReadonlyMap<string, MatrixInput>;
  /** The ref that somebody probably meant; looked for a few times only, since every ref is compared. */
  readonly near: (ref: string) => string | undefined;
}

/** Unknown refs that a suggestion is looked for. */
const SUGGESTIONS = 20;

/** What a row was found to be, or why it was not. */
export type FoundInput =
  | { readonly input: MatrixInput; readonly key: RowKey | undefined; readonly index: MatrixIndex; readonly ref: string }
  | { readonly problem: { readonly message: string; readonly hint: string } };

/**
 * Prepares to find inputs, as the readers of an export know them.
 *
 * @param context The workspace; its audience is that of the export.
 */
export function matrixIndex(context: MatrixContext): MatrixIndex {
  const byRef = new Map<string, MatrixInput>();
  const byOwnRef = new Map<string, MatrixInput>();
  for (const input of matrixInputs(context, {})) {
    byRef.set(input.listed.row.ref, input);
    byOwnRef.set(input.listed.input.ref, input);
  }
  const all = [...byRef.values()];
  let asked = 0;
  return {
    near: (ref) => {
      asked += 1;
      return asked > SUGGESTIONS ? undefined : nearest(ref, sameId(ref, byRef));
    },
    byRef,
    byOwnRef,
    byPrint: lazily(() => new Map(all.map((input) => [printOf(input.listed.row.ref), input]))),
    byText: lazily(() => textIndex(all)),
  };
}

/** The name of a note may be misspelled; another input of the same note is another input. */
function* sameId(ref: string, byRef: ReadonlyMap<string, MatrixInput>): Generator<string> {
  const id = ref.slice(ref.lastIndexOf('#'));
  for (const known of byRef.keys()) if (known.endsWith(id)) yield known;
}

function printOf(ref: string): string {
  return contentHash(ref).slice(0, 10);
}

function textIndex(all: readonly MatrixInput[]): ReadonlyMap<string, MatrixInput | undefined> {
  const byText = new Map<string, MatrixInput | undefined>();
  for (const input of all) {
    for (const text of new Set([input.listed.row.text, input.comment])) {
      const words = comparable(text);
      byText.set(words, byText.has(words) ? undefined : input);
    }
  }
  return byText;
}

function lazily<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/**
 * Finds the input that a row answers: by its ref, by its key where somebody took the column of refs away, or by its words.
 *
 * @param row The row.
 * @param indexOf What exports for the public and for the core group show.
 */
export function findInput(row: SheetRow, indexOf: (audience: RowKey['audience']) => MatrixIndex): FoundInput {
  const key = readKey(row.cells.key ?? '');
  const ref = (row.cells.ref ?? '').trim();
  if (ref !== '') return byRef(ref, key, indexOf);
  if (key !== undefined) {
    const index = indexOf(key.audience);
    const input = index.byPrint().get(key.ref);
    return input === undefined ? GONE : { input, key, index, ref: input.listed.row.ref };
  }
  const words = comparable(row.cells.text ?? '');
  const index = indexOf('core-group');
  const input = words === '' ? undefined : index.byText().get(words);
  return input === undefined ? UNNAMED : { input, key, index, ref: input.listed.row.ref };
}

function byRef(
  ref: string,
  key: RowKey | undefined,
  indexOf: (audience: RowKey['audience']) => MatrixIndex,
): FoundInput {
  if (key !== undefined && !isKeyOf(key, ref)) return MIXED;
  const audiences = key === undefined ? (['core-group', 'public'] as const) : [key.audience];
  for (const audience of audiences) {
    const index = indexOf(audience);
    const input = index.byRef.get(ref);
    if (input !== undefined) return { input, key, index, ref };
  }
  const near = indexOf(key?.audience ?? 'core-group').near(ref);
  return {
    problem: {
      message: `There is no input "${ref.slice(0, 80)}" in this workspace.`,
      hint:
        near === undefined ? 'Export the matrix again, and copy the answer into its row.' : `Did you mean "${near}"?`,
    },
  };
}

const GONE: FoundInput = {
  problem: {
    message: 'The input that this row was exported for is not in this workspace.',
    hint: 'Export the matrix again, and copy the answer into its row.',
  },
};

const UNNAMED: FoundInput = {
  problem: {
    message: 'This row names no input, has no key, and its words are not those of one input.',
    hint: 'Write the ref of the input into its first column; "penholder inputs" lists them.',
  },
};

const MIXED: FoundInput = {
  problem: {
    message: 'The ref in this row and its key are of two inputs: columns were sorted or pasted apart from each other.',
    hint: 'Sort whole rows only. Go back to the file before that, or export the matrix again and copy the answer into its row.',
  },
};
