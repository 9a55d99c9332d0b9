/** Records that the edits a response promised are made. */
import type { Finding } from '../model/finding.ts';
import type { ResponseEntry } from '../model/response.ts';
import { ACCEPTING, DELETED } from '../trace/response-state.ts';
import type { Desk, Target } from './respond-desk.ts';
import { calledAs } from './respond-desk.ts';

/** The entry with its fingerprints, or why it can not be recorded as carried out. */
export type Done = { readonly entry: ResponseEntry } | { readonly finding: Finding };

/**
 * The entry with the fingerprints of its passages as the draft has them, `deleted` where one is gone.
 *
 * @param entry The entry; its passages are recorded, and those it had fingerprints of.
 */
export async function doneEntry(desk: Desk, target: Target, entry: ResponseEntry): Promise<Done> {
  const ids = [...new Set([...(entry.passages ?? []), ...Object.keys(entry.text ?? {})])];
  if (ids.length === 0) return { finding: noPassage(desk, target) };
  const { prints } = await desk.draft();
  const known = await desk.knownPassages();
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined) return { finding: unknownPassage(desk, target, unknown) };
  const text = Object.fromEntries(ids.map((id) => [id, prints.get(id) ?? DELETED]));
  const consulted = await desk.consulted(target.note.frontMatter.round);
  const changes = ACCEPTING.has(entry.decision) && entry['as-it-stands'] === undefined;
  // A passage that the stage did not have is new, and so is one that is gone from it.
  const same = consulted && ids.every((id) => (consulted.prints.get(id) ?? DELETED) === text[id]);
  if (changes && same === true) return { finding: notChanged(desk, target, { ids, title: consulted?.title ?? '' }) };
  return { entry: { ...entry, text } };
}

function findingAt({ note, response }: Target, finding: Omit<Finding, 'place' | 'severity'>): Finding {
  const place = { file: response?.file ?? note.file, line: response?.line ?? 1, column: 1 };
  return { ...finding, severity: 'error', place };
}

function noPassage(desk: Desk, target: Target): Finding {
  return findingAt(target, {
    check: 'trace/pending',
    message: `The response to ${calledAs(desk, target)} names no passage, so there is nothing to record as carried out.`,
    why: 'Its contributor is shown where the text was changed.',
    hint: 'Name the passages that were edited with --passage.',
  });
}

function unknownPassage(desk: Desk, target: Target, id: string): Finding {
  return findingAt(target, {
    check: 'trace/unknown-passage',
    message: `The response to ${calledAs(desk, target)} names the passage "${id.slice(0, 40)}", which neither the draft nor a frozen stage has.`,
    why: 'An edit of a passage that never was can not be told from one that was forgotten.',
    hint: 'Name the passage that was edited with --passage.',
  });
}

function notChanged(
  desk: Desk,
  target: Target,
  { ids, title }: { readonly ids: readonly string[]; readonly title: string },
): Finding {
  const [few, one] = [ids.slice(0, 5).join(', '), ids.length === 1];
  return findingAt(target, {
    check: 'trace/not-changed',
    message: `The response to ${calledAs(desk, target)} accepts the input, but ${one ? `the passage ${few} reads` : `the passages ${few} read`} as in “${title}”, which was consulted on.`,
    why: 'An input that is called accepted while every word stays as it was is not accepted; its contributor will compare.',
    hint: 'Make the edit first, name the passage that did change with --passage, or say why the text answers it already with --as-it-stands "…".',
  });
}
