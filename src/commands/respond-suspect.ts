/** Responses whose passages changed after they were recorded as carried out, with the words before and now. */
import type { Nodes } from 'mdast';
import type { World } from '../io/world.ts';
import type { Process } from '../model/process.ts';
import type { Response } from '../model/response.ts';
import type { SectionSource } from '../model/section.ts';
import { escapeTerminal } from '../text/escape-terminal.ts';
import { fingerprintWords } from '../text/fingerprint.ts';
import { plainText } from '../text/plain-text.ts';
import { DELETED, suspectPassages } from '../trace/response-state.ts';
import { calledAs, type Desk, type Target } from './respond-desk.ts';

/** A passage that reads otherwise than when a response was recorded as carried out. */
export interface ChangedPassage {
  readonly id: string;
  /** Its words then; absent where history no longer has them. */
  readonly before?: string;
  /** Its words now; absent where it is gone. */
  readonly now?: string;
}

/** A suspect response and its passages. */
export interface SuspectRow {
  readonly ref: string;
  /** Absent where it names somebody whom its readers may not know. */
  readonly reason?: string;
  readonly passages: readonly ChangedPassage[];
}

/** How far back earlier words are looked for. */
const COMMITS = 200;

/**
 * Suspect responses with the words of their passages, as their readers may see them.
 *
 * @returns The rows, and how many more there are that these readers may not see.
 */
export async function suspectRows(
  desk: Desk,
  targets: readonly Target[],
): Promise<{ readonly rows: readonly SuspectRow[]; readonly withheld: number }> {
  const { text, prints } = await desk.draft();
  const shown = targets.filter(({ note, input }) => desk.told.ofInput(note, input).reason);
  const changed = shown.flatMap((target) =>
    target.response === undefined ? [] : [{ target, response: target.response }],
  );
  const now = wordsById(text.sections);
  const wanted = wantedPrints(
    changed.map(({ response }) => response),
    prints,
  );
  const before = await earlierWords(desk.world, desk.workspace.process, wanted);
  const rows = changed.map(({ target, response }): SuspectRow => {
    const passages = suspectPassages(response, prints).map((id): ChangedPassage => {
      const [then, words] = [before.get(`${id} ${response.entry.text?.[id] ?? ''}`), now.get(id)];
      return { id, ...(then !== undefined && { before: then }), ...(words !== undefined && { now: words }) };
    });
    const { reason } = response.entry;
    return { ref: calledAs(desk, target), ...(!desk.tells(reason) && { reason }), passages };
  });
  return { rows, withheld: targets.length - shown.length };
}

/** Passages with the fingerprints their words had. */
function wantedPrints(responses: readonly Response[], prints: ReadonlyMap<string, string>): Set<string> {
  const wanted = new Set<string>();
  for (const response of responses) {
    for (const id of suspectPassages(response, prints)) {
      const print = response.entry.text?.[id];
      if (print !== undefined && print !== DELETED) wanted.add(`${id} ${print}`);
    }
  }
  return wanted;
}

/** Looks through history, newest first, until all words are found. */
async function earlierWords(world: World, process: Process, wanted: Set<string>): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const state = await world.git.state();
  if (wanted.size === 0 || state.kind !== 'ready' || state.head === undefined) return found;
  const { readRef } = await import('../workspace/read-stage.ts');
  const commits = await world.git.log(undefined, state.head, state.prefix);
  for (const { id } of [{ id: state.head }, ...commits.slice(0, COMMITS)]) {
    const { text } = await readRef(world, process, id);
    collectWords(text?.sections ?? [], wanted, found);
    if (wanted.size === 0) break;
  }
  return found;
}

function collectWords(sections: readonly SectionSource[], wanted: Set<string>, found: Map<string, string>): void {
  const visit = (node: Nodes): void => {
    const id = node.data?.id;
    if (id !== undefined) {
      const key = `${id} ${fingerprintWords(node)}`;
      if (wanted.delete(key)) found.set(key, shown(node));
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  for (const { tree } of sections) visit(tree);
}

function wordsById(sections: readonly SectionSource[]): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  const visit = (node: Nodes): void => {
    const id = node.data?.id;
    if (id !== undefined && !words.has(id)) words.set(id, shown(node));
    if ('children' in node) for (const child of node.children) visit(child);
  };
  for (const { tree, frontMatter } of sections) {
    if (frontMatter.id !== undefined) words.set(frontMatter.id, frontMatter.title ?? '');
    visit(tree);
  }
  return words;
}

function shown(node: Nodes): string {
  return plainText(node).replace(/\s+/gu, ' ').trim();
}

/** Suspect responses for people. */
export function suspectText({ rows }: { readonly rows: readonly SuspectRow[] }): string {
  return rows
    .map(({ ref, reason, passages }) => {
      const changed = passages.map(({ id, before, now }) =>
        [
          `  ^${id}`,
          `    then: ${before ?? '(history no longer has these words)'}`,
          `    now:  ${now ?? '(the passage is gone)'}`,
        ].join('\n'),
      );
      return escapeTerminal([ref, ...(reason === undefined ? [] : [`  reason: ${reason}`]), ...changed].join('\n'));
    })
    .join('\n\n');
}
