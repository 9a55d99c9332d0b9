import type { Audience } from '../../model/contracts.ts';
import type { Decision } from '../../model/decision.ts';
import type { ExplorerInput, ExplorerState, ExplorerTerm } from '../../model/explorer.ts';
import type { ExplorerWords } from '../../model/explorer-words.ts';
import { fill } from '../../model/labels.ts';
import type { Process } from '../../model/process.ts';
import type { Response } from '../../model/response.ts';
import type { Workspace } from '../../model/workspace.ts';
import { responsesByInput } from '../../trace/answers.ts';
import { type Disclosures, disclosures } from '../../trace/disclose-input.ts';
import { type InputRow, type ListedInput, listedInputs } from '../../trace/input-list.ts';
import { type LeadIndex, leadOf } from '../../trace/leads.ts';
import { decisionReason, decisionsBehind, type Telling } from '../../trace/reasons.ts';
import { responseState } from '../../trace/response-state.ts';

/** Where the inputs of an explorer come from. */
export interface InputSources {
  readonly workspace: Workspace;
  readonly audience: Audience;
  /** Fingerprints of the passages of the text as it stands, by id. */
  readonly prints: ReadonlyMap<string, string>;
  /** Who leads on what. */
  readonly leads?: LeadIndex;
}

/** Inputs as their reader may see them, with what became of each, in the words of a language. */
export function explorerInputs(sources: InputSources, words: ExplorerWords): ExplorerInput[] {
  const { workspace, audience, prints } = sources;
  const known = toldResponses(sources);
  const records = workspace.responses.some(({ entry }) => entry.text !== undefined);
  const groups = new Set((workspace.process.groups ?? []).map(({ id }) => id));
  const behind = decisionsBehind(workspace.decisions);
  const inputs: ExplorerInput[] = [];
  for (const listed of listedInputs(workspace, {}, audience)) {
    const { row, response, disclosure } = listed;
    const told = known.get(row.ref);
    const state = told === undefined || !records ? undefined : stateOf(told.response, prints);
    const open = disclosure.reason ? response : undefined;
    inputs.push({
      ...rowOf(row, groups),
      ...(state !== undefined && { state }),
      ...(told?.together !== undefined && { together: told.together }),
      ...(open?.entry.reaction !== undefined && { reaction: open.entry.reaction }),
      ...(open !== undefined && restsOn(behind(open), listed, words)),
      ...leadsOf(listed, sources),
    });
  }
  return inputs;
}

/** The decisions that an answer rests on; outside the core group only that there is one. */
function restsOn(
  decisions: readonly Decision[],
  telling: Telling,
  words: ExplorerWords,
): Pick<ExplorerInput, 'restsOn'> {
  const said = decisions.map((decision) => {
    const reason = decisionReason(decision, telling);
    if (reason.kind !== 'decision') return words.reasonNotPublic;
    const { decision: id, title } = reason;
    return title === undefined
      ? fill(words.decisionAlone, { decision: id })
      : fill(words.decisionTitled, { decision: id, title });
  });
  return said.length === 0 ? {} : { restsOn: [...new Set(said)] };
}

/** Who holds the pen is a matter of the core group. */
function leadsOf(
  { input, response, disclosure }: ListedInput,
  { audience, leads }: InputSources,
): Pick<ExplorerInput, 'leads'> {
  if (leads === undefined || audience.distribution === 'public') return {};
  const own = leadOf(input, response, leads, { subject: disclosure.subject, passages: disclosure.reason });
  return own.length === 0 ? {} : { leads: own };
}

function rowOf(row: InputRow, groups: ReadonlySet<string>): ExplorerInput {
  const { ref, round, group, from, date, kinds, codes, text, withheld, language } = row;
  return {
    ref,
    round,
    // A group that the process does not declare is whatever the note-taker wrote.
    ...(group !== undefined && groups.has(group) && { group }),
    ...(from !== undefined && { from }),
    ...(date !== undefined && { on: date }),
    kinds,
    codes,
    text,
    ...(withheld !== undefined && row.words === undefined && { withheld: true as const }),
    ...(language !== undefined && { language }),
    ...responseOf(row),
  };
}

