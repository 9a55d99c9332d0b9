import { describe, expect, it } from 'vitest';
import { MarkPlaces } from '../../../../src/sources/pdf/mark-places.ts';

const PASSAGES = [
  { id: 'h-1', text: 'What a small office does in its first year' },
  { id: 'p-1', text: 'See the table at the end.' },
  { id: 'h-2', text: 'What a large office does in later years' },
  { id: 'p-2', text: 'See the table at the end.' },
  { id: 'p-3', text: 'It ends here.' },
];
const mark = (quoted: string, before: string, behind: string) => ({
  ...{ kind: 'highlight' as const, page: 1, text: '', replies: [], quoted, before, behind },
});

describe('where a mark on a page lies', () => {
  it('is told by what stands around passages that say the same', () => {
    const places = new MarkPlaces(PASSAGES);
    const whole = 'See the table at the end.';
    expect(places.of(mark(whole, 'a small office does in its first year', 'What a large')).passage?.id).toBe('p-1');
    expect(places.of(mark('table', 'does in later years 7 See the', 'at the end. It ends')).passage?.id).toBe('p-2');
  });

  it('is a guess where nothing tells them apart', () => {
    const { passage, guesses } = new MarkPlaces(PASSAGES).of(mark('See the table at the end.', '', ''));
    expect([passage, guesses.map(({ id }) => id)]).toEqual([undefined, ['p-1', 'p-2']]);
  });
});
