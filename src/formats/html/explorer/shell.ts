/** The parts of the explorer page around the draft, as they stand before its script fills them. */
import type { Element, ElementContent } from 'hast';
import { EXPLORER_DECISIONS, type ExplorerPage, type ExplorerTerm } from '../../../model/explorer.ts';
import type { ExplorerWords } from '../../../model/explorer-words.ts';
import { INPUT_KINDS, REACTIONS } from '../../../model/vocabulary.ts';
import { type Child, element } from '../element.ts';

/** What the shell is made from. */
export interface ShellContext {
  readonly page: ExplorerPage;
  readonly words: ExplorerWords;
  /** What kinds of input are called. */
  readonly kinds: Readonly<Record<string, string>>;
}

/** What only works with the script is hidden until that runs. */
const SCRIPTED = { hidden: true, dataScript: '' } as const;

/** The bar at the head: the ways to the parts of the page, and the list of keys. */
export function partsBar({ words }: ShellContext, title: string): Element {
  const panes = [
    ['inputs', words.inputs],
    ['text', words.text],
    ['details', words.details],
  ] as const;
  return element('nav', { id: 'doc-x-parts', ariaLabel: words.parts, ...SCRIPTED }, [
    element('span', { className: ['doc-x-title'] }, [title]),
    ...panes.map(([pane, name]) => element('button', { type: 'button', dataPane: pane }, [name])),
    element('button', { type: 'button', id: 'doc-x-help-open' }, [
      element('span', { className: ['doc-x-long'] }, [words.shortcuts.title]),
      element('span', { className: ['doc-x-short'], ariaHidden: 'true' }, ['?']),
    ]),
    element('span', { id: 'doc-x-said', className: ['unseen'], role: 'status' }, []),
  ]);
}

/** The inputs, and the fields by which they are chosen. */
export function inputsPart(context: ShellContext): Element {
  const { words } = context;
  return element(
    'aside',
    {
      id: 'doc-x-inputs',
      className: ['doc-x-part'],
      ariaLabelledBy: ['doc-x-inputs-title'],
      tabIndex: -1,
      ...SCRIPTED,
    },
    [
      element('h2', { id: 'doc-x-inputs-title' }, [words.inputs]),
      filterForm(context),
      element('p', { className: ['doc-x-counted'] }, [
        element('span', { id: 'doc-x-count', role: 'status' }, []),
        ' ',
        element('button', { type: 'button', id: 'doc-x-reset', hidden: true }, [words.showAll]),
      ]),
      element('p', { id: 'doc-x-none', className: ['doc-x-hint'], hidden: true }, []),
      element('ul', {
        id: 'doc-x-list',
        className: ['doc-x-list'],
        role: 'list',
        ariaLabelledBy: ['doc-x-inputs-title'],
      }),
      element('p', {}, [element('button', { type: 'button', id: 'doc-x-more', hidden: true }, [words.more])]),
    ],
  );
}

function filterForm({ page: { data }, words, kinds }: ShellContext): Element {
  const used = {
    kinds: new Set<string>(data.inputs.flatMap((input) => [...input.kinds])),
    decisions: new Set(data.inputs.map(({ decision }) => decision)),
    reactions: new Set(data.inputs.map(({ reaction }) => reaction)),
  };
  const decisions = EXPLORER_DECISIONS.filter((id) => used.decisions.has(id)).map((id) => ({
    id,
    title: words.decisions[id],
  }));
  const reactions = REACTIONS.filter((id) => used.reactions.has(id)).map((id) => ({ id, title: words.reactions[id] }));
  const unanswered = used.decisions.has(undefined) ? [{ id: '-', title: words.unanswered }] : [];
  const kindTerms = INPUT_KINDS.filter((id) => used.kinds.has(id)).map((id) => ({ id, title: kinds[id] ?? id }));
  return element('form', { id: 'doc-x-filter', role: 'search', ariaLabelledBy: ['doc-x-inputs-title'] }, [
    field(words.list, 'doc-x-by-list', [
      { id: 'inputs', title: words.inputs },
      { id: 'unexplained', title: words.unexplained },
    ]),
    element('div', { id: 'doc-x-fields' }, [
      element('p', { className: ['doc-x-field', 'doc-x-search'] }, [
        element('label', { htmlFor: ['doc-x-by-search'] }, [words.search]),
        element('input', { type: 'search', id: 'doc-x-by-search', autoComplete: ['off'] }),
      ]),
      chooser(words.round, 'round', data.rounds, words),
      chooser(words.group, 'group', data.groups, words),
      chooser(words.kind, 'kind', kindTerms, words),
      chooser(words.code, 'code', data.codes, words),
      chooser(words.decision, 'decision', [...unanswered, ...decisions], words),
      chooser(words.reaction, 'reaction', reactions, words),
      chooser(words.lead, 'lead', data.leads, words),
    ]),
  ]);
}

