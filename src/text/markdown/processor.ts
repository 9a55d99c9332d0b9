import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { type Labels, NO_LABELS } from '../segments/labels.ts';
import { parseSegments } from '../segments/parse-segments.ts';

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

/** What the parser collects on its way, and looks up where it meets `[x]`. */
interface ParserState {
  readonly defined: string[];
  gfmFootnotes?: string[];
}

/** What is defined outside the blocks that are parsed. */
let around: Labels | undefined;

/** Tells the parser, when it begins, what is defined elsewhere. It opens nothing itself. */
const tellLabels = {
  document: {
    null: {
      tokenize(this: { parser: ParserState }, _effects: unknown, _ok: unknown, nok: unknown): unknown {
        if (around !== undefined) {
          this.parser.defined.push(...around.links);
          this.parser.gfmFootnotes = [...(this.parser.gfmFootnotes ?? []), ...around.notes];
          around = undefined;
        }
        return nok;
      },
    },
  },
};

function labelsFromElsewhere(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[] };
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), tellLabels];
}

const plainProcessor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(containerDirectives as never);
const processor = plainProcessor().freeze();
const toldProcessor = plainProcessor()
  .use(labelsFromElsewhere as never)
  .freeze();

/**
 * Parses Markdown with GFM and container directives into mdast, and nothing more.
 *
 * @param source What has passed the pre-scan.
 */
export function parseTree(source: string): Root {
  return parseSegments(source, parseAtOnce);
}

/**
 * Parses Markdown in one go; `parseTree` gives the same sooner.
 *
 * @param source What has passed the pre-scan.
 * @param labels What is defined elsewhere.
 */
export function parseAtOnce(source: string, labels: Labels = NO_LABELS): Root {
  if (labels.links.size === 0 && labels.notes.size === 0) return processor.parse(source) as Root;
  around = labels;
  try {
    return toldProcessor.parse(source) as Root;
  } finally {
    around = undefined;
  }
}
