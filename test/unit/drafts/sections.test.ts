import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/drafts/tree.ts';
import { compose, nodesOf } from './support.ts';

describe('sections', () => {
  it('take their title from the front matter, or from their first heading', () => {
    const draft = compose({
      sections: [
        [{ title: 'From front matter' }, 'Text'],
        [{}, '# From the text\n\nText'],
        [{ title: 'Said twice' }, '# Said twice\n\nText'],
      ],
    });
    expect(nodesOf(draft, 'heading').map(textOf)).toEqual(['From front matter', 'From the text', 'Said twice']);
  });

  it('are made of each heading of depth 1 in one long file', () => {
    const draft = compose({ sections: [[{}, '# One\n\nText\n\n# Two\n\nMore']] });
    expect(draft.document.root.children).toHaveLength(2);
  });

  it('are made of its highest headings where a long file has none of depth 1', () => {
    const draft = compose({ sections: [[{}, '## One\n\nText\n\n### Within\n\nMore\n\n## Two\n\nMore']] });
    expect(draft.document.root.children).toHaveLength(2);
    expect(nodesOf(draft, 'heading').map(({ depth }) => depth)).toEqual([1, 2, 1]);
  });

  it('never skip a level of headings', () => {
    const draft = compose({ sections: [[{ title: 'One' }, '#### Deep\n\nText\n\n## Two\n\n##### Deeper']] });
    expect(nodesOf(draft, 'heading').map(({ depth }) => depth)).toEqual([1, 2, 2, 3]);
  });

  it('report an id that stands twice', () => {
    const draft = compose({ sections: [[{ title: 'One' }, 'First. ^p-a\n\nSecond. ^p-a']] });
    expect(draft.findings).toMatchObject([{ check: 'text/duplicate-id', place: { line: 3 } }]);
  });

  it('do not change the trees they are made from', () => {
    const sections = [[{ title: 'One' }, 'See [](#p-b).[^1]\n\n1. item ^p-b\n\n[^1]: Note.']] as const;
    const once = compose({ sections });
    const twice = compose({ sections });
    expect(JSON.stringify(once.document.root)).toBe(JSON.stringify(twice.document.root));
  });
});

describe('tables', () => {
  it('take the caption beside them and can be referred to by number', () => {
    const draft = compose({
      sections: [[{ title: 'One' }, '[](#t-x) shows it.\n\nTable: What is done\n\n| H |\n| - |\n| c |\n\n^t-x']],
    });
    expect(nodesOf(draft, 'table')[0]?.data).toMatchObject({ caption: 'What is done', label: '1', id: 't-x' });
    expect(nodesOf(draft, 'paragraph').map(textOf)).toEqual(['Table\u00a01 shows it.']);
  });
});

describe('pictures', () => {
  it('are named from the folder of their file', () => {
    const draft = compose({
      sections: [[{ title: 'One' }, '![A flow](images/flow.svg)\n\nAn ![icon](../logo.svg) here.']],
    });
    expect(nodesOf(draft, 'figure')[0]?.url).toBe('drafts/images/flow.svg');
    expect(nodesOf(draft, 'image')[0]?.url).toBe('logo.svg');
  });
});

describe('generated parts', () => {
  it('list acronyms that the text introduces, and report late introductions of declared ones', () => {
    const draft = compose({
      sections: [[{ title: 'One' }, 'The UNDIS counts.\n\nThe Committee on the Rights of Persons (CRP) met.']],
      process: { acronyms: { UNDIS: 'United Nations Disability Inclusion Strategy' } },
    });
    const [heading] = nodesOf(draft, 'heading').map(textOf);
    expect(heading).toBe('Acronyms and abbreviations');
    expect(nodesOf(draft, 'listItem').map(textOf)).toEqual([
      'CRP – Committee on the Rights of Persons',
      'UNDIS – United Nations Disability Inclusion Strategy',
    ]);
    expect(draft.findings).toMatchObject([{ check: 'text/acronym-first-use', place: { line: 1 } }]);
  });

  it('gather definitions into a glossary', () => {
    const draft = compose({
      sections: [
        [
          { title: 'One' },
          ':::definition{term="Child"}\nA person under 18.\n:::\n\n:::definition{term="Best interests"}\nA right.\n:::',
        ],
      ],
    });
    expect(nodesOf(draft, 'listItem').map(textOf)).toEqual(['Best interests – A right.', 'Child – A person under 18.']);
  });
});
