import type { FootnoteDefinition, PhrasingContent } from 'mdast';
import type { Citation, CitedItem, Section } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import type { Resource } from '../model/resource.ts';
import { formatResource, shortResource } from './csl.ts';
import { findingAt } from './finding.ts';
import { type AnyNode, isParent } from './tree.ts';

/** What citing needs to know. */
export interface CitationContext {
  readonly resources: readonly Resource[];
  readonly style: 'footnotes' | 'bibliography';
  /** Language of the text. */
  readonly language: string;
}

/** What came of the citations. */
export interface CitationResult {
  readonly findings: readonly Finding[];
  /** Cited resources in order of title, for a bibliography. */
  readonly cited: readonly Resource[];
}

interface State extends CitationContext {
  readonly byId: ReadonlyMap<string, Resource>;
  readonly seen: Set<string>;
  readonly findings: Finding[];
  count: number;
}

/**
 * Gives every citation its footnote, or the short form in parentheses with a bibliography.
 *
 * A resource is written out the first time it is cited and in its short form after that.
 *
 * @param sections In reading order; changed in place.
 */
export function resolveCitations(sections: readonly Section[], context: CitationContext): CitationResult {
  const byId = new Map(context.resources.map((resource) => [resource.id, resource]));
  const state: State = { ...context, byId, seen: new Set(), findings: [], count: 0 };
  for (const section of sections) {
    resolveIn(section, section, state, false);
  }
  const cited = context.resources.filter((resource) => state.seen.has(resource.id));
  return { findings: state.findings, cited: cited.toSorted(byFormatted(context.language)) };
}

/** Inside a note a citation is written out where it stands: a note has no notes. */
function resolveIn(node: AnyNode, section: Section, state: State, inNote: boolean): void {
  if (node.type === 'citation') resolve(node, section, state, inNote);
  if (!isParent(node)) return;
  const inside = inNote || node.type === 'footnoteDefinition';
  // Resolving adds definitions at the end; they hold nothing that is left to resolve.
  for (const child of [...node.children]) resolveIn(child as AnyNode, section, state, inside);
}

function byFormatted(language: string): (a: Resource, b: Resource) => number {
  return (a, b) => {
    const [left, right] = [formatResource(a, language), formatResource(b, language)];
    return left < right ? -1 : Number(left > right);
  };
}

function resolve(node: Citation, section: Section, state: State, inNote: boolean): void {
  for (const item of node.items) {
    if (!state.byId.has(item.id)) state.findings.push(unknownResource(node, item, section));
  }
  if (state.style === 'bibliography') {
    const words = node.items.map((item) => writeShort(item, state)).join('; ');
    node.children = [{ type: 'text', value: `(${words})` }];
    return;
  }
  if (inNote) {
    node.children = [{ type: 'text', value: node.items.map((item) => writeItem(item, state)).join('; ') }];
    return;
  }
  state.count += 1;
  const identifier = `cite-${state.count}`;
  section.children.push(noteFor(identifier, node, state));
  node.children = [{ type: 'footnoteReference', identifier, label: identifier }];
}

function noteFor(identifier: string, node: Citation, state: State): FootnoteDefinition {
  const words = node.items.map((item) => writeItem(item, state)).join('; ');
  const text: PhrasingContent = { type: 'text', value: words.endsWith('.') ? words : `${words}.` };
  // The note has no lines of its own: it stands where it is cited.
  const place = node.position === undefined ? {} : { position: node.position };
  return {
    type: 'footnoteDefinition',
    identifier,
    label: identifier,
    children: [{ type: 'paragraph', children: [text], ...place }],
    data: { origin: 'citation' },
    ...place,
  };
}

function writeItem(item: CitedItem, state: State): string {
  const resource = state.byId.get(item.id);
  const again = state.seen.has(item.id);
  state.seen.add(item.id);
  const words =
    resource === undefined
      ? `[${item.id}]`
      : again
        ? shortResource(resource)
        : formatResource(resource, state.language);
  return withLocator(words, item);
}

function writeShort(item: CitedItem, state: State): string {
  const resource = state.byId.get(item.id);
  state.seen.add(item.id);
  return withLocator(resource === undefined ? `[${item.id}]` : shortResource(resource), item);
}

function withLocator(words: string, item: CitedItem): string {
  const before = item.prefix === undefined || item.prefix === '' ? '' : `${item.prefix} `;
  return item.locator === undefined ? `${before}${words}` : `${before}${words}, ${item.locator}`;
}

function unknownResource(node: Citation, item: CitedItem, section: Section): Finding {
  return findingAt(node, section.file, {
    check: 'text/unknown-resource',
    severity: 'error',
    message: `The citation names "${item.id}", which is not among the resources.`,
    why: 'A citation that leads nowhere cannot be verified.',
    hint: `Add an entry with "id: ${item.id}" to a file in resources/, or correct the id.`,
  });
}
