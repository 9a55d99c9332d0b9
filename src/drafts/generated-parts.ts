import type { BlockContent, PhrasingContent } from 'mdast';
import type { Section, TermDefinition } from '../model/document.ts';
import type { Labels } from '../model/labels.ts';
import type { Resource } from '../model/resource.ts';
import { formatResource } from './csl.ts';
import { type AnyNode, textOf, walk } from './tree.ts';

/**
 * The list of acronyms, in the order of their letters; undefined where there are none.
 *
 * @param acronyms Acronym and what it stands for.
 */
export function acronymSection(acronyms: ReadonlyMap<string, string>, labels: Labels): Section | undefined {
  if (acronyms.size === 0) return undefined;
  const rows = [...acronyms].sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  return generated('front', labels.abbreviations, [termList(rows.map(([short, long]) => [short, [text(long)]]))]);
}

/** The glossary, from the definitions that stand in the text; undefined where there are none. */
export function glossarySection(sections: readonly Section[], labels: Labels): Section | undefined {
  const terms: TermDefinition[] = [];
  for (const section of sections) walk(section, (node) => collect(node, terms));
  if (terms.length === 0) return undefined;
  const rows = terms
    .map((definition): [string, PhrasingContent[]] => [definition.term, [text(textOf(definition as AnyNode).trim())]])
    .sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  return generated('annex', labels.glossary, [termList(rows)]);
}

function collect(node: AnyNode, terms: TermDefinition[]): boolean {
  if (node.type === 'termDefinition') terms.push(node);
  return true;
}

/** The bibliography of what was cited; undefined where nothing was. */
export function bibliographySection(cited: readonly Resource[], labels: Labels): Section | undefined {
  if (cited.length === 0) return undefined;
  const items = cited.map((resource) =>
    paragraph([text(`${formatResource(resource, labels.language)}.`.replace(/\.\.$/u, '.'))]),
  );
  return generated('annex', labels.bibliography, items);
}

function generated(part: Section['part'], title: string, blocks: BlockContent[]): Section {
  const heading: BlockContent = { type: 'heading', depth: 1, children: [text(title)] };
  return { type: 'section', part, numbered: false, data: { role: 'generated' }, children: [heading, ...blocks] };
}

function termList(rows: readonly (readonly [string, PhrasingContent[]])[]): BlockContent {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    data: { role: 'terms' },
    children: rows.map(([term, words]) => ({
      type: 'listItem' as const,
      spread: false,
      children: [paragraph([{ type: 'strong', children: [text(term)] }, text(' – '), ...words])],
    })),
  };
}

function paragraph(children: PhrasingContent[]): BlockContent & { type: 'paragraph' } {
  return { type: 'paragraph', children };
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}
