import type { BlockContent } from 'mdast';
import { fill, labels } from '../../model/labels.ts';
import type { Process } from '../../model/process.ts';
import { withNumber } from '../../model/report-words.ts';
import { heading, list, paragraph } from '../blocks.ts';
import { gapGroups, listed } from '../reach/words.ts';
import type { SynopsisData } from './data.ts';
import type { SynopsisTongue } from './parts.ts';

/** What the consultation could not do, as far as it is on record. */
export function limitBlocks(data: SynopsisData, process: Process, tongue: SynopsisTongue): BlockContent[] {
  const { limits: words } = tongue.synopsis;
  const { coverage, totals, rounds } = data;
  const moved = rounds.filter(({ reason }) => reason !== undefined).map(({ title }) => title);
  const number = (of: keyof typeof COUNTED, count: number) =>
    count === 0 ? [] : [withNumber(words[COUNTED[of]], count)];
  const lines = [
    ...gapLines(data, process, tongue),
    ...(moved.length === 0 ? [] : [fill(words.moved, { rounds: listed(moved, tongue.reach) })]),
    ...number('late', coverage.late),
    ...number('open', totals.inputs - totals.answered),
    ...number('reasonWithheld', totals.reasonWithheld),
    ...number('machineTranslated', totals.machineTranslated),
    ...(coverage.nearIdentical.inputs.groups.length === 0 ? [] : [words.noVotes]),
    words.noSample,
  ];
  return [heading(words.title, 2), list(lines.map((line) => [paragraph(line)]))];
}

/** What is counted, and under which name its words stand. */
const COUNTED = { late: 'late', open: 'open', reasonWithheld: 'withheld', machineTranslated: 'machine' } as const;

function gapLines({ coverage: { gaps } }: SynopsisData, process: Process, tongue: SynopsisTongue): readonly string[] {
  const { limits: words } = tongue.synopsis;
  if (gaps.length === 0) return [words.allReached];
  const unexplained = gaps.filter(({ explanation }) => explanation === undefined).length;
  const explained = unexplained === 0 ? words.allExplained : fill(words.unexplained, { n: unexplained });
  const { colon } = labels(tongue.language);
  return [
    withNumber(words.gaps, gaps.length, { explained }),
    ...gapGroups(gaps, process, tongue.reach).flatMap(({ gaps: members }) =>
      members.map(({ name, gap }) => `${name}${colon}${gap.explanation ?? words.noExplanation}`),
    ),
  ];
}
