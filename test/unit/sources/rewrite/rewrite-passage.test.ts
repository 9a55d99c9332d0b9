import { describe, expect, it } from 'vitest';
import { rewritePassage } from '../../../../src/sources/rewrite/rewrite-passage.ts';
import { findIds } from '../../../../src/text/ids.ts';
import { parseMarkdown } from '../../../../src/text/markdown.ts';

/** The source after a proposal for the passage `p-a`, or why it was refused. */
function rewritten(source: string, from: string, to: string, id = 'p-a'): string {
  const { tree } = parseMarkdown(source, { file: 'drafts/10-a.md' });
  const passage = findIds(tree).find((found) => found.id === id)?.node;
  if (passage === undefined) throw new Error('The test names no passage.');
  let made = 0;
  const newId = () => {
    made += 1;
    return `p-new${made}`;
  };
  const result = rewritePassage({ passage, source, proposal: { from, to }, newId });
  return 'refused' in result ? `refused: ${result.refused}` : result.source;
}

describe('words proposed for a passage', () => {
  it('are put where the old ones stood, and all else stays byte for byte', () => {
    const source = 'States *should*  consult\n  children[^1] early. ^p-a\n\n[^1]: Note.\n';
    expect(rewritten(source, 'States should consult children early.', 'States must consult all children early.')).toBe(
      'States *must*  consult\n  all children[^1] early. ^p-a\n\n[^1]: Note.\n',
    );
  });

  it('are added, moved into place and taken out at both ends', () => {
    const source = 'Consult **children**. ^p-a\n';
    expect(rewritten(source, 'Consult children.', 'Always consult children, early.')).toBe(
      'Always consult **children**, early. ^p-a\n',
    );
    expect(rewritten(source, 'Consult children.', 'Consult.')).toBe('Consult. ^p-a\n');
  });

  it('say what they say, whatever signs are in them', () => {
    const source = 'Ask children. ^p-a\n';
    expect(rewritten(source, 'Ask children.', 'Ask *all* children [now] `x` #here.')).toBe(
      'Ask \\*all\\* children \\[now\\] \\`x\\` \\#here. ^p-a\n',
    );
  });

  it('are found in escapes, entities, items, boxes and cells', () => {
    expect(rewritten('- A\\*b &amp; c. ^p-a\n  - Inner. ^p-b\n', 'A*b & c.', 'A*b & d.')).toBe(
      '- A\\*b &amp; d. ^p-a\n  - Inner. ^p-b\n',
    );
    expect(rewritten(':::box{#p-a title="T"}\nOne two.\n\nThree four.\n:::\n', 'Three four.', 'Three five.')).toBe(
      ':::box{#p-a title="T"}\nOne two.\n\nThree five.\n:::\n',
    );
    expect(rewritten('| A | B |\n|---|---|\n| one two | three |\n\n^p-a\n', 'one two', 'one | too')).toBe(
      '| A | B |\n|---|---|\n| one \\| too | three |\n\n^p-a\n',
    );
  });

  it('are merged with an edit elsewhere in the passage, and refused where both touch', () => {
    const source = 'States must consult children in all matters that concern them. ^p-a\n';
    const base = 'States should consult children in all matters that concern them.';
    expect(rewritten(source, base, 'States should consult children in every matter that concerns them.')).toBe(
      'States must consult children in every matter that concerns them. ^p-a\n',
    );
    expect(rewritten(source, base, 'States shall consult children in all matters that concern them.')).toBe(
      'refused: changed',
    );
    expect(rewritten(source, base, 'States must consult children in all matters that concern them.')).toBe(source);
    expect(rewritten('Quite another text. ^p-a\n', base, 'States shall.')).toBe('refused: changed');
  });

  it('are refused where they edit what the program writes', () => {
    expect(
      rewritten('As said in `code one` here. ^p-a\n', 'As said in code one here.', 'As said in code two here.'),
    ).toBe('refused: made');
  });

  it('leave nothing of formatting that has no words any more', () => {
    expect(rewritten('A **b** _c_ d. ^p-a\n', 'A b c d.', 'A d.')).toBe('A d. ^p-a\n');
  });
});

describe('whole paragraphs', () => {
  const source = '# T {#h-t}\n\nOne. ^p-a\n\n- First. ^p-b\n- Second. ^p-c\n\nLast. ^p-d\n';

  it('are put behind a passage, as items behind an item', () => {
    expect(rewritten(source, '', 'New one.')).toContain('One. ^p-a\n\nNew one. ^p-new1\n\n- First.');
    expect(rewritten(source, '', 'Between.', 'p-b')).toContain('- First. ^p-b\n- Between. ^p-new1\n- Second.');
    expect(rewritten(source, '', 'End.\nAnd more.', 'p-d')).toMatch(
      /Last\. \^p-d\n\nEnd\. \^p-new1\n\nAnd more\. \^p-new2\n$/u,
    );
  });

  it('go with their id and the blank line behind them', () => {
    expect(rewritten(source, 'One.', '')).toBe('# T {#h-t}\n\n- First. ^p-b\n- Second. ^p-c\n\nLast. ^p-d\n');
    expect(rewritten(source, 'First.', '', 'p-b')).toContain('One. ^p-a\n\n- Second. ^p-c\n');
    expect(rewritten(source, 'Last.', '', 'p-d')).toBe('# T {#h-t}\n\nOne. ^p-a\n\n- First. ^p-b\n- Second. ^p-c\n');
  });

  it('stay where the passage holds more, or reads differently by now', () => {
    expect(rewritten('- One. ^p-a\n\n  Two.\n', 'One.', '')).toBe('refused: holds-more');
    expect(rewritten('One more. ^p-a\n', 'One.', '')).toBe('refused: changed');
    expect(rewritten('| A |\n|---|\n| b |\n\n^p-a\n', 'b', '')).toBe('refused: holds-more');
  });
});
