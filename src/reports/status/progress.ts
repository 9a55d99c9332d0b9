import type { Workspace } from '../../model/workspace.ts';
import { responsesByInput } from '../../trace/answers.ts';
import { type LeadIndex, leadOf } from '../../trace/leads.ts';
import { responseState } from '../../trace/response-state.ts';

/** What waits, in numbers of inputs. */
export interface Waiting {
  readonly unanswered: number;
  /** Accepted, with no record yet that the text was changed. */
  readonly pending: number;
  /** Carried out, and the passage was changed since. */
  readonly suspect: number;
}

/** What waits for one member of the core group; for nobody's lead, where `lead` is absent. */
export interface LeadLine extends Waiting {
  readonly lead?: string;
}

/** What waits, in the whole workspace and by who leads. */
export interface Progress {
  readonly suspect: ReadonlyMap<string, number>;
  readonly leads: readonly LeadLine[];
}

/** What progress is measured by. */
export interface ProgressSources {
  readonly leads: LeadIndex;
  /** Fingerprints of the passages of the text as it stands, by id. */
  readonly prints: ReadonlyMap<string, string>;
}

const STATES = ['unanswered', 'pending', 'suspect'] as const;
type Counts = Record<(typeof STATES)[number], number>;

/**
 * Counts what waits: by round where the passage was changed, and all of it by who leads. An input on sections of two
 * members waits for both.
 */
export function measureProgress(workspace: Workspace, { leads, prints }: ProgressSources): Progress {
  const { notes, responses, process } = workspace;
  const answers = responsesByInput(responses);
  const recordsEdits = responses.some(({ entry }) => entry.text !== undefined);
  const suspect = new Map<string, number>();
  const byLead = new Map<string, Counts>();
  for (const { inputs, frontMatter } of notes) {
    for (const input of inputs) {
      const response = answers.get(input.ref);
      const state = responseState(response, prints);
      if (!isWaiting(state) || input.withdrawn !== undefined || (state === 'pending' && !recordsEdits)) continue;
      if (state === 'suspect') suspect.set(frontMatter.round, (suspect.get(frontMatter.round) ?? 0) + 1);
      const own = leadOf(input, response, leads);
      for (const lead of own.length === 0 ? [''] : own) {
        const counts = byLead.get(lead) ?? { unanswered: 0, pending: 0, suspect: 0 };
        counts[state] += 1;
        byLead.set(lead, counts);
      }
    }
  }
  const members = (process['core-group'] ?? []).map(({ id }) => id);
  const further = [...byLead.keys()].filter((lead) => lead !== '' && !members.includes(lead)).sort();
  return {
    suspect,
    leads: [...members, ...further, ''].flatMap((lead) => {
      const counts = byLead.get(lead);
      return counts === undefined ? [] : [{ ...(lead !== '' && { lead }), ...counts }];
    }),
  };
}

function isWaiting(state: string): state is keyof Counts {
  return (STATES as readonly string[]).includes(state);
}
