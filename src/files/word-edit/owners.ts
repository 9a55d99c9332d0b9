/** Whose edit of the same words counts. */
import type { BaseParagraph } from './base-paragraphs.ts';

/** Who is the first to change each character of a paragraph. */
export function ownersOf<Type extends { readonly from: number; readonly to: number }>({
  edits,
  paragraph,
}: {
  readonly edits: readonly Type[];
  readonly paragraph: BaseParagraph;
}): readonly (Type | undefined)[] {
  const owner: (Type | undefined)[] = Array.from({ length: paragraph.words.length });
  for (const edit of edits) for (let at = edit.from; at < edit.to; at += 1) owner[at] = owner[at] ?? edit;
  return owner;
}
