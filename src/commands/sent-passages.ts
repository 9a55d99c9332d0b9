import { type AnyNode, walk, wordsOf } from '../formats/tree.ts';
import type { World } from '../io/world.ts';
import type { SentFile, SentPassage, SentText } from '../model/contracts.ts';
import type { Process } from '../model/process.ts';
import { WORKING } from '../model/vocabulary.ts';
import { CannotRun } from './cannot-run.ts';
import type { ComposedStage } from './stages.ts';

/** Words that a container carries beside its blocks. */
const OWN = ['title', 'term', 'for', 'by'] as const;

/**
 * What may have been sent to reviewers: the stages that are frozen, the latest first, and the text as it stands. Each is read once, when it is asked for.
 *
 * @param world Where the workspace is.
 * @param process Its process.
 */
export function sentTexts(world: World, process: Process): readonly SentText[] {
  const names = [...process.stages.map(({ id }) => id).reverse(), WORKING];
  return names.map((stage) => {
    const composed = once(() => composedStage(world, process, stage));
    const passages = once(async () => {
      const text = await composed();
      return text === undefined ? [] : passagesOf(text.document.root as AnyNode);
    });
    const asWord = once(async () => {
      const text = await composed();
      return text === undefined ? undefined : wordFileOf(world, text, await passages());
    });
    return { stage, passages, asWord };
  });
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let known: Promise<Value> | undefined;
  return () => {
    known ??= make();
    return known;
  };
}

async function composedStage(world: World, process: Process, stage: string): Promise<ComposedStage | undefined> {
  const { composeStage } = await import('./stages.ts');
  return composeStage(world, process, stage).catch((error: unknown) => {
    if (error instanceof CannotRun) return undefined;
    throw error;
  });
}

/** The Word file of a stage as it is sent out, read back; the same stage gives the same file. */
async function wordFileOf(
  world: World,
  { document, text }: ComposedStage,
  passages: readonly SentPassage[],
): Promise<SentFile | undefined> {
  const [{ docx }, { readWord }, { sentFile }, { formatAssets }] = await Promise.all([
    import('../formats/docx.ts'),
    import('../files/word/read-word.ts'),
    import('../sources/word/sent-file.ts'),
    import('./assets.ts'),
  ]);
  const bytes = await docx.render(
    document,
    formatAssets(world, text, () => undefined),
  );
  const reading = readWord(bytes);
  return 'problem' in reading ? undefined : sentFile(reading.file, passages, document.meta.authors[0] ?? 'Penholder');
}

function passagesOf(root: AnyNode): readonly SentPassage[] {
  const passages = new Map<string, SentPassage>();
  walk(root, (node) => {
    const { id, number } = node.data ?? {};
    if (id === undefined || passages.has(id) || node.type === 'section') return;
    const own = OWN.map((key) => (node as AnyNode & Readonly<Record<string, unknown>>)[key]).filter(
      (one) => typeof one === 'string',
    );
    const text = [...own, spacedWords(node)].join(' ').replace(/\s+/gu, ' ').trim();
    passages.set(id, { id, text, ...(number !== undefined && { number }) });
  });
  return [...passages.values()];
}

const BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'listItem', 'tableCell', 'tableRow', 'code']);

/** Words of a node, with a space between its blocks. */
function spacedWords(node: AnyNode): string {
  const children = node.children ?? [];
  if (node.type === 'footnoteDefinition') return '';
  const holdsBlocks = children.some(
    ({ type, children: inner }) => BLOCKS.has(type) || (inner !== undefined && type === 'list'),
  );
  return holdsBlocks ? children.map(spacedWords).join(' ') : wordsOf(node);
}
