import { type ComposedDraft, composeDraft } from '../../../src/drafts/compose-draft.ts';
import { type AnyNode, textOf, walk } from '../../../src/drafts/tree.ts';
import type { Process } from '../../../src/model/process.ts';
import type { Resource } from '../../../src/model/resource.ts';
import type { SectionFrontMatter, SectionSource } from '../../../src/model/section.ts';
import type { StageText } from '../../../src/model/workspace.ts';
import { parseMarkdown } from '../../../src/text/markdown.ts';

/** A process with nothing but what is required. */
export const PROCESS: Process = {
  penholder: 1,
  title: 'Guidance note',
  language: 'en',
  stages: [{ id: 'zero', title: 'Zero draft' }],
};

/** What a test composes. */
export interface Draft {
  readonly sections: readonly (readonly [frontMatter: SectionFrontMatter, markdown: string])[];
  readonly process?: Partial<Process>;
  readonly resources?: readonly Resource[];
}

/** Composes sections written as Markdown, without front matter in the text. */
export function compose(draft: Draft): ComposedDraft {
  return composeDraft(stageText(draft), { direction: () => 'ltr', epoch: 0 });
}

/** A stage with these sections, as files `drafts/1.md`, `drafts/2.md` … */
export function stageText({ sections, process, resources }: Draft): StageText {
  return {
    id: 'zero',
    title: 'Zero draft',
    process: { ...PROCESS, ...process },
    sections: sections.map(([frontMatter, source], index) => section(`drafts/${index + 1}.md`, frontMatter, source)),
    resources: resources ?? [],
    asset: async () => undefined,
    dirty: false,
    findings: [],
  };
}

function section(file: string, frontMatter: SectionFrontMatter, source: string): SectionSource {
  const { tree, findings } = parseMarkdown(source, { file });
  return { file, source, frontMatter, tree, findings };
}

/** Printed labels with the first words of their blocks, in reading order. */
export function labelsOf({ document }: ComposedDraft): string[] {
  const out: string[] = [];
  walk(document.root, (node) => {
    if (node.data?.label !== undefined && node.type !== 'footnoteReference')
      out.push(`${node.data.label} ${firstWords(node)}`);
    return true;
  });
  return out;
}

function firstWords(node: AnyNode): string {
  return textOf(node).split(/\s+/u).slice(0, 2).join(' ');
}

/** All nodes of a type, in reading order. */
export function nodesOf<T extends AnyNode['type']>(
  { document }: ComposedDraft,
  type: T,
): Extract<AnyNode, { type: T }>[] {
  const out: Extract<AnyNode, { type: T }>[] = [];
  walk(document.root, (node) => {
    if (node.type === type) out.push(node as Extract<AnyNode, { type: T }>);
    return true;
  });
  return out;
}
