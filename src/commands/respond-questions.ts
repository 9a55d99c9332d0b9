/** What whoever answers an input is asked. */

import { isGuarded } from '../model/safeguards.ts';
import { RESPONSE_DECISIONS } from '../model/vocabulary.ts';
import { isEmptyReason } from '../trace/empty-reasons.ts';
import { ACCEPTING } from '../trace/response-state.ts';
import { type Ask, ask } from './ask.ts';
import type { Desk, Target } from './respond-desk.ts';
import type { Answer } from './respond-entry.ts';
import type { Hints } from './respond-hints.ts';
import { passageLine, shortened } from './respond-screen.ts';

/** What is to be done with an input. */
export type Move = Answer['decision'] | 'keep' | 'skip' | 'back' | 'quit';

/** Decisions with what they say to the contributor. */
const DECISIONS: Readonly<Record<(typeof RESPONSE_DECISIONS)[number], string>> = {
  accepted: 'the text does or will say so',
  'accepted-in-part': 'the text does or will say some of it',
  noted: 'read, and no change of the text follows',
  'not-accepted': 'considered, and not taken up',
  'out-of-scope': 'not for this text',
  duplicate: 'another input says the same and is answered',
  deferred: 'for a later stage',
  withdrawn: 'taken back by its contributor',
};

/** Withdrawing is a command of its own, which empties the note too. */
const ASKED = RESPONSE_DECISIONS.filter((decision) => decision !== 'withdrawn');

const MOVES: readonly (readonly [Exclude<Move, Answer['decision']>, string])[] = [
  ['skip', 'skip it for now'],
  ['back', 'back to the one before'],
  ['quit', 'quit; what is answered is saved'],
];

/** Asks what is to be done with an input. */
export async function askMove(desk: Desk, { response }: Target): Promise<Move> {
  const kept = response === undefined ? [] : [{ value: 'keep', name: 'leave the answer as it is' }];
  const choices = [
    ...kept,
    ...ASKED.map((value) => ({ value, name: `${value} – ${DECISIONS[value]}` })),
    ...MOVES.map(([value, name]) => ({ value, name })),
  ];
  const question = { name: 'move', message: 'What becomes of it?', flag: '--decision', choices };
  return (await ask([question], {}, desk.context)).move as Move;
}

/** Stands for an answer that is in no list. */
const OTHER = '(other)';

/**
 * Asks for everything that belongs to a decision.
 *
 * @param by Who answers.
 */
export async function askAnswer(
  desk: Desk,
  target: Target,
  {
    decision,
    hints,
    by,
  }: { readonly decision: NonNullable<Answer['decision']>; readonly hints: Hints; readonly by: string | undefined },
): Promise<Answer> {
  const belongs =
    decision === 'duplicate' ? await askOriginal(desk, hints) : decision === 'deferred' ? await askStage(desk) : {};
  const reason = decision === 'duplicate' ? undefined : await askReason(desk, target, { decision, hints });
  const child = decision === 'duplicate' ? undefined : await askChild(desk, target);
  const passages = decision === 'duplicate' || decision === 'deferred' ? [] : await askPassages(desk, target, hints);
  return {
    decision,
    ...belongs,
    ...(reason !== undefined && { reason }),
    ...(child !== undefined && { 'reason-child': child }),
    ...(passages.length > 0 && { passages: [...passages] }),
    ...(by !== undefined && { by }),
  };
}

async function askOriginal(desk: Desk, { samePoint }: Hints): Promise<Answer> {
  const width = desk.context.terminal.width - 6;
  const choices = [
    ...samePoint.map(({ ref, text }) => ({
      value: ref,
      name: shortened(`${ref}  ${text.replace(/\s+/gu, ' ')}`, width),
    })),
    { value: OTHER, name: 'another input' },
  ];
  const flag = '--duplicate-of';
  const chosen =
    samePoint.length === 0
      ? OTHER
      : await askOne(desk, { name: 'same', message: 'Which one says the same?', flag, choices });
  const named =
    chosen === OTHER
      ? await askOne(desk, { name: 'original', message: 'Which input (first/coalition#i3)?', flag })
      : chosen;
  return named === undefined ? {} : { 'duplicate-of': named };
}

