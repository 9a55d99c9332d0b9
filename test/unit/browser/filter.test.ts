import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, inputFilter } from '../../../src/browser/explorer/filter.ts';
import { NO_FILTER, UNANSWERED } from '../../../src/browser/explorer/state.ts';
import type { ExplorerInput } from '../../../src/model/explorer.ts';
import { explorerData } from '../../../src/reports/explorer/data.ts';
import { sampleContext } from '../reports/sample-explorer.ts';

const { inputs } = explorerData(sampleContext());
const find = inputFilter(inputs);
const refs = (filter: Partial<typeof NO_FILTER>) =>
  find({ ...NO_FILTER, ...filter }).map((place) => inputs[place]?.ref.replace(/withheld-\w+#i\w+/u, 'withheld'));

describe('what is chosen among inputs', () => {
  test.each([
    [{}, inputs.length],
    [{ group: 'experts' }, 1],
    [{ round: 'second' }, 1],
    [{ kind: 'gap' }, 2],
    [{ code: 'pillar/peace' }, 1],
    [{ decision: UNANSWERED }, 1],
    [{ decision: 'together' }, 1],
    [{ kind: 'gap', decision: 'accepted' }, 1],
    [{ search: 'translations' }, 1],
    [{ search: 'CHAPTER two' }, 1],
    [{ search: 'resume' }, 1],
    [{ search: 'jurists institute' }, 1],
    [{ search: 'nobody said this' }, 0],
  ])('%o: %i', (filter, count) => {
    expect(refs(filter)).toHaveLength(count);
  });

  test('can be by reaction and by who leads', () => {
    const [first, ...others] = inputs;
    const own = inputFilter([{ ...first, reaction: 'satisfied', leads: ['UNICEF'] } as ExplorerInput, ...others]);
    expect(own({ ...NO_FILTER, reaction: 'satisfied' })).toEqual([0]);
    expect(own({ ...NO_FILTER, lead: 'UNICEF' })).toEqual([0]);
    expect(own({ ...NO_FILTER, reaction: 'no-reply' })).toEqual([]);
  });

  test('is in the order of all', () => {
    expect(refs({ kind: 'gap' })).toEqual(['first/africa#i1', 'first/africa#i3']);
  });

  test('is those, and all of those, that hold every word', () => {
    const word = fc.constantFrom('Été', 'ask', 'ПЛАН', 'طفل', '儿童', 'b');
    const texts = fc.array(fc.array(word, { maxLength: 4 }).map((words) => words.join(' ')));
    fc.assert(
      fc.property(texts, fc.array(word, { maxLength: 2 }), (said, wanted) => {
        const all = said.map(
          (text, place): ExplorerInput => ({ ref: `n#${place}`, round: '', kinds: [], codes: [], text }),
        );
        const found = inputFilter(all)({ ...NO_FILTER, search: wanted.join(' ') });
        const slow = all.filter(({ ref, text }) => wanted.every((one) => fold(`${ref} ${text}`).includes(fold(one))));
        expect(found.map((place) => all[place])).toEqual(slow);
      }),
    );
  });
});
