/** Public comments on a digital-identity guideline, and the sections that commits which name them changed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PassageIndex } from '../../../src/trace/likely-passages.ts';
import type { RankingCase } from './cases.ts';
import { indexOf, plainTitle } from './texts.ts';

const FOLDER = 'policy/nist-sp800-63a';

/** The texts that were commented on, with the day from which on each was. */
const TEXTS: readonly (readonly [since: string, file: string])[] = [
  ['2017-06-22', 'v6-2017-06-22-final.md'],
  ['2017-01-30', 'v4-2017-01-30-public-draft.md'],
  ['2016-07-08', 'v3-2016-07-08-iteration-2.md'],
  ['2016-06-01', 'v2-2016-06-01-iteration-1.md'],
  ['', 'v1-2016-05-06-first-publication.md'],
];

interface Effect {
  readonly date: string;
  readonly titles: readonly string[];
}

/**
 * The comments with the sections that were changed for them. Their words are not among the data that is handed on:
 * they stand in `comments.tsv` (issue, section as stated, words) where somebody has put them there.
 */
export function nistCases(data: string): readonly RankingCase[] {
  const comments = join(data, FOLDER, 'comments.tsv');
  if (!existsSync(comments)) return [];
  const effects = readEffects(join(data, FOLDER, 'issue-to-change.tsv'));
  const indexes = new Map<string, PassageIndex>();
  return rows(comments).flatMap(([issue = '', stated = '', text = '']): RankingCase[] => {
    const effect = effects.get(issue);
    const file = TEXTS.find(([since]) => effect !== undefined && effect.date >= since)?.[1];
    if (effect === undefined || file === undefined) return [];
    const index = indexes.get(file) ?? indexOf(readFileSync(join(data, FOLDER, file), 'utf8'));
    indexes.set(file, index);
    const known = new Set(index.passages.map(({ under }) => plainTitle(under.at(-1)?.title ?? '')));
    const titles = new Set(effect.titles.map(plainTitle).filter((title) => known.has(title)));
    return titles.size === 0 ? [] : [{ name: `NIST ${issue}`, text, stated, index, titles }];
  });
}

/** Of the commits that name an issue, the one that touches the fewest sections is its own; squashed ones name many. */
function readEffects(file: string): ReadonlyMap<string, Effect> {
  const byIssue = new Map<string, Map<string, Effect>>();
  for (const [issue = '', commit = '', date = '', , title = ''] of rows(file)) {
    const commits = byIssue.get(issue) ?? new Map<string, Effect>();
    byIssue.set(issue, commits);
    commits.set(commit, { date, titles: [...(commits.get(commit)?.titles ?? []), title] });
  }
  const least = ([, commits]: readonly [string, ReadonlyMap<string, Effect>]) =>
    [...commits.values()].sort((a, b) => a.titles.length - b.titles.length)[0];
  return new Map(
    [...byIssue].flatMap((entry) => {
      const effect = least(entry);
      return effect === undefined ? [] : [[entry[0], effect] as const];
    }),
  );
}

function rows(file: string): readonly (readonly string[])[] {
  const lines = readFileSync(file, 'utf8').split('\n').slice(1);
  return lines.filter((line) => line !== '').map((line) => line.split('\t'));
}
