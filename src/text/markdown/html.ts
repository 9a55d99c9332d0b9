import type { RootContent } from 'mdast';
import type { MarkdownContext } from './context.ts';

export function convertHtml(_context: MarkdownContext, children: readonly RootContent[]): RootContent[] {
  return [...children];
}
