import { expect, test } from 'vitest';
import { json } from '../../../src/exports/json.ts';

async function written(data: unknown): Promise<string> {
  return new TextDecoder().decode(await json.render(data));
}

test('the same data gives the same bytes, whatever the order of its keys', async () => {
  expect(await written({ b: [2, { d: 1, c: 2 }], a: 1 })).toBe(await written({ a: 1, b: [2, { c: 2, d: 1 }] }));
  expect(await written({ b: 1, a: 2 })).toBe('{\n  "a": 2,\n  "b": 1\n}\n');
});

test('maps become objects, sets become lists, and a key called __proto__ stays a key', async () => {
  expect(JSON.parse(await written({ map: new Map([['k', 1]]), set: new Set([2]) }))).toEqual({
    map: { k: 1 },
    set: [2],
  });
  expect(await written(JSON.parse('{"__proto__": 1}'))).toContain('"__proto__": 1');
});

test('nothing is null', async () => {
  expect(await written(undefined)).toBe('null\n');
});
