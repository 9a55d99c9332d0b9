/** Wording that inputs propose for the same passage, as the audience may know it. */
import { diff } from 'fast-myers-diff';
import type { Proposal } from '../../model/consultation-note.ts';
import type { Audience } from '../../model/contracts.ts';
import type { Workspace } from '../../model/workspace.ts';
import { type InputRow, listedInputs } from '../../trace/input-list.ts';
import type { PassagePlace } from '../../trace/passage-places.ts';

/** What goes and what comes at one place. */
export interface WordChange {
  readonly from: string;
  readonly to: string;
}

/** One proposal for a passage. */
export interface ProposedWording {
  /** The input, as it may be called. */
  readonly input: string;
  /** Who proposes it; absent where nobody may be named. */
  readonly contributor?: string;
  /** Absent where the words may not be passed on. */
  readonly changes?: readonly WordChange[];
  /** Whether another one changes the same words; absent where its own may not be known. */
  readonly competes?: boolean;
  readonly decision?: string;
}

/** A passage for which more than one wording is proposed. */
export interface ContestedPassage {
  readonly passage: string;
  readonly number?: string;
  readonly section?: string;
  /** As it was sent. */
  readonly words: string;
  readonly proposals: readonly ProposedWording[];
}

/** What competing proposals are made from. */
export interface CompetingContext {
  /** With notes and responses. */
  readonly workspace: Workspace;
  readonly audience: Audience;
  /** ISO date that the report carries. */
  readonly date: string;
  /** Where passages stand, by id. */
  readonly places: ReadonlyMap<string, PassagePlace>;
}

/** What the caller chose. */
export interface CompetingOptions {
  /** Id of a section of the text. */
  readonly section?: string;
  /** Id of a round. */
  readonly round?: string;
}

/** The report, for programs. */
export interface CompetingData {
  readonly distribution: Audience['distribution'];
  readonly passages: readonly ContestedPassage[];
}

interface Proposed {
  readonly row: InputRow;
  readonly proposal: Proposal;
}

/** Passages with more than one proposal, in the order of the text. */
export function competingData(context: CompetingContext, { section, round }: CompetingOptions): CompetingData {
  const { workspace, audience, places } = context;
  const byPassage = new Map<string, Proposed[]>();
  const filter = round === undefined ? {} : { round: [round] };
  for (const { input, row, disclosure } of listedInputs(workspace, filter, audience)) {
    const { proposal, passages = [], withdrawn } = input;
    // To stand at a passage says what an input is about.
    if (proposal === undefined || withdrawn !== undefined || !disclosure.subject) continue;
    for (const id of passages) {
      const there = byPassage.get(id);
      if (there === undefined) byPassage.set(id, [{ row, proposal }]);
      else there.push({ row, proposal });
    }
  }
  const wanted = section === undefined ? undefined : places.get(section)?.sectionOrder;
  const order = (id: string) => places.get(id)?.order ?? Number.MAX_SAFE_INTEGER;
  const passages = [...byPassage]
    .filter(([id, { length }]) => length > 1 && (section === undefined || places.get(id)?.sectionOrder === wanted))
    .sort(([one], [other]) => order(one) - order(other) || (one < other ? -1 : 1))
    .flatMap(([id, proposed]) => contested(id, proposed, places) ?? []);
  return { distribution: audience.distribution, passages };
}

/** What may be told of a passage; undefined where it has nothing but what may not be told. */
function contested(
  passage: string,
  proposed: readonly Proposed[],
  places: CompetingContext['places'],
): ContestedPassage | undefined {
  const known = proposed.map(({ row, proposal }) => ({
    row,
    wording: row.words === 'verbatim' ? wordingOf(proposal) : undefined,
  }));
  const open = known.flatMap(({ wording }) => wording ?? []);
  if (open.length === 0) return undefined;
  // Words as they were sent stand in the proposals themselves, and are known only with one of them.
  const words = open.map(({ from }) => from).find((from) => from !== '') ?? '';
  const proposals = known.map(({ row, wording }): ProposedWording => {
    const { ref, from, response } = row;
    return {
      input: ref,
      ...(from !== undefined && { contributor: from }),
      ...(response !== undefined && { decision: response.decision }),
      ...(wording !== undefined && {
        changes: wording.hunks.map(({ change }) => change),
        competes: open.some((other) => other !== wording && meet(wording, other)),
      }),
    };
  });
  const { number, section } = places.get(passage) ?? {};
  const place = { ...(number !== undefined && { number }), ...(section !== undefined && { section }) };
  return { passage, ...place, words, proposals };
}

interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly change: WordChange;
}

/** A proposal that may be told: the words it is for, and what it changes in them. */
interface Wording {
  readonly from: string;
  readonly hunks: readonly Hunk[];
}

function wordingOf({ from, to }: Proposal): Wording {
  const [a, b] = [from.match(/\S+/gu) ?? [], to.match(/\S+/gu) ?? []];
  const hunks = [...diff(a, b)].map(([start, end, newStart, newEnd]) => ({
    from: start,
    to: end,
    change: { from: a.slice(start, end).join(' '), to: b.slice(newStart, newEnd).join(' ') },
  }));
  return { from, hunks };
}

/** Whether two proposals change the same words, or put something in at the same place. */
function meet(one: Wording, other: Wording): boolean {
  if (one.from.replace(/\s+/gu, ' ') !== other.from.replace(/\s+/gu, ' ')) return true;
  return one.hunks.some((hunk) => other.hunks.some(({ from, to }) => from <= hunk.to && to >= hunk.from));
}
