import type { Element, ElementContent, Root } from 'hast';
import type { ExplorerPage } from '../../model/explorer.ts';
import { explorerWords } from '../../model/explorer-words.ts';
import type { HtmlContext } from './context.ts';
import { cover, foot } from './cover.ts';
import { element } from './element.ts';
import { dataBlock, writtenData } from './explorer/data.ts';
import { detailsPart, helpWindow, inputsPart, lines, partsBar, type ShellContext, viewBar } from './explorer/shell.ts';
import { withoutScript } from './explorer/without-script.ts';
import { endnotes } from './footnotes.ts';
import { sanitise } from './sanitise.ts';

/**
 * The page of an explorer: the draft in the middle, inputs at one side of it, what belongs to a passage at the other.
 *
 * What comes out of the draft is sanitised as on every page; what stands around it is the program's own. Without scripts
 * the draft is shown, and a list of all inputs.
 *
 * @param page The draft and what is known of it.
 */
export function explorerBody({ text: draft, data }: ExplorerPage, context: HtmlContext): Root {
  const page: ExplorerPage = { text: draft, data: writtenData(data, context) };
  const shell: ShellContext = { page, words: explorerWords(context.meta.language), kinds: context.guide.kinds };
  const text = cleaned([...context.render(draft), endnotes(context)]);
  const main = element('main', { id: 'doc-content', tabIndex: -1 }, [
    viewBar(shell),
    element('div', { id: 'doc-x-text' }, text),
    element('div', { id: 'doc-x-redline', hidden: true }, []),
  ]);
  const skip = (id: string, words: string) => element('a', { className: ['skip'], href: `#${id}` }, [words]);
  const parts = [
    skip('doc-content', context.words.skipToContent),
    ...cleaned([cover(context)]),
    partsBar(shell, barTitle(context)),
    element('div', { id: 'doc-x-parted' }, lines([inputsPart(shell), main, detailsPart(shell)])),
    withoutScript(shell, context.words.colon),
    element('div', { id: 'doc-x-print' }, []),
    ...cleaned([foot(context)]),
    helpWindow(shell),
    dataBlock(shell, context.words.colon),
  ].filter((part): part is Element => part.type === 'element');
  return { type: 'root', children: lines(parts) };
}

/** What stays in sight when the head of the page does not. */
function barTitle({ meta: { title, stage } }: HtmlContext): string {
  return [title, stage?.title].filter((part) => part !== undefined).join(' – ');
}

function cleaned(content: readonly (ElementContent | undefined)[]): ElementContent[] {
  const children = content.filter((part) => part !== undefined);
  return sanitise({ type: 'root', children }).children.filter(
    (child): child is ElementContent => child.type !== 'doctype',
  );
}
