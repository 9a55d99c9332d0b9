/** Which core-group member leads on an input: the one who holds the pen for the section it is about, or was answered in. */
import type { Nodes } from 'mdast';
import type { Input } from '../model/consultation-note.ts';
import type { Questionnaire } from '../model/questionnaire.ts';
import type { Response } from '../model/response.ts';
import type { SectionSource } from '../model/section.ts';

/** Leads by what an input can point at. */
export interface LeadIndex {
  /** Lead by id of a section or of a passage in it. */
  readonly ofPassage: ReadonlyMap<string, string>;
  /** Section or passage that a question feeds, by id of the question. */
  readonly fedBy: ReadonlyMap<string, readonly string[]>;
}

/**
 * Prepares who leads on what.
 *
 * @param sections The text as it stands; sections without a lead are led by nobody.
 * @param questionnaires Questions may say which section they feed.
 */
export function leadIndex(
  sections: readonly SectionSource[],
  questionnaires: readonly Questionnaire[] = [],
): LeadIndex {
  const ofPassage = new Map<string, string>();
  for (const { frontMatter, tree } of sections) {
    if (frontMatter.lead === undefined) continue;
    if (frontMatter.id !== undefined) ofPassage.set(frontMatter.id, frontMatter.lead);
    collect(tree, frontMatter.lead, ofPassage);
  }
  const fedBy = new Map<string, string[]>();
  for (const { id, feeds } of questionnaires.flatMap(({ questions }) => questions)) {
    if (feeds !== undefined) fedBy.set(id, [...(fedBy.get(id) ?? []), feeds]);
  }
  return { ofPassage, fedBy };
}

/** What of an input may be told by the choice of a lead; everything unless said. */
export interface LeadKnowledge {
  /** Whether it may be known what the input is about. */
  readonly subject: boolean;
  /** Whether it may be known which passages answered it. */
  readonly passages: boolean;
}

const ALL: LeadKnowledge = { subject: true, passages: true };

/**
 * The core-group members that lead on an input: those of the passages that its response names, and those of the section
 * or question it stands under.
 *
 * @param input The input.
 * @param response What became of it, if anything did.
 * @param index Of {@link leadIndex}.
 * @param knows What the reader may know of the input: what is left out selects nothing.
 * @returns Each member once, those of the response first; empty where nobody leads.
 */
export function leadOf(
  input: Pick<Input, 'question'>,
  response: Pick<Response, 'entry'> | undefined,
  { ofPassage, fedBy }: LeadIndex,
  knows: LeadKnowledge = ALL,
): readonly string[] {
  const answered = knows.passages ? (response?.entry.passages ?? []) : [];
  const { question } = input;
  const asked = question === undefined || !knows.subject ? [] : [question, ...(fedBy.get(question) ?? [])];
  return [...new Set([...answered, ...asked].flatMap((id) => ofPassage.get(id) ?? []))];
}

function collect(node: Nodes, lead: string, into: Map<string, string>): void {
  const id = node.data?.id;
  if (id !== undefined && !into.has(id)) into.set(id, lead);
  if ('children' in node) for (const child of node.children) collect(child, lead, into);
}
