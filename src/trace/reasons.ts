import type { PassageRef, Reason } from '../model/change-log.ts';
import type { ConsultationNote, Input } from '../model/consultation-note.ts';
import type { Audience } from '../model/contracts.ts';
import type { Decision } from '../model/decision.ts';
import type { Response } from '../model/response.ts';
import type { ResponseDecision } from '../model/vocabulary.ts';
import type { Vocabulary } from '../text/plain-name.ts';
import { commitTells } from './commit-words.ts';
import { type Disclosures, disclosures } from './disclose-input.ts';
import { maySee } from './disclosure.ts';
import { holdsName, protectedNames } from './protected-words.ts';

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
  /** What the names of notes and the titles of groups are judged by. */
  readonly process: Vocabulary;
  readonly audience: Audience;
}

/** The passages of a change. */
export interface ChangedPassages {
  readonly from: readonly PassageRef[];
  readonly to: readonly PassageRef[];
}

// An input that was noted or declined may be about a passage, but it is not why the passage changed.
const CAUSES: ReadonlySet<ResponseDecision> = new Set(['accepted', 'accepted-in-part', 'duplicate']);

// Where more commits than this touched the file, none of them can be said to be the one.
const MOST_COMMITS = 1;

interface KnownInput {
  readonly note: ConsultationNote;
  readonly input: Input;
}

function inputsByRef(notes: readonly ConsultationNote[]): Map<string, KnownInput> {
  return new Map(notes.flatMap((note) => note.inputs.map((input) => [input.ref, { note, input }] as const)));
}

function byPassage<Item>(items: readonly Item[], passagesOf: (item: Item) => readonly string[]): Map<string, Item[]> {
  const index = new Map<string, Item[]>();
  for (const item of items) {
    for (const passage of new Set(passagesOf(item))) {
      const list = index.get(passage);
      if (list === undefined) index.set(passage, [item]);
      else list.push(item);
    }
  }
  return index;
}

/** What may be said, and the test for words that say more. */
export interface Telling {
  readonly told: Disclosures;
  /** Whether words name what is kept from the audience. */
  readonly holds: (words: string) => boolean;
}

function inputReason({ inputRef, entry }: Response, known: KnownInput | undefined, telling: Telling): Reason {
  const { told, holds } = telling;
  // What is not known is taken at its most restrictive.
  if (known === undefined) return { kind: 'not-public' };
  const { note, input } = known;
  const disclosure = told.ofInput(note, input);
  // A drafter who answers one contributor may well name another, who was promised not to be.
  if (!disclosure.reason || holds(entry.reason)) return { kind: 'not-public' };
  const from = told.contributorOf(note, disclosure);
  return {
    kind: 'input',
    input: told.refOf(note, inputRef, disclosure),
    decision: entry.decision,
    ...(from !== undefined && { from }),
    reason: entry.reason,
    distribution: input.visibility.distribution,
  };
}

/** That there is a decision may be told by a number, never by a name that says what it is about. */
const NUMBER_OF_DECISION = /^\p{L}{0,2}[-.]?\p{N}[\p{N}./-]*$/u;

/**
 * That a decision is a reason, as an audience may know it: with its title for the core group, unless that names somebody
 * who is kept from it too; for others by its number, or as a reason that is not public.
 */
export function decisionReason({ frontMatter }: Decision, { told, holds }: Telling): Reason {
  const { id, title, distribution = 'core-group' } = frontMatter;
  if (maySee(distribution, told.audience) && !holds(`${id}\n${title}`))
    return { kind: 'decision', decision: id, distribution, title };
  return NUMBER_OF_DECISION.test(id) ? { kind: 'decision', decision: id, distribution } : { kind: 'not-public' };
}

function commitReason({ id, subject, date, named }: KnownCommit, tells: boolean): Reason {
  return { kind: 'commit', commit: id, ...(tells && { subject }), date, ...(named && { named }) };
}

interface KnownCommit extends ReasonCommit {
  /** Whether its message names the passage. */
  readonly named: boolean;
}

/** Commits that name the passage; where none does, the only one that touched its file. */
function commitsFor(
  commits: readonly ReasonCommit[],
  ids: readonly string[],
  files: ReadonlySet<string>,
): KnownCommit[] {
  const naming = commits.filter(({ subject, body }) => ids.some((id) => namesId(`${subject}\n${body}`, id)));
  if (naming.length > 0) return naming.map((commit) => ({ ...commit, named: true }));
  const touching = commits.filter(({ paths }) => paths.some((path) => files.has(path)));
  return touching.length <= MOST_COMMITS ? touching.map((commit) => ({ ...commit, named: false })) : [];
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

/** Makes a function that gives the decisions a response rests on: those it cites, and those that decide on its input. */
export function decisionsBehind(decisions: readonly Decision[]): (response: Response) => readonly Decision[] {
  const byId = new Map(decisions.map((decision) => [decision.frontMatter.id, decision]));
  const byInput = byPassage(decisions, ({ frontMatter }) => frontMatter.decides ?? []);
  return ({ entry, inputRef }) => {
    const cited = (entry.decisions ?? []).flatMap((id) => byId.get(id) ?? []);
    return [...new Set([...cited, ...(byInput.get(inputRef) ?? [])])];
  };
}

/**
 * Makes a function that finds why a change was made: the inputs whose responses name one of its passages, the decisions
 * that do, and the commits.
 *
 * An input whose response the audience may not see becomes one reason `not-public`, a decision is named without what it
 * says, a commit without its subject.
 *
 * @param sources responses, notes, decisions, commits, process, and who will read the result
 */
export function reasonsFor(sources: ReasonSources): (change: ChangedPassages) => Reason[] {
  const { notes, decisions } = sources;
  const told = disclosures(sources);
  const inputs = inputsByRef(notes);
  const telling = { told, holds: holdsName(protectedNames({ notes, decisions, told })) };
  const tells = commitTells({ notes, decisions, told });
  const causes = sources.responses.filter(({ entry }) => CAUSES.has(entry.decision));
  const responses = byPassage(causes, ({ entry }) => entry.passages ?? []);
  const decided = byPassage(decisions, ({ frontMatter }) => frontMatter.passages ?? []);
  const behind = decisionsBehind(decisions);
  return (change) => {
    const ids = idsOf(change);
    const answers = ids.flatMap((id) => responses.get(id) ?? []);
    const files = new Set([...change.from, ...change.to].map((ref) => ref.file).filter((file) => file !== ''));
    return distinct([
      ...answers.map((response) => inputReason(response, inputs.get(response.inputRef), telling)),
      ...[...answers.flatMap(behind), ...ids.flatMap((id) => decided.get(id) ?? [])].map((decision) =>
        decisionReason(decision, telling),
      ),
      ...commitsFor(sources.commits, ids, files).map((commit) => commitReason(commit, tells(commit))),
    ]);
  };
}
