import { type AnyNode, walk, wordsOf } from '../formats/tree.ts';
import type { World } from '../io/world.ts';
import type { SentPassage, SentText } from '../model/contracts.ts';
import type { Process } from '../model/process.ts';
import { WORKING } from '../model/vocabulary.ts';
import { CannotRun } from './cannot-run.ts';

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
    let known: Promise<readonly SentPassage[]> | undefined;
    const passages = () => {
      known ??= passagesIn(world, process, stage);
      return known;
    };
    return { stage, passages };
  });
}

async function passagesIn(world: World, process: Process, stage: string): Promise<readonly SentPassage[]> {
  const { composeStage } = await import('./stages.ts');
  const composed = await composeStage(world, process, stage).catch((error: unknown) => {
    if (error instanceof CannotRun) return undefined;
    throw error;
  });
  return composed === undefined ? [] : passagesOf(composed.document.root as AnyNode);
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
