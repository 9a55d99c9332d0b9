import type { PassageRef, Reason } from '../model/change-log.ts';
import type { ConsultationNote, Input } from '../model/consultation-note.ts';
import type { Audience } from '../model/contracts.ts';
import type { Decision } from '../model/decision.ts';
import type { Distribution } from '../model/document.ts';
import type { Group } from '../model/process.ts';
import type { Response } from '../model/response.ts';
import type { ResponseDecision } from '../model/vocabulary.ts';
import { maskNames, mayName, shownRef } from './note-names.ts';

/** A commit between the two stages, with the paths it touched (workspace-relative). */
export interface ReasonCommit {
  readonly id: string;
  readonly subject: string;
  readonly body: string;
  /** ISO date. */
  readonly date: string;
  readonly paths: readonly string[];
}

/** Where reasons come from, and who will read them. */
export interface ReasonSources {
  /** Responses to the inputs of the rounds held between the two stages. */
  readonly responses: readonly Response[];
  readonly notes: readonly ConsultationNote[];
  readonly decisions: readonly Decision[];
  readonly commits: readonly ReasonCommit[];
  /** Stakeholder groups of the process, for their titles. */
  readonly groups: readonly Group[];
  readonly audience: Audience;
}

/** The passages of a change. */
export interface ChangedPassages {
  readonly from: readonly PassageRef[];
  readonly to: readonly PassageRef[];
}

const RANK: Readonly<Record<Distribution, number>> = { public: 0, 'core-group': 1, custodian: 2 };

// An input that was noted or declined may be about a passage, but it is not why the passage changed.
const CAUSES: ReadonlySet<ResponseDecision> = new Set(['accepted', 'accepted-in-part', 'duplicate']);

// Where more commits than this touched the file, none of them can be said to be the one.
const MOST_COMMITS = 1;

function mayRead(audience: Audience, distribution: Distribution): boolean {
  return RANK[distribution] <= RANK[audience.distribution];
}

/** Who is named for an input: as little as its attribution, the Chatham House Rule and its capacity ask. */
function nameOf(note: ConsultationNote, input: Input, groups: readonly Group[]): string | undefined {
  const { attribution, chathamHouse } = input.visibility;
  if (chathamHouse || note.frontMatter['chatham-house'] === true || attribution === 'none') return undefined;
  if (attribution === 'group') return groups.find((group) => group.id === note.frontMatter.group)?.title;
  // In a personal capacity the one who speaks is a person, who is named only where that was agreed.
  if (attribution === 'organisation' && note.frontMatter.capacity !== 'institutional') return undefined;
  return note.frontMatter.from;
}

interface KnownInput {
  readonly note: ConsultationNote;
  readonly input: Input;
  /** What stands for its note, where that may not be named. */
  readonly mask?: string | undefined;
}

function inputsByRef(notes: readonly ConsultationNote[], audience: Audience): Map<string, KnownInput> {
  const masks = maskNames(notes);
  return new Map(
    notes.flatMap((note) =>
      note.inputs.map((input) => {
        const mask = mayName(input.visibility, audience) ? undefined : masks.get(note.id);
        return [input.ref, { note, input, mask }] as const;
      }),
    ),
  );
}

function byPassage<Item>(items: readonly Item[], passagesOf: (item: Item) => readonly string[]): Map<string, Item[]> {
  const index = new Map<string, Item[]>();
  for (const item of items) {
    for (const passage of new Set(passagesOf(item))) index.set(passage, [...(index.get(passage) ?? []), item]);
  }
  return index;
}

function inputReason(response: Response, known: KnownInput | undefined, sources: ReasonSources): Reason {
  // What is not known is taken at its most restrictive.
  if (!known || !mayRead(sources.audience, known.input.visibility.distribution)) return { kind: 'not-public' };
  const from = nameOf(known.note, known.input, sources.groups);
  return {
    kind: 'input',
    input: shownRef(response.inputRef, known.note.id, known.mask),
    decision: response.entry.decision,
    ...(from === undefined ? {} : { from }),
    reason: response.entry.reason,
    distribution: known.input.visibility.distribution,
  };
}

function decisionReason({ frontMatter }: Decision, audience: Audience): Reason {
  const distribution = frontMatter.distribution ?? 'core-group';
  const known = { kind: 'decision', decision: frontMatter.id, distribution } as const;
  // That there is a decision may be told; what it says may not.
  return mayRead(audience, distribution) ? { ...known, title: frontMatter.title } : known;
}

function commitReason({ id, subject, date }: ReasonCommit): Reason {
  return { kind: 'commit', commit: id, subject, date };
}

/** Commits that name the passage; where none does, the only one that touched its file. */
function commitsFor(
  commits: readonly ReasonCommit[],
  ids: readonly string[],
  files: ReadonlySet<string>,
): ReasonCommit[] {
  const naming = commits.filter(({ subject, body }) => ids.some((id) => namesId(`${subject}\n${body}`, id)));
  if (naming.length > 0) return naming;
  const touching = commits.filter(({ paths }) => paths.some((path) => files.has(path)));
  return touching.length <= MOST_COMMITS ? touching : [];
}

function namesId(text: string, id: string): boolean {
  return text.split(/[^\p{L}\p{N}_.-]+/u).some((word) => word.replace(/[.]+$/u, '') === id);
}

function idsOf({ from, to }: ChangedPassages): string[] {
  const refs = [...to, ...from];
  return [...new Set(refs.flatMap((ref) => [...(ref.id === undefined ? [] : [ref.id]), ...(ref.within ?? [])]))];
}

/** Each reason once; what may not be told is told once as well. */
function distinct(reasons: readonly Reason[]): Reason[] {
  const seen = new Set<string>();
  return reasons.filter((reason) => {
    const key = JSON.stringify(reason);
    const known = seen.has(key);
    seen.add(key);
    return !known;
  });
}

/**
 * Makes a function that finds why a change was made: the inputs whose responses name one of its passages, the decisions
 * that do, and the commits.
 *
 * An input that the audience may not see becomes one reason `not-public`, a decision is named without what it says.
 *
 * @param sources responses, notes, decisions, commits, groups, and who will read the result
 */
export function reasonsFor(sources: ReasonSources): (change: ChangedPassages) => Reason[] {
  const inputs = inputsByRef(sources.notes, sources.audience);
  const causes = sources.responses.filter(({ entry }) => CAUSES.has(entry.decision));
  const responses = byPassage(causes, ({ entry }) => entry.passages ?? []);
  const decisions = byPassage(sources.decisions, ({ frontMatter }) => frontMatter.passages ?? []);
  return (change) => {
    const ids = idsOf(change);
    const files = new Set([...change.from, ...change.to].map((ref) => ref.file).filter((file) => file !== ''));
    return distinct([
      ...ids
        .flatMap((id) => responses.get(id) ?? [])
        .map((response) => inputReason(response, inputs.get(response.inputRef), sources)),
      ...ids.flatMap((id) => decisions.get(id) ?? []).map((decision) => decisionReason(decision, sources.audience)),
      ...commitsFor(sources.commits, ids, files).map(commitReason),
    ]);
  };
}
