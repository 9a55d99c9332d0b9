import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/drafts/tree.ts';
import { compose, nodesOf } from './support.ts';

const RESOURCES = [
  {
    id: 'crc',
    type: 'treaty',
    title: 'Convention on the Rights of the Child',
    'title-short': 'Convention',
    issued: '1989-11-20',
  },
];

describe('cross-references', () => {
  it('say what they point at', () => {
    const draft = compose({
      sections: [
        [
          { id: 'one', title: 'One' },
          'See [](#p-b), [](#two), [](#box-x) and [the other one](#p-b). ^p-a\n\nThe other. ^p-b',
        ],
        [{ id: 'two', title: 'Two' }, ':::box{title="Words" #box-x}\nIn it.\n:::\n\n1. item ^p-i\n\nSee [](#p-i).'],
      ],
    });
    expect(nodesOf(draft, 'crossReference').map(textOf)).toEqual([
      'paragraph\u00a02',
      'section\u00a0II',
      'box\u00a01',
      'the other one',
      'paragraph\u00a02 (a)',
    ]);
    expect(draft.findings).toEqual([]);
  });

  it('find headings by the anchors other tools make of them', () => {
    const draft = compose({ sections: [[{ title: 'One' }, 'See [scope](#scope-of-use).\n\n## Scope of use']] });
    expect(draft.findings).toEqual([]);
    expect(nodesOf(draft, 'heading')[1]?.data?.id).toBe('scope-of-use');
  });

  it('find places by the names a text from elsewhere gave them', () => {
    const source = [
      'See [verifying](#verify), [it](#verification), [the note](#fn1) and [the rule](#rule).',
      '<a name="verify"></a>\n\n## <a name="verification"></a> Verification',
      '<ul><li id="fn1"><sup>1</sup> A note.</li></ul>',
      'A rule. <a name="rule"></a> ^p-rule',
    ].join('\n\n');
    const draft = compose({ sections: [[{ title: 'One' }, source]] });
    expect(draft.findings).toEqual([]);
    expect(nodesOf(draft, 'crossReference').map(({ target }) => target)).toEqual(['verify', 'verify', 'fn1', 'p-rule']);
    expect(nodesOf(draft, 'heading')[1]?.data?.id).toBe('verify');
  });

  it('that point nowhere are reported with their line', () => {
    const draft = compose({ sections: [[{ title: 'One' }, 'First.\n\nSee [](#gone).']] });
    expect(draft.findings).toMatchObject([
      { check: 'text/broken-reference', severity: 'error', place: { file: 'drafts/1.md', line: 3 } },
    ]);
  });
});

describe('citations', () => {
  it('become footnotes, written out the first time and short after that', () => {
    const draft = compose({
      sections: [[{ title: 'One' }, 'A right [@crc, art. 12].\n\nAnother one [@crc, art. 3].']],
      resources: RESOURCES,
    });
    expect(nodesOf(draft, 'footnoteDefinition').map(textOf)).toEqual([
      'Convention on the Rights of the Child, 20 November 1989, art. 12.',
      'Convention, art. 3.',
    ]);
    expect(nodesOf(draft, 'paragraph').slice(0, 2).map(textOf)).toEqual(['A right.', 'Another one.']);
  });

  it('stand in parentheses with a bibliography where the process asks for one', () => {
    const draft = compose({
      sections: [[{ title: 'One' }, 'A right [@crc, art. 12].']],
      resources: RESOURCES,
      process: { style: { citations: 'bibliography' } },
    });
    expect(textOf(nodesOf(draft, 'paragraph')[0] as never)).toBe('A right (Convention, art. 12).');
    expect(nodesOf(draft, 'heading').map(textOf)).toEqual(['One', 'Bibliography']);
  });

  it('of unknown resources are reported and keep their id', () => {
    const draft = compose({ sections: [[{ title: 'One' }, 'A right [@nope].']] });
    expect(draft.findings).toMatchObject([{ check: 'text/unknown-resource' }]);
    expect(textOf(nodesOf(draft, 'footnoteDefinition')[0] as never)).toBe('[nope].');
  });

  it('put the mark before punctuation in French', () => {
    const draft = compose({
      sections: [[{ title: 'Un' }, 'Un droit.[^1] Deux.\n\n[^1]: La note.']],
      process: { language: 'fr' },
    });
    const words = nodesOf(draft, 'paragraph')[0]?.children.map((child) => ('value' in child ? child.value : '¹'));
    expect(words).toEqual(['Un droit', '¹', '. Deux.']);
  });
});

describe('references in other languages', () => {
  it('write dates and small words in the language of the text', () => {
    const resource = {
      id: 'x',
      type: 'chapter',
      title: 'Le droit',
      author: [{ family: 'Un', given: 'A.' }, { literal: 'Deux' }],
      'container-title': 'Les droits',
      issued: { 'date-parts': [[2021, 3, 2]] },
      URL: 'https://example.org/x',
    };
    const draft = compose({
      sections: [[{ title: 'Un' }, 'Texte [@x].']],
      resources: [resource],
      process: { language: 'fr' },
    });
    expect(nodesOf(draft, 'footnoteDefinition').map(textOf)).toEqual([
      'A. Un et Deux, “Le droit”, dans Les droits, 2 mars 2021, disponible à l’adresse https://example.org/x.',
    ]);
  });
});

describe('citations in a footnote', () => {
  it('are written out in it', () => {
    const draft = compose({
      sections: [[{ title: 'One' }, 'Text.[^1]\n\n[^1]: As said in [@crc].']],
      resources: RESOURCES,
    });
    expect(nodesOf(draft, 'footnoteDefinition').map(textOf)).toEqual([
      'As said in Convention on the Rights of the Child, 20 November 1989.',
    ]);
  });
});

describe('footnotes', () => {
  it('are numbered through the text, and lettered in tables', () => {
    const draft = compose({
      sections: [
        [{ title: 'One' }, 'Text[^a].\n\n| H |\n| - |\n| cell[^b] |\n\n[^a]: Note A.\n[^b]: Note B.'],
        [{ title: 'Two' }, 'Text[^a].\n\n[^a]: Other note.'],
      ],
    });
    const marks = nodesOf(draft, 'footnoteReference').map((node) => node.data?.label);
    expect(marks).toEqual(['1', 'a', '2']);
    expect(nodesOf(draft, 'notes').map(textOf)).toEqual(['Note B.']);
    const identifiers = nodesOf(draft, 'footnoteDefinition').map(({ identifier }) => identifier);
    expect(new Set(identifiers).size).toBe(3);
    expect(draft.findings).toEqual([]);
  });

  it('that nothing refers to are reported and kept', () => {
    const draft = compose({ sections: [[{ title: 'One' }, 'Text.\n\n[^a]: Lonely note.']] });
    expect(draft.findings).toMatchObject([{ check: 'text/unused-footnote', place: { line: 3 } }]);
    expect(nodesOf(draft, 'paragraph').map(textOf)).toContain('Lonely note.');
  });
});
