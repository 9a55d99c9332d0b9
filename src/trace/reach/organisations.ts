import type { ConsultationNote } from '../../model/consultation-note.ts';
import type { Stakeholder } from '../../model/stakeholder.ts';

/** How far the stakeholders of one kind were reached. Numbers are of organisations, not of people. */
export interface ReachLine {
  /** Id of the stakeholder group, or a group most often left behind. */
  readonly id: string;
  readonly listed: number;
  readonly invited: number;
  readonly reminded: number;
  /** Those who took part, signed a joint submission or replied. */
  readonly heard: number;
  readonly accommodated: number;
}

/** Stakeholders, the consultations that may be counted, and those that may not. */
export interface ReachContext {
  readonly stakeholders: readonly Stakeholder[];
  readonly counted: readonly ConsultationNote[];
  readonly withheld: readonly ConsultationNote[];
  /** Whether a reply of that date belongs to the round told of. */
  readonly inRound: (date: string) => boolean;
}

/** Names are compared without capitals, accents of width, punctuation and what stands in brackets. */
export function plainOrganisation(name: string): string {
  const bare = name.replace(/\s*[([（][^)\]）]*[)\]）]/gu, '');
  return bare
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** Names of those who speak in a consultation note: its contributor and its signatories. */
export function speakersOf({ frontMatter }: ConsultationNote): readonly string[] {
  return [frontMatter.from, ...(frontMatter.signatories ?? [])]
    .filter((name) => name !== undefined)
    .map(plainOrganisation);
}

/**
 * Finds the stakeholders that were heard: by name in a consultation, or by a recorded reply. A reply given only in a
 * consultation that may not be told of is not told of either.
 */
export function heardStakeholders({ stakeholders, counted, withheld, inRound }: ReachContext): ReadonlySet<string> {
  const [spoke, hidden] = [counted, withheld].map((notes) => [...new Set(notes.flatMap(speakersOf))]);
  const heard = stakeholders.filter(({ id, name, replied }) => {
    const names = [id, name].map(plainOrganisation);
    if (isAmong(names, spoke ?? [])) return true;
    return replied !== undefined && inRound(replied) && !isAmong(names, hidden ?? []);
  });
  return new Set(heard.map(({ id }) => id));
}

/** A speaker may be called by more than the name: "Example Fund, informal comments". */
function isAmong(names: readonly string[], speakers: readonly string[]): boolean {
  return speakers.some((speaker) => names.some((name) => speaker === name || speaker.startsWith(`${name} `)));
}

/** Signatories of joint submissions that are no stakeholder of the list: reached, and not planned. */
export function furtherSignatories({ stakeholders, counted }: Pick<ReachContext, 'stakeholders' | 'counted'>): number {
  const known = new Set(stakeholders.flatMap(({ id, name }) => [id, name].map(plainOrganisation)));
  const signed = counted.flatMap(({ frontMatter }) => (frontMatter.signatories ?? []).map(plainOrganisation));
  return new Set(signed.filter((name) => !known.has(name))).size;
}

/**
 * Counts stakeholders by something they have.
 *
 * @param ids What to count by, in order.
 * @param has Whether a stakeholder counts under an id.
 */
export function reachLines(
  ids: readonly string[],
  has: (stakeholder: Stakeholder, id: string) => boolean,
  { stakeholders, heard }: { readonly stakeholders: readonly Stakeholder[]; readonly heard: ReadonlySet<string> },
): ReachLine[] {
  return ids.flatMap((id) => {
    const own = stakeholders.filter((one) => has(one, id));
    if (own.length === 0) return [];
    return [
      {
        id,
        listed: own.length,
        invited: own.filter(({ invited }) => invited !== undefined).length,
        reminded: own.filter(({ reminded }) => reminded !== undefined).length,
        heard: own.filter((one) => heard.has(one.id)).length,
        accommodated: own.filter(({ accommodations = [] }) => accommodations.length > 0).length,
      },
    ];
  });
}
