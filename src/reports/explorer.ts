import type { Nodes } from 'mdast';
import type { Report } from '../model/contracts.ts';
import type { Distribution, Document, Section } from '../model/document.ts';
import type { ExplorerData } from '../model/explorer.ts';
import { explorerWords } from '../model/explorer-words.ts';
import { DISTRIBUTIONS } from '../model/vocabulary.ts';
import { plainText } from '../text/plain-text.ts';
import { type ExplorerContext, explorerData, shownStage } from './explorer/data.ts';
import { linearSections } from './explorer/linear.ts';

export type { ExplorerContext } from './explorer/data.ts';

/** What the caller chose. */
export interface ExplorerOptions {
  /** Bytes of the pictures of the draft, by the path their figures name. */
  readonly pictures?: Readonly<Record<string, Uint8Array>>;
}

/** The draft with the inputs behind each passage, what became of them, and the changes between any two stages. */
export const explorer: Report<ExplorerContext, ExplorerOptions> = {
  id: 'explorer',
  about: 'The draft with the inputs behind each passage, the passages behind each input, and all changes: one page.',
  build: (context, options) => {
    const data = explorerData(context);
    return { document: explorerDocument(data, context, options), data };
  },
};

function explorerDocument(data: ExplorerData, context: ExplorerContext, { pictures }: ExplorerOptions): Document {
  const stage = shownStage(context);
  const { meta, root } = stage.document;
  const { watermark: _draft, logo: _logo, ...style } = meta.style;
  const { language } = meta;
  const words = explorerWords(language);
  const sections = root.children.filter((child): child is Section => child.type === 'section');
  const outline = sections.map((section) => ({ title: titleOf(section), ids: idsIn(section) }));
  return {
    root: { type: 'root', children: linearSections({ data, words, language, outline }) },
    meta: {
      ...meta,
      kind: words.explorer,
      distribution: narrower(meta.distribution, context.audience.distribution),
      attachments: [],
      style: { ...style, cover: false, contents: false, lineNumbers: false },
      explorer: { text: sections, data },
      ...(pictures !== undefined && { pictures }),
    },
  };
}

/** A draft that is marked for a narrower circle stays so, whoever reads about its inputs. */
function narrower(one: Distribution, other: Distribution): Distribution {
  return DISTRIBUTIONS.indexOf(one) > DISTRIBUTIONS.indexOf(other) ? one : other;
}

function titleOf({ children: [first], file }: Section): string {
  return first?.type === 'heading' ? plainText(first).replace(/\s+/gu, ' ').trim() : (file ?? '');
}

function idsIn(node: Nodes): string[] {
  const own = node.data?.id === undefined ? [] : [node.data.id];
  return 'children' in node ? [...own, ...node.children.flatMap(idsIn)] : own;
}
