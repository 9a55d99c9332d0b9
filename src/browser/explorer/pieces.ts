import type { ExplorerChange, ExplorerInput } from '../../model/explorer.ts';
import { type Content, make, unseen } from './dom.ts';
import type { Store } from './store.ts';

/** What became of an input, in words. */
export function decisionWords({ decision }: ExplorerInput, { words }: Store): string {
  if (decision === undefined) return words.unanswered;
  return words.decisions[decision as keyof typeof words.decisions] ?? decision;
}

/** What a kind of input is called. */
export function kindWords(kind: string, { kinds }: Store): string {
  return kinds[kind] ?? kind;
}

/** Words in their own language and direction, where that is known. */
export function saidBy({ text, language, withheld }: ExplorerInput, most?: number): HTMLElement {
  const signs = most === undefined ? [] : Array.from(text);
  const shown = most !== undefined && signs.length > most ? `${signs.slice(0, most).join('').trimEnd()}…` : text;
  const own = withheld === true ? undefined : language;
  return make('span', { class: withheld === true ? 'doc-x-withheld' : 'doc-x-said', lang: own, dir: 'auto' }, shown);
}

/** An input in a list: a button that shows all of it. */
export function inputItem(place: number, store: Store): HTMLElement {
  const input = store.data.inputs[place];
  const key = store.keys[place];
  if (input === undefined || key === undefined) return make('span');
  const decision = decisionWords(input, store);
  return make(
    'button',
    { type: 'button', class: 'doc-x-item', 'data-item': key },
    make('span', { class: 'doc-x-ref' }, make('bdi', {}, input.ref)),
    badge(decision, input.decision ?? 'open'),
    input.from === undefined ? undefined : make('span', { class: 'doc-x-from' }, make('bdi', {}, input.from)),
    saidBy(input, SHOWN),
    reasonOf(input),
  );
}

/** The beginning of the reason; all of it stands in the details. */
function reasonOf({ reason }: ExplorerInput): HTMLElement | undefined {
  if (reason === undefined) return undefined;
  const signs = Array.from(reason);
  const shown = signs.length > REASON ? `${signs.slice(0, REASON).join('').trimEnd()}…` : reason;
  return make('span', { class: 'doc-x-reason', dir: 'auto' }, shown);
}

/** So many signs of a reason stand in a list. */
const REASON = 140;

/** So many signs of an input stand in a list. */
const SHOWN = 220;

/** What became of something, as a small sign. */
export function badge(words: string, kind: string): HTMLElement {
  return make('span', { class: 'doc-x-badge', 'data-kind': kind }, words);
}

/** The words of a change: what went in and what went out, for the eye and for the ear. */
export function runsOf({ runs }: ExplorerChange, { data, words, colon }: Store): Content[] {
  if (typeof runs === 'number') return [data.texts[runs] ?? ''];
  return runs.map((run) => {
    const text = run.slice(1);
    if (run.startsWith(' ')) return text;
    const [name, said] = run.startsWith('+') ? (['ins', words.inserted] as const) : (['del', words.deleted] as const);
    return make(name, {}, unseen(`[${said}${colon}`), text, unseen(']'));
  });
}

/** What kind of change it is, and whether it is one of substance. */
export function changeBadges({ kind, substantive }: ExplorerChange, { words }: Store): Content[] {
  if (kind === 'unchanged') return [badge(words.changes.unchanged, 'unchanged')];
  const weight = substantive === true ? 'substantive' : 'editorial';
  return [badge(words.changes[kind], kind), ' ', badge(words[weight], weight)];
}

/** Why something changed: a sentence each, with a way to the input. */
export function reasonsOf({ reasons, unexplained }: ExplorerChange, store: Store): HTMLElement | undefined {
  const { words, colon } = store;
  if (reasons.length === 0)
    return unexplained === true ? make('p', { class: 'doc-x-open' }, words.noReason) : undefined;
  const lines = reasons.map(({ input, words: own }) => {
    const place = input === undefined ? undefined : store.placeOf(input);
    const told = own ?? (place === undefined ? undefined : store.data.inputs[place]?.reason) ?? '';
    const link = place === undefined ? undefined : goTo(input ?? '', input ?? '');
    return make('li', {}, link, link === undefined ? undefined : colon, make('span', { dir: 'auto' }, told));
  });
  const lead = unexplained === true ? [make('p', { class: 'doc-x-open' }, words.noReason)] : [];
  return make('div', { class: 'doc-x-why' }, ...lead, make('p', {}, words.why), make('ul', {}, ...lines));
}

/** A link to a passage or an input of the page. */
export function goTo(key: string, words: string): HTMLElement {
  const place = encodeURIComponent(key).replaceAll('%2F', '/');
  return make('a', { href: `#${place}`, 'data-go': key }, make('bdi', {}, words));
}
