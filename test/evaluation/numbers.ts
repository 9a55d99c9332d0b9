import type { Draft } from './draft.ts';
import type { Edit } from './edits.ts';
import { newParagraph, newTitle } from './wording.ts';

const NUMBER = /^\d+(?:\.\d+)*\.? /u;

/** Writes the number that each heading has by its place into its text. */
function number(draft: Draft): void {
  const counts: number[] = [];
  for (const file of draft.files) {
    file.forEach((piece, index) => {
      if (piece.kind !== 'heading') return;
      counts.length = piece.depth;
      counts[piece.depth - 1] = (counts[piece.depth - 1] ?? 0) + 1;
      const shown = Array.from(counts, (count) => count ?? 0).filter((count) => count > 0);
      file[index] = { ...piece, text: `${shown.join('.')}. ${piece.text.replace(NUMBER, '')}` };
    });
  }
}

/** Puts in sections and numbers all headings anew, so that the numbers of all later ones change. */
export const renumbering: Edit = (draft, times) => {
  for (let turn = 0; turn < times; turn += 1) {
    const file = draft.random.pick(draft.files);
    const heading = file?.find(({ kind, key }) => kind === 'heading' && !draft.touched.has(key));
    if (!file || !heading) continue;
    const at = file.indexOf(heading);
    const added = { ...heading, key: draft.newKey(), text: newTitle(draft), origins: [], moved: false };
    const body = { ...added, key: draft.newKey(), kind: 'paragraph' as const, depth: 0, text: newParagraph(draft) };
    for (const piece of [heading, added, body]) draft.touched.add(piece.key);
    file.splice(at, 0, added, body);
  }
  number(draft);
};
