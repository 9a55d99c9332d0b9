import { type Process, processSchema } from '../../../src/model/process.ts';

/** A process with two rounds, two groups and a codebook. */
export const PROCESS: Process = processSchema.parse({
  penholder: 1,
  title: 'Guidance note',
  language: 'en',
  stages: [{ id: 'zero', title: 'Zero draft' }],
  rounds: [
    { id: 'first', planned: { from: '2022-07', to: '2022-09' } },
    { id: 'second', planned: { from: '2023-01', to: '2023-03' } },
  ],
  groups: [
    { id: 'children', title: 'Children', safeguarding: 'required' },
    { id: 'civil-society', title: 'Civil society' },
  ],
  regions: [{ id: 'africa', title: 'Africa' }],
  levels: [{ id: 'regional', title: 'Regional' }],
  codebook: {
    pillar: {
      title: 'Pillar',
      values: [
        { id: 'development', title: 'Development' },
        { id: 'peace', title: 'Peace' },
      ],
    },
  },
});

/** Front matter that holds and promises the widest circle. */
export const FRONT_MATTER = `round: first
date: 2022-09-14
method: online-discussion
group: civil-society
attribution: organisation
quote: verbatim
distribution: public
chatham-house: false
`;

/** A note with some body, and front matter that may be changed. */
export function noteWith(body: string, frontMatter: string = FRONT_MATTER): string {
  return `---\n${frontMatter}---\n${body}`;
}
