import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typstString } from '../../src/formats/pdf/typst-string.ts';

/** Text that tries to leave its string: Typst's own syntax, controls, halves of surrogate pairs. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('#import "x": *', '#eval("1")', '"', '\\', '\\"', '\\u{', '}', '`', '$', '\n', '\r', '\u2028'),
      fc.constantFrom('\u0085', '\u0000', '\ud800', '\udc00', '\u202e', '/*', '//', '*/', ']', ')', ',', '<a>', '@a'),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** What ends a line of Typst source. */
const LINE_ENDS: ReadonlySet<string> = new Set('\n\r\u000b\u000c\u0085\u2028\u2029');

const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

/** Typst can't hold half a surrogate pair. */
function wellFormed(text: string): string {
  return text.replace(HALVES, '\ufffd');
}

const MAIN = '/no-such-folder/main.typ';

function throughTypst(texts: readonly string[]): unknown {
  const compiler = NodeCompiler.create({ workspace: '/no-such-folder' });
  compiler.addSource(MAIN, `#metadata((${texts.map((text) => `${typstString(text)},`).join('')}))<texts>`);
  return compiler.query({ mainFilePath: MAIN }, { selector: '<texts>', field: 'value' });
}

describe('a string on its way to Typst', () => {
  it('comes out as it went in, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 40 }), (texts) => {
        expect(throughTypst(texts)).toEqual([texts.map((text) => wellFormed(text))]);
      }),
      { numRuns: 40 },
    );
  });

  it('stays on one line', () => {
    fc.assert(fc.property(hostile, (text) => ![...typstString(text)].some((character) => LINE_ENDS.has(character))));
  });
});
