import type { Element } from 'hast';
import type { ExplorerData, ExplorerInput } from '../../../model/explorer.ts';
import type { ExplorerEmbed } from '../../../model/explorer-words.ts';
import { formatDate } from '../../../model/labels.ts';
import { wellFormed } from '../../tree.ts';
import type { HtmlContext } from '../context.ts';
import type { ShellContext } from './shell.ts';

/** What the script reads: JSON in which nothing can end the element that holds it. A data block is never run. */
export function dataBlock({ page, words, kinds }: ShellContext, colon: string): Element {
  const embed: ExplorerEmbed = { data: page.data, words, kinds, colon };
  const value = JSON.stringify(embed, (_key, part: unknown) => (typeof part === 'string' ? wellFormed(part) : part));
  return {
    type: 'element',
    tagName: 'script',
    properties: { type: 'application/json', id: 'doc-x-data' },
    children: [{ type: 'text', value: value.replace(/</gu, '\\u003c') }],
  };
}

/** The data as the page tells it: dates in its language, and the places of passages in it. */
export function writtenData(data: ExplorerData, { meta: { language }, anchors }: HtmlContext): ExplorerData {
  const dated = ({ on, answered, ...input }: ExplorerInput): ExplorerInput => ({
    ...input,
    ...(on !== undefined && { on: formatDate(on, language) }),
    ...(answered !== undefined && { answered: formatDate(answered, language) }),
  });
  const passages = data.passages.map((passage) => {
    const anchor = anchors.target(passage.id);
    return anchor === undefined || anchor === passage.id ? passage : { ...passage, anchor };
  });
  return { ...data, inputs: data.inputs.map(dated), passages };
}