async function askStage({ workspace, context }: Desk): Promise<Answer> {
  const choices = workspace.process.stages.map(({ id, title }) => ({ value: id, name: title }));
  const { stage } = await ask(
    [{ name: 'stage', message: 'Deferred to which stage?', flag: '--deferred-to', choices }],
    {},
    context,
  );
  return stage === undefined ? {} : { 'deferred-to': stage };
}

async function askReason(
  desk: Desk,
  { response }: Target,
  { decision, hints }: { readonly decision: string; readonly hints: Hints },
): Promise<string> {
  const width = desk.context.terminal.width - 6;
  const same = hints.reasons.filter((one) => one.decision === decision || !ACCEPTING.has(decision));
  const choices = [
    { value: OTHER, name: 'write one' },
    ...same.map(({ reason, times }) => ({
      value: reason,
      name: shortened(times > 1 ? `${reason} (${times} times)` : reason, width),
    })),
  ];
  const chosen =
    same.length === 0 ? OTHER : await askOne(desk, { name: 'reuse', message: 'Why?', flag: '--reason', choices });
  const proposed = chosen === OTHER || chosen === undefined ? response?.entry.reason : chosen;
  for (;;) {
    const message = 'Reason, as its contributor will read it:';
    const fallback = proposed === undefined ? {} : { fallback: proposed };
    const said = (await askOne(desk, { name: 'reason', message, flag: '--reason', ...fallback })) ?? '';
    if (said.trim() !== '' && !isEmptyReason(said)) return said.trim();
    desk.context.say('These words tell a contributor nothing. Say in a sentence what was done or why not.');
  }
}

/** Children are answered in words for children, which a person writes. */
async function askChild(desk: Desk, { note, response }: Target): Promise<string | undefined> {
  const group = desk.workspace.process.groups?.find(({ id }) => id === note.frontMatter.group);
  if (!isGuarded(group)) return undefined;
  const before = response?.entry['reason-child'];
  const message = 'The same in words for children (empty to leave it for later):';
  const fallback = before === undefined ? {} : { fallback: before };
  return askOne(desk, { name: 'child', message, flag: '--reason-child', optional: true, ...fallback });
}

/** Width of the digit before a choice: digits mark places in the list, which must not look like numbers of paragraphs. */
const DIGIT = 4;

async function askPassages(desk: Desk, { response }: Target, { passages }: Hints): Promise<readonly string[]> {
  const width = desk.context.terminal.width - 6;
  const before = response?.entry.passages ?? [];
  const listed = new Set(passages.map(({ id }) => id));
  const choices = [
    ...before.filter((id) => !listed.has(id)).map((id) => ({ value: id, name: `^${id}` })),
    ...passages.map((one) => ({ value: one.id, name: passageLine(one, width - DIGIT) })),
    { value: OTHER, name: 'another passage' },
  ].map(({ value, name }, index) => ({ value, name: index < 9 ? `[${index + 1}] ${name}` : name }));
  const message = 'Which passages is the answer about? (space or the digit in brackets marks, enter goes on)';
  const fallback = before.length === 0 ? {} : { fallback: before.join(',') };
  const marked = { name: 'passages', message, flag: '--passage', choices, several: true, optional: true, ...fallback };
  const chosen = listOf(await askOne(desk, marked));
  if (!chosen.includes(OTHER)) return chosen;
  const more = { name: 'others', message: 'Numbers or ids, with commas:', flag: '--passage', optional: true };
  return [...chosen.filter((id) => id !== OTHER), ...listOf(await askOne(desk, more))];
}

function listOf(answer: string | undefined): readonly string[] {
  return (answer ?? '')
    .split(',')
    .map((one) => one.trim().replace(/^[#^]/u, ''))
    .filter((one) => one !== '');
}

/** Asks whether a promised edit is made already. */
export async function askDone(desk: Desk): Promise<boolean> {
  const choices = [
    { value: 'later', name: 'not yet' },
    { value: 'made', name: 'yes: record how these passages read now' },
  ];
  return (await askOne(desk, { name: 'done', message: 'Is the edit made?', flag: '--done', choices })) === 'made';
}

/** Asks once in whose name answers are given; nobody's name is taken from the machine. */
export async function askBy(desk: Desk): Promise<string | undefined> {
  const message = 'Who answers (a role or a core-group member, not a person; empty to leave it out)?';
  return askOne(desk, { name: 'by', message, flag: '--by', optional: true });
}

async function askOne(desk: Desk, question: Ask): Promise<string | undefined> {
  return (await ask([question], {}, desk.context))[question.name];
}
