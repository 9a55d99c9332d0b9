import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';

/** What is looked at in a syntax extension. */
interface SyntaxExtension {
  text?: object;
  flow?: Record<string, unknown>;
}

const COLON = '58';

/**
 * Keeps of the directives only the containers (`:::box`): in prose `10:30` is a time.
 */
function containerDirectives(this: Processor): void {
  remarkDirective.call(this as never);
  const extensions = (this.data() as { micromarkExtensions?: SyntaxExtension[] }).micromarkExtensions ?? [];
  for (const extension of extensions) {
    const flow = extension.flow?.[COLON];
    if (!Array.isArray(flow)) continue;
    extension.text = {};
    extension.flow = { [COLON]: flow.slice(0, 1) };
  }
}

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(containerDirectives as never)
  .freeze();

/**
 * Parses Markdown with GFM and container directives into mdast, and nothing more.
 *
 * @param source What has passed the pre-scan.
 */
export function parseTree(source: string): Root {
  return processor.parse(source) as Root;
}
