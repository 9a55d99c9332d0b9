/** 158 comments on a certificate policy, and the two texts before and after: what was suggested and then stands in the text tells where. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '../../../src/files/csv.ts';
import type { Change } from '../../../src/model/change-log.ts';
import type { PassageIndex } from '../../../src/trace/likely-passages.ts';
import { nearWords } from '../../../src/trace/near-words.ts';
import { counted } from '../../../src/trace/text-index.ts';
import { logOf } from '../engine.ts';
import type { RankingCase } from './cases.ts';
import { indexOf, plainTitle } from './texts.ts';

const FILES = {
  comments: 'comments/us-public-trust-cp-comments-partA.csv',
  before: 'policy/us-public-trust-cp/v1-v0.1-2017-09-22-draft-for-comment.md',
  after: 'policy/us-public-trust-cp/v2-v0.2-2018-08-01-second-draft.md',
};
/** Words of a suggestion that a change has to bring, and the share of either that they have to be. */
const LEAST = { words: 4, share: 0.5 };

interface Comment {
  readonly row: number;
  readonly section: string;
  readonly comment: string;
  readonly suggestion: string;
}

/** The comments whose suggestion can be found in the later text, with where it was put. */
export async function publicTrustCases(data: string): Promise<readonly RankingCase[]> {
  if (!existsSync(join(data, FILES.comments))) return [];
  const [before, after] = [FILES.before, FILES.after].map((file) => readFileSync(join(data, file), 'utf8')) as [
    string,
    string,
  ];
  const [index, later] = [indexOf(before), indexOf(after)];
  const { changes } = logOf([{ file: 'text.md', text: before }], [{ file: 'text.md', text: after }]);
  const gains = changes.filter(({ kind }) => kind !== 'unchanged').map((change) => ({ change, words: gained(change) }));
  return (await readComments(join(data, FILES.comments))).flatMap((comment): RankingCase[] => {
    const found = bestChange(nearWords(comment.suggestion), gains);
    if (found === undefined) return [];
    const passages = new Set(placesBefore(found, changes).filter((id) => index.byId.has(id)));
    const titles = new Set([sectionAfter(later, found)]);
    if (passages.size === 0) return [];
    const { row, section, comment: text, suggestion } = comment;
    return [{ name: `public trust ${row}`, text: `${text}\n${suggestion}`, stated: section, index, passages, titles }];
  });
}

async function readComments(file: string): Promise<readonly Comment[]> {
  const comments: Comment[] = [];
  for await (const { row, cells } of readCsv(readFileSync(file))) {
    const [, , , , section = '', comment = '', suggestion = ''] = cells;
    if (row > 1 && suggestion.trim() !== '') comments.push({ row, section: asNumber(section), comment, suggestion });
  }
  return comments;
}

/** Spreadsheets turn `1.1` into `1.1000000000000001`. */
function asNumber(section: string): string {
  return /^\d+\.\d{10,}$/u.test(section) ? String(Number(Number(section).toFixed(4))) : section;
}

function gained({ words }: Change): readonly string[] {
  return nearWords(
    words
      .filter(({ kind }) => kind === 'inserted')
      .map(({ text }) => text)
      .join(' '),
  );
}

/** The change that brings most of the words that were suggested. */
function bestChange(
  suggested: readonly string[],
  gains: readonly { readonly change: Change; readonly words: readonly string[] }[],
): Change | undefined {
  const wanted = counted(suggested);
  let best: { change: Change; shared: number } | undefined;
  for (const { change, words } of gains) {
    let shared = 0;
    for (const [word, count] of counted(words)) shared += word.length > 3 ? Math.min(count, wanted.get(word) ?? 0) : 0;
    const long = (list: readonly string[]) => list.filter((word) => word.length > 3).length;
    const share = shared / Math.max(1, Math.min(long(words), long(suggested)));
    if (shared >= LEAST.words && share >= LEAST.share && shared > (best?.shared ?? 0)) best = { change, shared };
  }
  return best?.change;
}

/** Title of the section in which the later text has the change. */
function sectionAfter({ byId }: PassageIndex, { to }: Change): string {
  return plainTitle(byId.get(`n${to[0]?.startLine}`)?.under.at(-1)?.title ?? '');
}

/** Where a change was made in the earlier text; of what is new, what stands before and behind it. */
function placesBefore(change: Change, changes: readonly Change[]): readonly string[] {
  const own = change.from.map(({ startLine }) => `n${startLine}`);
  if (own.length > 0) return own;
  const order = change.to[0]?.order ?? 0;
  const known = changes.flatMap(({ from, to }) => {
    const [then, now] = [from[0], to[0]];
    return then === undefined || now === undefined ? [] : [{ order: now.order, id: `n${then.startLine}` }];
  });
  known.sort((a, b) => a.order - b.order);
  const behind = known.findIndex((one) => one.order > order);
  return [known[behind - 1]?.id, known[behind]?.id].filter((id) => id !== undefined);
}
