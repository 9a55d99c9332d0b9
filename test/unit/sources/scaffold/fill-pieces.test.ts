import { describe, expect, it } from 'vitest';
import { fillPiece, type PieceView } from '../../../../src/sources/scaffold/fill-pieces.ts';

const PIECES: Readonly<Record<string, string>> = { inner: 'in {{name}}\n', loop: '{{> loop}}\n' };
const fill = (piece: string, view: PieceView) =>
  fillPiece(piece, {
    view,
    piece: (name) => PIECES[name] ?? '',
    escape: (text) => text.replaceAll('*', String.raw`\*`),
  });

describe('fillPiece', () => {
  it('escapes text and leaves what the program made as it is', () => {
    expect(fill('{{a}} {{b}} {{c}}{{none}}.', { a: '*x*', b: { raw: '*y*' }, c: 3 })).toBe(String.raw`\*x\* *y* 3.`);
  });

  it('repeats a section for each item, which sees what is around it', () => {
    const view = { list: [{ a: '1' }, { a: '2' }], b: 'z' };
    expect(fill('{{#list}}\n- {{a}}{{b}}\n{{/list}}\nend', view)).toBe('- 1z\n- 2z\nend');
  });

  it('keeps or leaves out what depends on a value', () => {
    expect(fill('{{#on}}yes{{/on}}{{^on}}no{{/on}}', { on: true })).toBe('yes');
    for (const on of [false, '', undefined, []]) expect(fill('{{#on}}yes{{/on}}{{^on}}no{{/on}}', { on })).toBe('no');
  });

  it('puts pieces into pieces, with ids in braces beside them', () => {
    expect(fill('a\n{{> inner}}\n## T {#q-{{id}}}\n', { name: 'N', id: 'x' })).toBe('a\nin N\n## T {#q-x}\n');
  });

  it('does not take text for a template', () => {
    expect(fill('{{a}}', { a: '{{b}}', b: 'secret' })).toBe('{{b}}');
  });

  it.each(['{{#open}}', '{{/closed}}', '{{> loop}}'])('names a fault of the template: %s', (piece) => {
    expect(() => fill(piece, { open: true })).toThrow(RangeError);
  });
});
