import type { ElementContent } from 'hast';
import { numberedName } from '../numbered-name.ts';
import { blockProperties } from './attributes.ts';
import { withChange } from './changes.ts';
import type { HtmlContext, NodeOf, Renderer } from './context.ts';
import { element } from './element.ts';
import { linkProperties } from './links.ts';

/** Pictures, in the text and alone. */
export const FIGURES = { figure, image } satisfies { [Type in 'figure' | 'image']: Renderer<Type> };

interface PictureNode {
  readonly url: string;
  readonly alt?: string | null | undefined;
  readonly position?: NodeOf<'image'>['position'];
}

function figure(node: NodeOf<'figure'>, context: HtmlContext): ElementContent[] {
  const { label, caption } = node.data ?? {};
  const number = label === undefined ? '' : numberedName(context.words.figure, label);
  const words = node.children.length > 0 ? context.render(node.children) : caption === undefined ? [] : [caption];
  const shown = [number, number !== '' && words.length > 0 && '. ', ...words];
  const content = [
    ...picture(node, context),
    ...(number !== '' || words.length > 0 ? [element('figcaption', {}, shown)] : []),
  ];
  return [element('figure', blockProperties(node, context), withChange(node, content, context))];
}

function image(node: NodeOf<'image'>, context: HtmlContext): ElementContent[] {
  return picture(node, context);
}

/** A picture that can't stand in the page leaves its description behind, and a finding. */
function picture(node: PictureNode, context: HtmlContext): ElementContent[] {
  const { words, pictures } = context;
  const alt = node.alt ?? '';
  const found = pictures.get(node.url) ?? { state: 'missing' };
  if (found.state === 'embedded') return [element('img', { src: found.uri, alt })];
  reportPicture(node, found.state, context);
  const shown = `[${words.picture}${words.colon}${alt === '' ? node.url : alt}]`;
  const properties = found.state === 'remote' ? linkProperties(node.url, undefined) : undefined;
  if (properties !== undefined) return [element('a', properties, [shown])];
  return [element('span', { className: ['missing-picture'] }, [shown])];
}

function reportPicture({ url, position }: PictureNode, state: 'remote' | 'missing', context: HtmlContext): void {
  const place = { file: context.state.file, line: position?.start.line ?? 1, column: position?.start.column ?? 1 };
  const remote = state === 'remote';
  context.report({
    check: remote ? 'html/remote-picture' : 'html/missing-picture',
    severity: 'warning',
    message: remote
      ? `The picture ${url} lies on the internet and was not put into the page.`
      : `The picture ${url} could not be read.`,
    why: remote
      ? 'A page that loads pictures tells their host who reads it, and breaks when they go away.'
      : 'Readers see its description in its place.',
    hint: remote
      ? 'Save the picture in the workspace and name it by its path; the page has a link to it meanwhile.'
      : 'Check the path, and that the file is a PNG, JPEG, GIF, WebP or SVG picture in the workspace.',
    place,
  });
}
