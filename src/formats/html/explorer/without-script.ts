import type { Element } from 'hast';
import type { ExplorerDecision, ExplorerInput } from '../../../model/explorer.ts';
import { hrefTo } from '../anchors.ts';
import { element } from '../element.ts';
import type { ShellContext } from './shell.ts';

/** Of more inputs than this, the list gives the beginning: the page carries them in full for its script already. */
const IN_FULL = 2000;
const BEGINNING = 120;

function beginningOf(words: string): string {
  const signs = Array.from(words.slice(0, BEGINNING * 2));
  return signs.length <= BEGINNING ? words : `${signs.slice(0, BEGINNING).join('').trimEnd()}…`;
}

/** The inputs as a plain list, for browsers that run no scripts; all others pass over it. */
export function withoutScript({ page: { data }, words }: ShellContext, colon: string): Element {
  const names = new Map(data.passages.map((passage) => [passage.id, passage]));
  const isLong = data.inputs.length > IN_FULL;
  const item = (input: ExplorerInput): Element => {
    const { ref, from, text, decision, reason, passages = [] } = input;
    const answer = decision === undefined ? words.unanswered : words.decisions[decision as ExplorerDecision];
    const links = passages.flatMap((id, index) => {
      const { name, gone, anchor } = names.get(id) ?? { name: id, gone: '', anchor: undefined };
      const link = gone === undefined ? element('a', { href: hrefTo(anchor ?? id) }, [name]) : name;
      return [index > 0 && '; ', link];
    });
    return element('li', {}, [
      element('p', {}, [
        element('strong', {}, [from === undefined ? ref : `${ref} (${from})`]),
        colon,
        isLong ? beginningOf(text) : text,
      ]),
      element('p', {}, [
        `${words.response}${colon}${[answer, isLong ? undefined : reason].filter((part) => part !== undefined).join(' — ')}`,
      ]),
      links.length > 0 && element('p', {}, [`${words.concerned}${colon}`, ...links]),
    ]);
  };
  return element('noscript', {}, [
    element('section', { className: ['doc-x-plain'] }, [
      element('h2', {}, [words.inputs]),
      element('p', {}, [words.noScript]),
      element('ul', {}, data.inputs.map(item)),
    ]),
  ]);
}
