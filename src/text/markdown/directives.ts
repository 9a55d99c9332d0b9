import type { BlockContent, FootnoteDefinition, RootContent } from 'mdast';
import type { Alternative, Alternatives } from '../../model/document.ts';
import { nearest } from '../nearest.ts';
import { plainText } from '../plain-text.ts';
import { endOf, type MarkdownContext, report, startOf } from './context.ts';
import { isLabel, literalDirective } from './literal-directive.ts';

type Block = BlockContent | FootnoteDefinition;
type ContainerDirective = Extract<RootContent, { type: 'containerDirective' }>;

/** Attributes a directive knows besides its id. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  box: ['title'],
  recommendation: ['for', 'by'],
  definition: ['term'],
  alternatives: [],
};

/** Names of all directives that mean something. */
export const knownDirectives: readonly string[] = Object.keys(KNOWN);

/**
 * Reads a container directive: ours become nodes of ours, any other goes back to the text it is.
 *
 * @param context The file.
 * @param node The directive, its children already read.
 */
export function readDirective(context: MarkdownContext, node: ContainerDirective): RootContent[] {
  const known = Object.hasOwn(KNOWN, node.name) ? KNOWN[node.name] : undefined;
  if (!known) return reportUnknown(context, node);
  reportAttributes(context, node, known);
  reportUnclosed(context, node);
  const [label, children] = takeLabel(node);
  const { id, ...rest } = node.attributes ?? {};
  const shared = {
    children: children as Block[],
    ...(id ? { data: { id } } : {}),
    ...(node.position ? { position: node.position } : {}),
  };
  return [make(context, node, { label, values: rest, shared })];
}

interface Parts {
  readonly label: string;
  readonly values: Readonly<Record<string, string | null | undefined>>;
  readonly shared: { children: Block[]; data?: { id: string }; position?: ContainerDirective['position'] };
}

function make(context: MarkdownContext, node: ContainerDirective, { label, values, shared }: Parts): RootContent {
  const position = { ...shared } as Omit<Parts['shared'], 'position'>;
  if (node.name === 'box') {
    const title = values.title ?? label;
    return { type: 'box', ...(title ? { title } : {}), ...position };
  }
  if (node.name === 'recommendation') {
    const [whom, when] = [values.for, values.by];
    return { type: 'recommendation', ...(whom ? { for: whom } : {}), ...(when ? { by: when } : {}), ...position };
  }
  if (node.name === 'alternatives') return { ...position, type: 'alternatives', children: split(shared.children) };
  return { type: 'termDefinition', term: values.term ?? (label || missingTerm(context, node)), ...position };
}

/** Where a `---` stands between them, alternatives may be of several blocks; else each block is one. */
function split(children: readonly Block[]): Alternatives['children'] {
  const separated = children.some((child) => child.type === 'thematicBreak');
  const groups: Block[][] = separated ? [[]] : children.map((child) => [child]);
  if (separated) {
    for (const child of children) {
      if (child.type === 'thematicBreak') groups.push([]);
      else groups.at(-1)?.push(child);
    }
  }
  return groups.filter((group) => group.length > 0).map(alternative);
}

function alternative(children: Block[]): Alternative {
  const [start, end] = [children[0]?.position?.start, children.at(-1)?.position?.end];
  return { type: 'alternative', children, ...(start && end ? { position: { start, end } } : {}) };
}

/** The text in brackets after the name, `:::box[Title]`. */
function takeLabel(node: ContainerDirective): [string, RootContent[]] {
  const [first, ...rest] = node.children;
  return first && isLabel(first) ? [plainText(first), rest] : ['', node.children];
}

function missingTerm(context: MarkdownContext, node: ContainerDirective): string {
  report(context, startOf(node), {
    check: 'text/definition-without-term',
    severity: 'warning',
    message: 'This definition does not say which term it defines.',
    why: 'The glossary lists definitions by their terms.',
    hint: 'Write :::definition{term="…"}.',
  });
  return '';
}

function reportUnknown(context: MarkdownContext, node: ContainerDirective): RootContent[] {
  const near = nearest(node.name, Object.keys(KNOWN));
  report(context, startOf(node), {
    check: 'text/unknown-directive',
    severity: near ? 'warning' : 'info',
    message: `":::${node.name.slice(0, 40)}" is not a known directive; its lines are kept as text.`,
    hint: near ? `Did you mean ":::${near}"?` : 'Known are box, recommendation, definition and alternatives.',
  });
  return literalDirective(context, node);
}

function reportAttributes(context: MarkdownContext, node: ContainerDirective, known: readonly string[]): void {
  for (const name of Object.keys(node.attributes ?? {})) {
    if (name === 'id' || name === 'class' || known.includes(name)) continue;
    const near = nearest(name, known);
    report(context, startOf(node), {
      check: 'text/unknown-attribute',
      severity: 'warning',
      message: `"${name.slice(0, 40)}" is not a known attribute of ":::${node.name}"; it is left out.`,
      ...(near ? { hint: `Did you mean "${near}"?` } : {}),
    });
  }
}

function reportUnclosed(context: MarkdownContext, node: ContainerDirective): void {
  const lastLine =
    context.source
      .slice(startOf(node), endOf(node))
      .trimEnd()
      .split(/[\r\n]/u)
      .at(-1) ?? '';
  if (/^[ \t>]*:{3,}[ \t]*$/u.test(lastLine)) return;
  report(context, startOf(node), {
    check: 'text/unclosed-directive',
    severity: 'warning',
    message: `":::${node.name}" is never closed: all that follows is taken into it.`,
    hint: 'Put a line of ":::" where it ends.',
  });
}