function responseOf({ response }: InputRow): Partial<ExplorerInput> {
  if (response === undefined) return {};
  const { decision, reason, by, date, passages } = response;
  return {
    // Nobody is told that what they said was a duplicate.
    decision: decision === 'duplicate' ? 'together' : decision,
    ...(reason !== undefined && { reason }),
    ...(by !== undefined && { by }),
    ...(date !== undefined && { answered: date }),
    ...(passages !== undefined && passages.length > 0 && { passages }),
  };
}

interface ToldResponse {
  readonly response: Response;
  readonly together?: string;
}

/** Responses that may be told of more than that there are some, by the ref under which their input is told. */
function toldResponses({ workspace, audience }: InputSources): Map<string, ToldResponse> {
  const told = disclosures({ notes: workspace.notes, process: workspace.process, audience });
  const answers = responsesByInput(workspace.responses);
  const refs = openRefs(workspace, told);
  const known = new Map<string, ToldResponse>();
  for (const [ref, shown] of refs) {
    const response = answers.get(ref);
    if (response === undefined) continue;
    const together = refs.get(targetOf(response));
    known.set(shown, { response, ...(together !== undefined && { together }) });
  }
  return known;
}

/** Inputs that may be told with the response to them: their refs, and how they are told. */
function openRefs({ notes }: Workspace, told: Disclosures): Map<string, string> {
  const refs = new Map<string, string>();
  for (const note of notes) {
    for (const input of note.inputs) {
      const disclosure = told.ofInput(note, input);
      if (disclosure.reason) refs.set(input.ref, told.refOf(note, input.ref, disclosure));
    }
  }
  return refs;
}

/** The input that a duplicate is answered with; one of its own note may be named by its id alone. */
function targetOf({ note, entry }: Response): string {
  const target = entry['duplicate-of'] ?? '';
  return target === '' || target.includes('#') ? target : `${note}#${target}`;
}

function stateOf(response: Response, prints: ReadonlyMap<string, string>): ExplorerState | undefined {
  const state = responseState(response, prints);
  return state === 'pending' || state === 'done' || state === 'suspect' ? state : undefined;
}

/** Values by which inputs are chosen, in the order of the process; only those that an input has. */
export function explorerTerms(
  process: Process,
  inputs: readonly ExplorerInput[],
): Readonly<Record<'rounds' | 'groups' | 'codes' | 'leads', readonly ExplorerTerm[]>> {
  const used = {
    rounds: new Set(inputs.map(({ round }) => round)),
    groups: new Set(inputs.map(({ group }) => group)),
    codes: new Set(inputs.flatMap(({ codes }) => codes)),
    leads: new Set(inputs.flatMap(({ leads = [] }) => leads)),
  };
  const titled = (terms: readonly { id: string; title?: string | undefined }[], known: ReadonlySet<unknown>) =>
    terms.filter(({ id }) => known.has(id)).map(({ id, title }) => ({ id, title: title ?? id }));
  const codes = titled(codesOf(process), used.codes);
  const declared = new Set(codes.map(({ id }) => id));
  const others = [...used.codes].filter((code) => !declared.has(code)).sort();
  return {
    rounds: titled(process.rounds ?? [], used.rounds),
    groups: titled(process.groups ?? [], used.groups),
    codes: [...codes, ...others.map((id) => ({ id, title: id }))],
    // Members go by their short names everywhere.
    leads: titled(
      (process['core-group'] ?? []).map(({ id }) => ({ id })),
      used.leads,
    ),
  };
}

function codesOf({ codebook = {} }: Process): ExplorerTerm[] {
  return Object.entries(codebook).flatMap(([dimension, { title, values }]) =>
    values.map((value) => ({ id: `${dimension}/${value.id}`, title: `${title} – ${value.title}` })),
  );
}
