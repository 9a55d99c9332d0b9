import { FileProblemError } from '../file-problem.ts';
import { readXml } from '../xml-parts.ts';
import type { StoryContext } from './read-story.ts';
import { storyHandler } from './read-story.ts';
import { emptyShared, type Shared, StoryState } from './story-state.ts';
import type { WordBlock, WordComment, WordParagraph, WordPiece } from './word-types.ts';

/** What the parts say of a thread. */
interface ThreadFacts {
  readonly parent?: string;
  readonly done: boolean;
}

interface CommentDraft {
  readonly id: string;
  readonly author?: string;
  readonly initials?: string;
  readonly date?: string;
  readonly blocks: WordBlock[];
  /** Id of its last paragraph, by which threads are told. */
  key?: string;
}

/** The most comments seen in one real file were 136. */
const MOST_COMMENTS = 6000;

/** Parts that hold comments. */
export interface CommentParts {
  readonly comments: Uint8Array | undefined;
  readonly extended: Uint8Array | undefined;
}

/**
 * Reads the comments of a Word file with their threads.
 *
 * Replies are joined as [MS-DOCX] 2.5.4 says, by the paraId of a comment's last paragraph; without that part, comments on
 * exactly the same words by the same anchor are one thread, as Google Docs writes them.
 *
 * @param parts The parts, as bytes.
 * @param context What the part is read with.
 * @param body The paragraphs of the text, by which quotations are found.
 */
export function readComments(
  { comments, extended }: CommentParts,
  context: StoryContext,
  { shared, body }: { readonly shared: Shared; readonly body: readonly WordParagraph[] },
): readonly WordComment[] {
  if (comments === undefined) return [];
  const drafts = draftsOf(comments, context);
  const facts = threadsOf(extended);
  const byKey = new Map(drafts.flatMap((draft) => (draft.key === undefined ? [] : [[draft.key, draft] as const])));
  const quoted = quotations(body, shared);
  const rootOf = rootsBy(facts, byKey);
  const joined = drafts.map((draft) => {
    const own = draft.key === undefined ? undefined : facts.get(draft.key);
    const root = rootOf(draft);
    const done = (root.key === undefined ? false : (facts.get(root.key)?.done ?? false)) || own?.done === true;
    return { draft, done, ...(root !== draft && { parent: root.id }) };
  });
  const shadowed = facts.size === 0 ? sameRange(drafts, quoted, shared) : new Map<string, string>();
  return joined.map(({ draft, done, parent = shadowed.get(draft.id) }): WordComment => {
    const { blocks, key: _, ...rest } = draft;
    const paragraph = shared.anchors.get(draft.id) ?? (parent === undefined ? undefined : shared.anchors.get(parent));
    return {
      ...rest,
      text: wordsOf(blocks),
      ...(parent !== undefined && { parent }),
      resolved: done,
      quoted: quoted.get(draft.id) ?? (parent === undefined ? '' : (quoted.get(parent) ?? '')),
      ...(paragraph !== undefined && { paragraph }),
    };
  });
}

function draftsOf(bytes: Uint8Array, context: StoryContext): CommentDraft[] {
  const drafts: CommentDraft[] = [];
  const state = new StoryState([], emptyShared());
  let open: CommentDraft | undefined;
  const item = {
    open: (attribute: (name: string) => string | undefined) => {
      const [author, initials, date] = [attribute('author'), attribute('initials'), attribute('date')];
      open = {
        id: attribute('id') ?? '',
        ...(author && { author }),
        ...(initials && { initials }),
        ...(date && { date }),
        blocks: [],
      };
      drafts.push(open);
      if (drafts.length > MOST_COMMENTS) throw new FileProblemError('too-many');
      state.targets.push(open.blocks);
    },
    close: () => {
      state.targets.pop();
      open = undefined;
    },
  };
  const paragraphId = (id: string): void => {
    if (open !== undefined) open.key = id.toUpperCase();
  };
  readXml(bytes, storyHandler(state, { ...context, item, paragraphId }));
  return drafts;
}

function threadsOf(bytes: Uint8Array | undefined): ReadonlyMap<string, ThreadFacts> {
  const facts = new Map<string, ThreadFacts>();
  if (bytes === undefined) return facts;
  readXml(bytes, {
    open: (name, attribute) => {
      const key = attribute('paraId');
      if (name !== 'commentEx' || key === undefined) return;
      const parent = attribute('paraIdParent')?.toUpperCase();
      const done = ['1', 'true', 'on'].includes(attribute('done') ?? '');
      facts.set(key.toUpperCase(), { done, ...(parent !== undefined && { parent }) });
    },
  });
  return facts;
}

/** Finds the first comment of each thread; circles end where they began. */
function rootsBy(
  facts: ReadonlyMap<string, ThreadFacts>,
  byKey: ReadonlyMap<string, CommentDraft>,
): (draft: CommentDraft) => CommentDraft {
  // Each thread is walked once: replies to replies can make a chain as long as the file.
  const known = new Map<CommentDraft, CommentDraft>();
  const parentOf = ({ key }: CommentDraft): CommentDraft | undefined => {
    const parent = key === undefined ? undefined : facts.get(key)?.parent;
    return parent === undefined ? undefined : byKey.get(parent);
  };
  return (draft) => {
    const way = new Set<CommentDraft>();
    let at = draft;
    let next = parentOf(at);
    while (next !== undefined && !known.has(at) && !way.has(at)) {
      way.add(at);
      at = next;
      next = parentOf(at);
    }
    const isCircle = way.has(at);
    for (const one of way) known.set(one, isCircle ? one : (known.get(at) ?? at));
    return known.get(draft) ?? draft;
  };
}

/** Comments on exactly the same words that follow one another, without a part that says more. */
function sameRange(
  drafts: readonly CommentDraft[],
  quoted: ReadonlyMap<string, string>,
  shared: Shared,
): Map<string, string> {
  const roots = new Map<string, string>();
  const parents = new Map<string, string>();
  for (const { id } of drafts) {
    const words = quoted.get(id);
    if (!words) continue;
    const key = `${shared.anchors.get(id) ?? ''}\n${words}`;
    const root = roots.get(key);
    if (root === undefined) roots.set(key, id);
    else parents.set(id, root);
  }
  return parents;
}

/** The words each comment is about: what stays, or where nothing does, what was deleted. */
function quotations(body: readonly WordParagraph[], { revisions }: Shared): ReadonlyMap<string, string> {
  const isGone = (piece: WordPiece) =>
    piece.revisions.some((at) => ['deletion', 'move-from'].includes(revisions[at]?.kind ?? ''));
  const words = new Map<string, { stays: string; gone: string; paragraph: number }>();
  for (const { pieces, index } of body) {
    for (const piece of pieces) {
      for (const id of piece.comments) {
        const found = words.get(id) ?? { stays: '', gone: '', paragraph: index };
        const part = (found.paragraph === index ? '' : '\n') + (piece.type === 'text' ? piece.text : '');
        found.paragraph = index;
        if (isGone(piece)) found.gone += part;
        else found.stays += part;
        words.set(id, found);
      }
    }
  }
  return new Map([...words].map(([id, { stays, gone }]) => [id, stays.trim() === '' ? gone : stays]));
}

function wordsOf(blocks: readonly WordBlock[]): string {
  return blocks
    .map((block) =>
      block.type === 'paragraph'
        ? block.pieces.map(({ type, text }) => (type === 'text' ? text : '')).join('')
        : block.rows.map(({ cells }) => cells.map((cell) => wordsOf(cell.blocks)).join('\t')).join('\n'),
    )
    .join('\n')
    .trim();
}
