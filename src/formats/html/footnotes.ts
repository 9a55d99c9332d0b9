import type { Element, ElementContent } from 'hast';
import type { FootnoteDefinition } from 'mdast';
import { hrefTo } from './anchors.ts';
import { blockProperties } from './attributes.ts';
import { withChange } from './changes.ts';
import type { HtmlContext, NodeOf, Renderer } from './context.ts';
import { element } from './element.ts';

/** Footnotes, which stand at the end of the page, and lettered notes, which stay with their table or box. */
export const FOOTNOTES = { footnoteReference, footnoteDefinition, notes } satisfies {
  [Type in 'footnoteReference' | 'footnoteDefinition' | 'notes']: Renderer<Type>;
};

function noteId(identifier: string): string {
  return `fn-${identifier.replace(/\s+/gu, '-')}`;
}

function referenceId(identifier: string, count: number): string {
  return `fnref-${identifier.replace(/\s+/gu, '-')}${count === 1 ? '' : `-${count}`}`;
}

function footnoteReference(node: NodeOf<'footnoteReference'>, context: HtmlContext): ElementContent[] {
  const { anchors, state, words } = context;
  const definition = anchors.definition(node.identifier);
  const label = node.data?.label ?? definition?.data?.label ?? node.label ?? node.identifier;
  if (definition === undefined) return [element('sup', { className: ['note-mark'] }, [label])];
  const count = (state.references.get(node.identifier) ?? 0) + 1;
  state.references.set(node.identifier, count);
  const properties = {
    href: hrefTo(noteId(node.identifier)),
    id: referenceId(node.identifier, count),
    role: 'doc-noteref',
    title: words.footnotes,
  };
  return [element('sup', { className: ['note-mark'] }, [element('a', properties, [label])])];
}

/** Kept for the end of the page, where {@link endnotes} puts them all. */
function footnoteDefinition(node: NodeOf<'footnoteDefinition'>, { state }: HtmlContext): ElementContent[] {
  state.endnotes.push(node);
  return [];
}

function notes(node: NodeOf<'notes'>, context: HtmlContext): ElementContent[] {
  const items = node.children.map((definition) => note(definition, context));
  const properties = { ...blockProperties(node, context, 'notes', 'labelled'), role: 'list' };
  return [element('ol', { ...properties, ariaLabel: context.words.notes }, items)];
}

function note(definition: FootnoteDefinition, context: HtmlContext): Element {
  const label = definition.data?.label ?? definition.label ?? definition.identifier;
  const content = withChange(definition, context.render(definition.children), context);
  const properties = { ...blockProperties(definition, context), id: noteId(definition.identifier) };
  const number = element('span', { className: ['number'] }, [label]);
  return element('li', properties, [number, ' ', ...content, ...backlinks(definition, label, context)]);
}

function backlinks({ identifier }: FootnoteDefinition, label: string, context: HtmlContext): Element[] {
  const { anchors, words } = context;
  return Array.from({ length: anchors.references(identifier) }, (_, index) => {
    const properties = {
      className: ['backlink'],
      href: hrefTo(referenceId(identifier, index + 1)),
      role: 'doc-backlink',
      ariaLabel: `${words.backToText}, ${label}${index === 0 ? '' : ` (${index + 1})`}`,
    };
    // The variation selector keeps the arrow from turning into a coloured picture.
    return element('a', properties, ['↩\ufe0e']);
  });
}

/** The footnotes of the whole document, in their order; undefined where it has none. */
export function endnotes(context: HtmlContext): Element | undefined {
  const { state, words } = context;
  const items: Element[] = [];
  // A footnote may define another one while it is rendered; the list grows as it is read.
  for (const definition of state.endnotes) items.push(note(definition, context));
  if (items.length === 0) return undefined;
  return element('section', { role: 'doc-endnotes', ariaLabelledBy: ['doc-notes'], className: ['endnotes'] }, [
    element('h2', { id: 'doc-notes' }, [words.footnotes]),
    element('ol', { role: 'list', className: ['labelled'] }, items),
  ]);
}
