import type { Element } from 'hast';
import type { ExplorerDecision, ExplorerInput, ExplorerPassage } from '../../../model/explorer.ts';
import type { ExplorerWords } from '../../../model/explorer-words.ts';
import { hrefTo } from '../anchors.ts';
import { type Child, element } from '../element.ts';
import type { ShellContext } from './shell.ts';

/** Of more inputs than this, the list gives the beginning: the page carries them in full for its script already. */
const IN_FULL = 2000;
const BEGINNING = 120;

function beginningOf(words: string): string {
  const signs = Array.from(words.slice(0, BEGINNING * 2));
  return signs.length <= BEGINNING ? words : `${signs.slice(0, BEGINNING).join('').trimEnd()}…`;
}

/** The inputs as a plain list, for browsers that run no scripts; all others pass over it. */
export function withoutScript(shell: ShellContext, colon: string): Element {
  const { page, words } = shell;
  const { inputs, passages } = page.data;
  const names = new Map(passages.map((passage) => [passage.id, passage]));
  const item = inputs.length > IN_FULL ? shortItem : fullItem;
  return element('noscript', {}, [
    element('section', { className: ['doc-x-plain'] }, [
      element('h2', {}, [words.inputs]),
      element('p', {}, [words.noScript]),
      element(
        'ul',
        {},
        inputs.map((input) => item(input, { words, colon, names })),
      ),
    ]),
  ]);
}

interface ItemContext {
  readonly words: ExplorerWords;
  readonly colon: string;
  readonly names: ReadonlyMap<string, ExplorerPassage>;
}

function fullItem(input: ExplorerInput, context: ItemContext): Element {
  const { words, colon } = context;
  const reaction = input.reaction === undefined ? undefined : words.reactions[input.reaction];
  const answer = [answerTo(input, words), input.reason, ...(input.restsOn ?? []), reaction]
    .filter((part) => part !== undefined)
    .join(' — ');
  const links = linksOf(input, context);
  return element('li', {}, [
    element('p', {}, [element('strong', {}, [nameOf(input)]), colon, input.text]),
    element('p', {}, [`${words.response}${colon}${answer}`]),
    links.length > 0 && element('p', {}, [`${words.concerned}${colon}`, ...links]),
  ]);
}

function shortItem(input: ExplorerInput, context: ItemContext): Element {
  const { words, colon } = context;
  const links = linksOf(input, context);
  return element('li', {}, [
    `${nameOf(input)}${colon}${beginningOf(input.text)} — ${answerTo(input, words)}`,
    links.length > 0 && ' — ',
    ...links,
  ]);
}

function nameOf({ ref, from }: ExplorerInput): string {
  return from === undefined ? ref : `${ref} (${from})`;
}

function answerTo({ decision }: ExplorerInput, words: ExplorerWords): string {
  return decision === undefined ? words.unanswered : words.decisions[decision as ExplorerDecision];
}

function linksOf({ passages = [] }: ExplorerInput, { names }: ItemContext): Child[] {
  return passages.flatMap((id, index): Child[] => {
    const passage = names.get(id);
    const name = passage?.name ?? id;
    const isThere = passage !== undefined && passage.gone === undefined;
    const link = isThere ? element('a', { href: hrefTo(passage.anchor ?? id) }, [name]) : name;
    return [index > 0 && '; ', link];
  });
}
