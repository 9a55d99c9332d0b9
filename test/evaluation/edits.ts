import { type Draft, find, fresh, replace, type Spot, size, spots } from './draft.ts';
import type { Piece } from './pieces.ts';
import { newParagraph, newSentence, newTitle, reword, sentencesOf } from './wording.ts';

/** An edit, made so many times in different places. */
export type Edit = (draft: Draft, times: number) => void;

// A passage of fewer words that is half rewritten has nothing left to be known by.
const LONG = 12;
const PART = 6;

const isText = ({ kind }: Piece) => kind === 'paragraph' || kind === 'item';

function each(
  draft: Draft,
  times: number,
  fits: (piece: Piece, spot: Spot) => boolean,
  edit: (spot: Spot) => void,
): void {
  let left = times;
  for (const { piece } of spots(draft, fits)) {
    if (left === 0) return;
    const spot = find(draft, piece.key);
    if (!spot || draft.touched.has(piece.key) || !fits(spot.piece, spot)) continue;
    edit(spot);
    left -= 1;
  }
}

/** Rewords a share of a passage. */
export function rewording(share: number): Edit {
  return (draft, times) =>
    each(
      draft,
      times,
      (piece) => isText(piece) && size(piece) >= LONG,
      (spot) => replace(draft, spot, 1, [{ ...spot.piece, text: reword(draft, spot.piece.text, share) }]),
    );
}

/** Rewords a word or two of short passages: items and rows. */
export const rewordShort: Edit = (draft, times) =>
  each(
    draft,
    times,
    (piece) => (piece.kind === 'row' || piece.kind === 'item') && !piece.head && size(piece) >= 5,
    (spot) => replace(draft, spot, 1, [{ ...spot.piece, text: reword(draft, spot.piece.text, 1 / size(spot.piece)) }]),
  );

/** Puts in paragraphs, and items where items are. */
export const insertion: Edit = (draft, times) =>
  each(draft, times, isText, (spot) => {
    const added = fresh(draft, spot.piece, spot.piece.kind === 'item' ? newSentence(draft) : newParagraph(draft));
    draft.touched.add(added.key);
    spot.file.splice(spot.index, 0, added);
    draft.touched.add(spot.piece.key);
  });

/** Takes passages out. */
export const deletion: Edit = (draft, times) =>
  each(
    draft,
    times,
    (piece) => (isText(piece) || piece.kind === 'row') && !piece.head,
    (spot) => replace(draft, spot, 1, []),
  );

function rewordAt(draft: Draft, text: string, share: number): string {
  return share === 0 ? text : reword(draft, text, share);
}

/** Cuts a passage at the end of a sentence, and rewords a share of both parts. */
export const splittingAt =
  (share: number): Edit =>
  (draft, times) =>
    each(
      draft,
      times,
      (piece) => isText(piece) && cutsOf(piece).length > 0,
      (spot) => {
        const { piece } = spot;
        const sentences = sentencesOf(piece.text);
        const cut = draft.random.pick(cutsOf(piece)) ?? 1;
        const { id: _id, ...rest } = piece;
        const part = (start: number, end?: number) => rewordAt(draft, sentences.slice(start, end).join(' '), share);
        replace(draft, spot, 1, [
          { ...piece, text: part(0, cut) },
          { ...rest, key: draft.newKey(), text: part(cut) },
        ]);
      },
    );

/** After which sentences a passage can be cut so that both parts say something. */
function cutsOf(piece: Piece): number[] {
  const sentences = sentencesOf(piece.text);
  const long = (part: readonly string[]) => size({ ...piece, text: part.join(' ') }) >= PART;
  return sentences.flatMap((_, cut) =>
    cut > 0 && long(sentences.slice(0, cut)) && long(sentences.slice(cut)) ? [cut] : [],
  );
}

/** Makes one passage of two neighbours, and rewords a share of it. */
export const mergingAt =
  (share: number): Edit =>
  (draft, times) =>
    each(
      draft,
      times,
      (piece, { file, index }) => {
        const next = file[index + 1];
        const free =
          next !== undefined &&
          isText(next) &&
          next.kind === piece.kind &&
          next.form === piece.form &&
          !draft.touched.has(next.key);
        return isText(piece) && size(piece) >= PART && free && size(next) >= PART && next.depth === piece.depth;
      },
      (spot) => {
        const next = spot.file[spot.index + 1];
        if (!next) return;
        const text = rewordAt(draft, `${spot.piece.text} ${next.text}`, share);
        replace(draft, spot, 2, [{ ...spot.piece, text, origins: [...spot.piece.origins, ...next.origins] }]);
      },
    );

