import type { Check, CheckContext } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import type { Response } from '../../model/response.ts';
import { passageFingerprints } from '../../trace/passage-fingerprints.ts';
import { ACCEPTING, DELETED } from '../../trace/response-state.ts';
import { roundsOfNotes } from '../answered-stages.ts';
import { EXAMPLE_SECTION, exampleNote } from '../example-workspace.ts';
import { wordsOfResponse } from '../responses.ts';
import { sayAt } from '../say.ts';
import { someOf } from '../words.ts';

const response = (more: string) =>
  `- input: i1\n  decision: accepted\n  reason: The introduction now says so.\n${more}  passages: [p-7k2m9qd]\n  text: { p-7k2m9qd: 533b4eb126570daf }\n`;

/** Accepted inputs that are recorded as carried out in passages that did not change. */
export const notChanged: Check = {
  id: 'trace/not-changed',
  about: 'What is recorded as carried out changed the text that the input was about.',
  why: `An input that is called accepted while every word stays as it was is not accepted; its contributor will compare.

Where the text already said what was asked for, the answer is that, and not that it was taken up.`,
  severity: 'warning',
  needs: ['notes', 'stages', 'trace'],
  examples: {
    file: 'consultations/second/coalition.responses.yaml',
    failing: response(''),
    passing: response('  as-it-stands: The paragraph already says so, and now says it first.\n'),
    files: {
      'consultations/second/coalition.md': exampleNote('## Introduction\n\n- Say it first. #recommendation ^i1\n', {
        round: 'second',
      }),
      'drafts/10-introduction.md': EXAMPLE_SECTION,
    },
    frozen: { zero: { 'drafts/10-introduction.md': EXAMPLE_SECTION } },
  },
  run: (context) => {
    const before = textsConsultedOn(context);
    const rounds = roundsOfNotes(context);
    return context.workspace.responses.flatMap((one) => {
      const consulted = before.get(rounds.get(one.note) ?? '');
      return consulted === undefined ? [] : judge(one, consulted);
    });
  },
};

interface Consulted {
  readonly title: string;
  readonly prints: ReadonlyMap<string, string>;
}

/** The stage that each round consulted on, where there was one. */
function textsConsultedOn({ workspace, stages = [] }: CheckContext): ReadonlyMap<string, Consulted> {
  const read = new Map<string, Consulted>();
  const found = new Map<string, Consulted>();
  for (const { id, on } of workspace.process.rounds ?? []) {
    const stage = stages.find((one) => one.id === on);
    if (stage === undefined) continue;
    const consulted = read.get(stage.id) ?? { title: stage.title, prints: passageFingerprints(stage.sections) };
    read.set(stage.id, consulted);
    found.set(id, consulted);
  }
  return found;
}

function judge(one: Response, { title, prints }: Consulted): Finding[] {
  const { decision, text, 'as-it-stands': stands } = one.entry;
  if (!ACCEPTING.has(decision) || text === undefined || stands !== undefined) return [];
  const passages = Object.entries(text);
  if (passages.length === 0 || passages.some(([id, print]) => (prints.get(id) ?? DELETED) !== print)) return [];
  const ids = someOf(
    passages.map(([id]) => id),
    6,
  );
  const message = `The response to ${one.inputRef} is recorded as carried out, but the text reads as it did in “${title}”, which was consulted on: ${ids}.`;
  const hint =
    'Make the edit, or name the passage that did change; where none had to, say why with as-it-stands:, or change the decision.';
  return [sayAt(notChanged, one.file, wordsOfResponse(one, 'text:'), { message, hint })];
}
