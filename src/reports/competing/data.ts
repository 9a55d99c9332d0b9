/** Wording that inputs propose for the same passage, as the audience may know it. */
import { diff } from 'fast-myers-diff';
import type { ConsultationNote, Input, Proposal } from '../../model/consultation-note.ts';
import type { Audience } from '../../model/contracts.ts';
import type { Workspace } from '../../model/workspace.ts';
import { responsesByInput } from '../../trace/answers.ts';
import { type Disclosures, disclosures } from '../../trace/disclose-input.ts';
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
  readonly note: ConsultationNote;
  readonly input: Input;
  readonly proposal: Proposal;
}

/** Passages with more than one proposal, in the order of the text. */
export function competingData(context: CompetingContext, { section, round }: CompetingOptions): CompetingData {
  const { workspace, audience, places } = context;
  const told = disclosures({ notes: workspace.notes, process: workspace.process, audience });
  const byPassage = new Map<string, Proposed[]>();
  for (const note of workspace.notes) {
    if (round !== undefined && note.frontMatter.round !== round) continue;
    for (const input of note.inputs) {
      const { proposal, passages = [], withdrawn } = input;
      if (proposal === undefined || withdrawn !== undefined) continue;
      // To stand at a passage says what an input is about.
      if (!told.ofInput(note, input).subject) continue;
      for (const id of passages) byPassage.set(id, [...(byPassage.get(id) ?? []), { note, input, proposal }]);
    }
  }
  const wanted = section === undefined ? undefined : places.get(section)?.sectionOrder;
  const order = (id: string) => places.get(id)?.order ?? Number.MAX_SAFE_INTEGER;
  const ids = [...byPassage.keys()]
    .filter((id) => section === undefined || places.get(id)?.sectionOrder === wanted)
    .sort((one, other) => order(one) - order(other) || (one < other ? -1 : 1));
  const tell = telling(context, told);
  const passages = ids.flatMap((id) => {
    const proposed = byPassage.get(id) ?? [];
    return proposed.length < 2 ? [] : (tell(id, proposed) ?? []);
  });
  return { distribution: audience.distribution, passages };
}

function telling({ workspace, places }: CompetingContext, told: Disclosures) {
  const answers = responsesByInput(workspace.responses);
  return (passage: string, proposed: readonly Proposed[]): ContestedPassage | undefined => {
    const open = proposed.filter(({ note, input }) => told.ofInput(note, input).words === 'verbatim');
    // Words as they were sent stand in the proposals themselves, and are known only with one of them.
    const words = open.map(({ proposal }) => proposal.from).find((from) => from !== '') ?? '';
    const proposals = proposed.map((one): ProposedWording => {
      const { note, input, proposal } = one;
      const disclosure = told.ofInput(note, input);
      const contributor = told.contributorOf(note, disclosure);
      const decision = answers.get(input.ref)?.entry.decision;
      return {
        input: told.refOf(note, input.ref, disclosure),
        ...(contributor !== undefined && { contributor }),
        ...(decision !== undefined && { decision }),
        ...(open.includes(one) && {
          changes: changesOf(proposal),
          competes: open.some((other) => other !== one && meet(proposal, other.proposal)),
        }),
      };
    });
    const { number, section } = places.get(passage) ?? {};
    const place = { ...(number !== undefined && { number }), ...(section !== undefined && { section }) };
    // Of a passage that has nothing but what may not be told, nothing is told.
    return open.length === 0 ? undefined : { passage, ...place, words, proposals };
  };
}

interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly change: WordChange;
}

function hunksOf({ from, to }: Proposal): readonly Hunk[] {
  const [a, b] = [from.match(/\S+/gu) ?? [], to.match(/\S+/gu) ?? []];
  return [...diff(a, b)].map(([start, end, newStart, newEnd]) => ({
    from: start,
    to: end,
    change: { from: a.slice(start, end).join(' '), to: b.slice(newStart, newEnd).join(' ') },
  }));
}

function changesOf(proposal: Proposal): readonly WordChange[] {
  return hunksOf(proposal).map(({ change }) => change);
}

/** Whether two proposals change the same words, or put something in at the same place. */
function meet(one: Proposal, other: Proposal): boolean {
  if (one.from.replace(/\s+/gu, ' ') !== other.from.replace(/\s+/gu, ' ')) return true;
  const others = hunksOf(other);
  return hunksOf(one).some((hunk) => others.some(({ from, to }) => from <= hunk.to && to >= hunk.from));
}
