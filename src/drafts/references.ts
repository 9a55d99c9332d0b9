import type { CrossReference, Section } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import { type ReferenceKind, refer } from '../model/labels.ts';
import { findingAt } from './finding.ts';
import { type AnyNode, addData, isParent, textOf, walk } from './tree.ts';

interface Target {
  readonly kind: ReferenceKind;
  readonly number?: string;
  readonly title: string;
  /** Block that is known by this name only, which becomes its id once something points at it. */
  readonly named?: AnyNode;
}

const KIND_OF: Readonly<Partial<Record<AnyNode['type'], ReferenceKind>>> = {
  paragraph: 'paragraph',
  listItem: 'paragraph',
  alternative: 'paragraph',
  alternatives: 'paragraph',
  heading: 'section',
  table: 'table',
  figure: 'figure',
  box: 'box',
  recommendation: 'recommendation',
};

/**
 * Gives every cross-reference the text of what it points at, and reports those that point nowhere.
 *
 * @param sections Numbered; changed in place.
 */
export function resolveReferences(sections: readonly Section[], language: string): Finding[] {
  const targets = collectTargets(sections);
  const findings: Finding[] = [];
  for (const section of sections) {
    walk(section, (node) => {
      if (node.type === 'crossReference') findings.push(...resolve(node, section, targets, language));
      return true;
    });
    walk(section, (node) => {
      if (isParent(node)) capitaliseReferences(node.children as AnyNode[]);
      return true;
    });
  }
  return findings;
}

/** “Table 1 shows …”: a reference at the beginning of a sentence has a capital. */
function capitaliseReferences(children: readonly AnyNode[]): void {
  children.forEach((node, at) => {
    if (node.type !== 'crossReference' || node.own) return;
    const before = children[at - 1];
    const begins = before === undefined || (before.type === 'text' && /(?:^|[.!?]["”»)]?)\s*$/u.test(before.value));
    const [shown] = node.children;
    if (begins && shown?.type === 'text') shown.value = shown.value.charAt(0).toUpperCase() + shown.value.slice(1);
  });
}

function collectTargets(sections: readonly Section[]): Map<string, Target> {
  const targets = new Map<string, Target>();
  for (const section of sections) {
    walk(section, (node) => {
      const kind = kindOf(node);
      const id = node.data?.id;
      if (kind !== undefined && id !== undefined && !targets.has(id)) targets.set(id, targetOf(node, kind));
      return true;
    });
  }
  for (const section of sections) addAnchors(section, targets);
  for (const section of sections) addSlugs(section, targets);
  return targets;
}

/** Names that a text from elsewhere gave its places, as in `<a name="scope"></a>`. */
function addAnchors(section: Section, targets: Map<string, Target>): void {
  walk(section, (node) => {
    for (const name of node.data?.anchors ?? []) {
      if (!targets.has(name)) targets.set(name, { ...targetOf(node, KIND_OF[node.type] ?? 'paragraph'), named: node });
    }
    return true;
  });
}

/** Headings without an id can be pointed at as other tools name them: `## Scope of use` as `#scope-of-use`. */
function addSlugs(section: Section, targets: Map<string, Target>): void {
  walk(section, (node) => {
    if (node.type !== 'heading' || node.data?.id !== undefined) return true;
    const id = slug(textOf(node));
    if (id !== '' && !targets.has(id)) targets.set(id, { ...targetOf(node, 'section'), named: node });
    return true;
  });
}

/** As GitHub makes anchors of headings: small letters, no punctuation, hyphens for spaces. */
function slug(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .replace(/\s/gu, '-');
}

function kindOf(node: AnyNode): ReferenceKind | undefined {
  if (node.data?.role === 'annex') return 'annex';
  if (node.type === 'section') return undefined;
  return KIND_OF[node.type] ?? (node.data?.id === undefined ? undefined : 'paragraph');
}

function targetOf(node: AnyNode, kind: ReferenceKind): Target {
  const number = node.data?.number;
  return { kind, title: titleOf(node), ...(number !== undefined && { number }) };
}

function titleOf(node: AnyNode): string {
  if (node.type === 'box') return node.title ?? '';
  if (node.data?.caption !== undefined) return node.data.caption;
  const words = textOf(node).split(/\s+/u);
  return words.length > 8 ? `${words.slice(0, 8).join(' ')} …` : words.join(' ');
}

function resolve(
  node: CrossReference,
  section: Section,
  targets: ReadonlyMap<string, Target>,
  language: string,
): Finding[] {
  const target = targets.get(node.target);
  if (target !== undefined) {
    if (target.named !== undefined) node.target = nameBlock(target.named, node.target);
    if (!node.own) node.children = [{ type: 'text', value: shown(target, language) }];
    return [];
  }
  if (!node.own) node.children = [{ type: 'text', value: `[#${node.target}]` }];
  return [
    findingAt(node, section.file, {
      check: 'text/broken-reference',
      // With words of its own it still reads as it should; without them the reader sees a gap.
      severity: node.own ? 'warning' : 'error',
      message: `The cross-reference points at "#${node.target}", and no passage has that id.`,
      why: 'A reader would be sent to a place that does not exist.',
      hint: 'Give the id of a passage of the text, as it stands at the end of the paragraph or in {#…} on the heading.',
    }),
  ];
}

/** The id of a block known by a name: its own, or the name that first pointed at it. */
function nameBlock(block: AnyNode, name: string): string {
  if (block.data?.id === undefined) addData(block, { id: name });
  return block.data?.id ?? name;
}

/** A number never stands at the beginning of a line without the word before it. */
function shown(target: Target, language: string): string {
  return target.number === undefined
    ? `“${target.title}”`
    : refer(target.kind, target.number, language).replace(' ', '\u00a0');
}