/** Takes a sentence from one passage into another. */
export const sentenceMove: Edit = (draft, times) =>
  each(
    draft,
    times,
    (piece) => piece.kind === 'paragraph' && sentencesOf(piece.text).length >= 3,
    (spot) => {
      const sentences = sentencesOf(spot.piece.text);
      const at = draft.random.below(sentences.length);
      const sentence = sentences[at] ?? '';
      const target = spots(
        draft,
        (piece) => piece.kind === 'paragraph' && piece.key !== spot.piece.key && size(piece) > LONG,
      )[0];
      if (!target || size({ ...spot.piece, text: sentence }) < PART) return;
      replace(draft, spot, 1, [{ ...spot.piece, text: sentences.filter((_, index) => index !== at).join(' ') }]);
      const now = find(draft, target.piece.key);
      if (now) replace(draft, now, 1, [{ ...now.piece, text: `${now.piece.text} ${sentence}` }]);
      draft.lent.push({ from: spot.piece.key, to: target.piece.key });
    },
  );

/** Gives sections other titles: some with a word or two in common, some with none. */
export const retitling: Edit = (draft, times) =>
  each(
    draft,
    times,
    ({ kind }) => kind === 'heading',
    (spot) => {
      const words = size(spot.piece);
      const text = words > 2 && draft.random.chance(0.75) ? reword(draft, spot.piece.text, 0.3) : newTitle(draft);
      replace(draft, spot, 1, [{ ...spot.piece, text }]);
    },
  );

/** Promotes and demotes headings by a level. */
export const levelChange: Edit = (draft, times) =>
  each(
    draft,
    times,
    ({ kind }) => kind === 'heading',
    (spot) => {
      const depth =
        spot.piece.depth > 2 && draft.random.chance(0.5) ? spot.piece.depth - 1 : Math.min(6, spot.piece.depth + 1);
      replace(draft, spot, 1, [{ ...spot.piece, depth }]);
    },
  );

/** Makes a list of some paragraphs that follow each other. */
export const paragraphsToList: Edit = (draft, times) =>
  each(
    draft,
    times,
    (piece, { file, index }) => {
      const run = file.slice(index, index + 3);
      return (
        piece.kind === 'paragraph' &&
        run.length === 3 &&
        run.every((other) => other.kind === 'paragraph' && other.form === undefined && !draft.touched.has(other.key))
      );
    },
    (spot) => {
      const run = spot.file.slice(spot.index, spot.index + 3);
      replace(
        draft,
        spot,
        3,
        run.map((piece) => ({ ...piece, kind: 'item', depth: 0, ordered: true })),
      );
    },
  );

/** Makes paragraphs of the items of a list. */
export const listToParagraphs: Edit = (draft, times) =>
  each(
    draft,
    times,
    (piece, { file, index }) =>
      piece.kind === 'item' && piece.depth === 0 && piece.form === undefined && file[index - 1]?.kind !== 'item',
    (spot) => {
      const after = spot.file.findIndex(
        (piece, index) => index > spot.index && (piece.kind !== 'item' || draft.touched.has(piece.key)),
      );
      const end = after < 0 ? spot.file.length : after;
      const run = spot.file.slice(spot.index, end);
      replace(
        draft,
        spot,
        run.length,
        run.map((piece) => ({ ...piece, kind: 'paragraph', depth: 0 })),
      );
    },
  );

/** Makes a list of a table, an item of each row. */
export const tableToList: Edit = (draft, times) =>
  each(
    draft,
    times,
    ({ head }) => head,
    (spot) => {
      const after = spot.file.findIndex((piece, index) => index > spot.index && (piece.kind !== 'row' || piece.head));
      const run = spot.file.slice(spot.index, after < 0 ? spot.file.length : after);
      const items = run.map((piece): Piece => ({ ...piece, kind: 'item', head: false, text: cellsAsText(piece.text) }));
      if (run.every(({ key }) => !draft.touched.has(key)) && items.every(({ text }) => text !== ''))
        replace(draft, spot, run.length, items);
    },
  );

function cellsAsText(row: string): string {
  const cells = row.split(/(?<!\\)\|/u).map((cell) => cell.trim());
  return cells.filter((cell) => cell !== '').join('; ');
}
