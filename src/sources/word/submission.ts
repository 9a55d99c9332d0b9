import type { WordFile } from '../../files/word/word-types.ts';
import type { IngestedNote } from '../../model/contracts.ts';
import { convertNote } from '../ingest/convert.ts';
import type { SheetContext } from './word-sheet.ts';
import { wordTree } from './word-tree.ts';

/**
 * The consultation note of a submission that somebody wrote in Word: its text with headings, lists and numbers, tables and notes.
 *
 * @param file The file; what is tracked in it counts as accepted.
 * @param made Where it comes from.
 */
export async function submissionNote(
  file: WordFile,
  { context, sha256, findings }: SheetContext,
): Promise<IngestedNote> {
  // The writer of Markdown is heavy; only who ingests submissions pays for it.
  const [{ remark }, { default: remarkGfm }] = await Promise.all([import('remark'), import('remark-gfm')]);
  const writer = remark().use(remarkGfm).data('settings', { bullet: '-', rule: '-', fences: true, emphasis: '_' });
  const text = `\n${writer.stringify(wordTree(file, 'accepted'))}`;
  const said = {
    method: context.defaults.method ?? 'written-input',
    ...(file.language !== undefined && /^[a-z]{2,3}$/iu.test(file.language) && { languages: [file.language] }),
  };
  return convertNote({ text, sha256, context, findings, said });
}
