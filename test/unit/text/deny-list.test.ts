import { describe, expect, it } from 'vitest';
import { makeDenyList, nameFinder } from '../../../src/text/deny-list.ts';

const KEY = 'a key that stays outside git';
const LIST = makeDenyList(
  'Éloïse Dupont\nAnna-Maria Kovač # the facilitator\nСветлана Жукова\n王小丽\nأحمد الفارس\n\n',
  KEY,
);
const find = nameFinder(LIST, KEY);
const words = (text: string): readonly string[] => find(text).map(({ start, end }) => text.slice(start, end));

describe('the deny-list', () => {
  it.each([
    ['Then ELOISE  DUPONT spoke.', 'ELOISE  DUPONT'],
    ['Annamaria Kovac agreed', 'Annamaria Kovac'],
    ['by Svetlana Zhukova.', 'Svetlana Zhukova'],
    ['светлана жукова', 'светлана жукова'],
    ['昨天王小丽说话了', '王小丽'],
    ['قال احمد الفارس', 'احمد الفارس'],
  ])('finds a name however it is spelt: %s', (text, expected) => {
    expect(words(text)).toEqual([expected]);
  });

  it('leaves parts of names and other names alone', () => {
    expect(words('Eloise spoke. Dupont and Anna and Maria agreed. 王小明')).toEqual([]);
  });

  it('holds no name, and nothing that can be tried without the key', () => {
    const text = JSON.stringify(LIST).toLowerCase();
    expect(text).not.toMatch(/dupont|eloise|kovac|жукова|王/u);
    expect(makeDenyList('Éloïse Dupont', 'another key').names).not.toEqual(expect.arrayContaining([...LIST.names]));
  });

  it('tells nothing by the order of its lines', () => {
    const [one, other] = [makeDenyList('A Bc\nDe Fg', KEY), makeDenyList('De Fg\nA Bc', KEY)];
    expect(one).toEqual(other);
  });
});
