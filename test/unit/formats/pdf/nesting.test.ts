import type { BlockContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { flattenDeep } from '../../../../src/formats/pdf/nesting.ts';
import { plainText } from '../../../../src/text/plain-text.ts';
import { documentOf, p, section } from '../sample-document.ts';

const list = (depth: number): BlockContent => ({
  type: 'list',
  children: [
    {
      type: 'listItem',
      data: { label: `(${depth})`, change: { kind: 'inserted', change: 'c1' } },
      children: depth === 0 ? [p(['last'])] : [p([`level ${depth}`]), list(depth - 1)],
    },
  ],
});

describe('flattenDeep', () => {
  it('keeps words, labels and changes', () => {
    const document = documentOf([section('T', undefined, [list(5)])]);
    const { document: flat, findings } = flattenDeep(document, 2);
    expect(plainText(flat.root).replace(/\s+/gu, '')).toBe(plainText(document.root).replace(/\s+/gu, ''));
    const text = JSON.stringify(flat.root);
    expect(text.match(/"type":"list"/gu)).toHaveLength(2);
    expect(text).toContain('{"label":"(0)","change":{"kind":"inserted","change":"c1"}}');
    expect(findings.map(({ check }) => check)).toEqual(['pdf/nesting']);
  });

  it('leaves alone what is not deep', () => {
    const document = documentOf([section('T', undefined, [list(1)])]);
    expect(flattenDeep(document, 8)).toEqual({ document, findings: [] });
  });
});
