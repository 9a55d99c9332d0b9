import type { Image, ImageReference, Link, LinkReference, PhrasingContent } from 'mdast';
import { type MarkdownContext, report, startOf } from './context.ts';

const UNSAFE_SCHEME = /^(?:javascript|vbscript|data|livescript|mocha):/u;
/** Browsers ignore white space and control characters in a scheme. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const IGNORED = /[\u0000-\u0020\u007F-\u009F]/gu;

/** Whether a link target could run code or smuggle content in. */
export function isUnsafeTarget(url: string): boolean {
  return UNSAFE_SCHEME.test(url.slice(0, 200).replace(IGNORED, '').toLowerCase());
}

/** Puts the target of a definition in place of a reference to it. */
export function resolveReference(context: MarkdownContext, node: LinkReference | ImageReference): Link | Image {
  const definition = context.definitions.get(node.identifier.toLowerCase());
  const target = { url: definition?.url ?? '', ...(definition?.title ? { title: definition.title } : {}) };
  const position = node.position ? { position: node.position } : {};
  if (node.type === 'imageReference') return { type: 'image', ...target, alt: node.alt ?? '', ...position };
  return { type: 'link', ...target, children: node.children, ...position };
}

/** A link as a cross-reference where it points into the text; as its plain text where its target is unsafe. */
export function readLink(context: MarkdownContext, node: Link): PhrasingContent[] {
  if (isUnsafeTarget(node.url)) {
    reportUnsafe(context, node);
    return node.children;
  }
  if (!/^#./u.test(node.url)) return [node];
  const target = decode(node.url.slice(1));
  const position = node.position ? { position: node.position } : {};
  return [{ type: 'crossReference', target, own: node.children.length > 0, children: node.children, ...position }];
}

/** An image, or its alternative text where its target is unsafe. */
export function readImage(context: MarkdownContext, node: Image): PhrasingContent[] {
  if (!isUnsafeTarget(node.url)) return [node];
  reportUnsafe(context, node);
  return node.alt ? [{ type: 'text', value: node.alt, ...(node.position ? { position: node.position } : {}) }] : [];
}

function reportUnsafe(context: MarkdownContext, node: Link | Image): void {
  const scheme = node.url.replace(IGNORED, '').split(':')[0] ?? '';
  report(context, startOf(node), {
    check: 'text/unsafe-link',
    severity: 'warning',
    message: `The target of this ${node.type} begins with "${scheme}:"; it is left out and its text is kept.`,
    why: 'Such a target can run code or hide content in whatever is made from the text.',
    hint: node.type === 'image' ? 'Put the picture into the workspace and name its path.' : 'Link to a page instead.',
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