/** A field that chooses one value or all; where there is nothing to choose it is there for the script only. */
function chooser(label: string, name: string, terms: readonly ExplorerTerm[], { all }: ExplorerWords): Element {
  const made = field(label, `doc-x-by-${name}`, [{ id: '', title: all }, ...terms]);
  return terms.length > 0 ? made : { ...made, properties: { ...made.properties, hidden: true } };
}

function field(label: string, id: string, terms: readonly ExplorerTerm[]): Element {
  const options = terms.map((term) => element('option', { value: term.id }, [term.title]));
  return element('p', { className: ['doc-x-field'] }, [
    element('label', { htmlFor: [id] }, [label]),
    element('select', { id }, options),
  ]);
}

/** What stands above the text: the text as it reads, or the changes between two stages. */
export function viewBar({ page: { data }, words }: ShellContext): Element {
  const compared = data.redlines.length > 0;
  const ends = (name: 'from' | 'to') => data.stages.filter(({ id }) => data.redlines.some((one) => one[name] === id));
  return element('div', { id: 'doc-x-bar', ...SCRIPTED, className: compared ? [] : ['doc-x-alone'] }, [
    field(words.show, 'doc-x-view', [
      { id: 'text', title: words.asItReads },
      ...(compared ? [{ id: 'redline', title: words.redline }] : []),
    ]),
    element('div', { id: 'doc-x-pair', hidden: true }, [
      field(words.from, 'doc-x-from', ends('from')),
      field(words.to, 'doc-x-to', ends('to')),
      element('p', { className: ['doc-x-field'] }, [
        element('label', {}, [element('input', { type: 'checkbox', id: 'doc-x-changed' }), ' ', words.changedOnly]),
      ]),
    ]),
  ]);
}

/** What belongs to the passage or the input that is chosen. */
export function detailsPart({ words }: ShellContext): Element {
  return element(
    'aside',
    {
      id: 'doc-x-details',
      className: ['doc-x-part'],
      ariaLabelledBy: ['doc-x-details-head'],
      tabIndex: -1,
      ...SCRIPTED,
    },
    [
      element('h2', { id: 'doc-x-details-head' }, [words.details]),
      element('button', { type: 'button', id: 'doc-x-close' }, [words.close]),
      element('div', { id: 'doc-x-details-body' }, []),
    ],
  );
}

/** The list of keys, which also turns single keys off. */
export function helpWindow({ words: { shortcuts, close } }: ShellContext): Element {
  const rows: readonly (readonly [keys: readonly string[], what: string])[] = [
    [['/'], shortcuts.search],
    [['j'], shortcuts.next],
    [['k'], shortcuts.previous],
    [['1', '2', '3'], shortcuts.parts],
    [['↑', '↓', 'Home', 'End'], shortcuts.items],
    [['Esc'], shortcuts.escape],
    [['?'], shortcuts.help],
  ];
  const lines = rows.map(([keys, what]) =>
    element('div', {}, [
      element(
        'dt',
        {},
        keys.flatMap((key, index): Child[] => [index > 0 && ' ', element('kbd', {}, [key])]),
      ),
      element('dd', {}, [what]),
    ]),
  );
  return element('dialog', { id: 'doc-x-help', ariaLabelledBy: ['doc-x-help-title'] }, [
    element('h2', { id: 'doc-x-help-title' }, [shortcuts.title]),
    element('dl', {}, lines),
    element('p', {}, [
      element('label', {}, [
        element('input', { type: 'checkbox', id: 'doc-x-single', checked: true }),
        ' ',
        shortcuts.single,
      ]),
    ]),
    element('p', {}, [element('button', { type: 'button', id: 'doc-x-help-close' }, [close])]),
  ]);
}

/** Parts of a page, each on a line of its own. */
export function lines(parts: readonly Element[]): ElementContent[] {
  return parts.flatMap((part): ElementContent[] => [{ type: 'text', value: '\n' }, part]);
}
