import type { Check, CheckContext } from '../../model/contracts.ts';
import type { Severity } from '../../model/finding.ts';
import type { Questionnaire, QuestionnaireFrontMatter } from '../../model/questionnaire.ts';
import { asksGuarded, EXAMPLE_FILE, exampleQuestionnaire, setsOf } from '../questionnaires.ts';
import { say } from '../say.ts';

const BODY = '## What gets in the way? {#q1}\n';
const STATED = {
  purpose: 'To collect gaps and barriers.',
  'how-inputs-are-used': 'Each input receives a response.',
  'who-sees-the-data': 'The drafting team.',
  'right-to-withdraw': 'At any time, without reasons.',
  consent: 'By answering you agree to this.',
  accommodations: '[Sign language]',
  'feedback-by': '2022-12-15',
};

/** A questionnaire tells people what they need to know before they answer. */
export const missingStatement: Check = {
  id: 'questionnaires/missing-statement',
  about:
    'A questionnaire says its purpose, how inputs are used, who sees them, how to withdraw, and the rest people need to know.',
  why: `Nobody can agree to take part without knowing what for, who will read it, and how to take it back.

The first of the nine basic requirements of General Comment No. 12 of the Committee on the Rights of the Child is that participation is transparent and informative, the second that it is voluntary; the ninth asks for accountability, that is, feedback on how views were used. The same holds for adults by data-protection practice.`,
  severity: 'warning',
  needs: ['notes'],
  examples: {
    file: EXAMPLE_FILE,
    failing: exampleQuestionnaire(BODY, { ...STATED, purpose: '""' }),
    passing: exampleQuestionnaire(BODY, STATED),
  },
  run: (context) =>
    setsOf(context).flatMap(({ source }) =>
      STATEMENTS.flatMap((statement) => {
        const severity = statement.severity(context, source);
        if (severity === undefined || statement.keys.some((key) => isSaid(source.frontMatter[key]))) return [];
        const [key] = statement.keys;
        const message = `The questionnaire does not say ${statement.what}.`;
        const hint = `Add ${key}: to its front matter${statement.example}.`;
        return [say(missingStatement, { file: source.file, line: 1, column: 1 }, { message, hint, severity })];
      }),
    ),
};

interface Statement {
  /** Any of them will do. */
  readonly keys: readonly [keyof QuestionnaireFrontMatter, ...(keyof QuestionnaireFrontMatter)[]];
  /** Completes “does not say …”. */
  readonly what: string;
  /** Follows “to its front matter”. */
  readonly example: string;
  /** Undefined where it is not asked for. */
  readonly severity: (context: CheckContext, questionnaire: Questionnaire) => Severity | undefined;
}

const always = (): Severity => 'warning';
const firstForGuarded = (context: CheckContext, questionnaire: Questionnaire): Severity =>
  asksGuarded(context, questionnaire) ? 'warning' : 'info';
/** Where people answer by themselves, somebody has to tell them until when. */
const whereWritten = (_: CheckContext, { frontMatter: { setting } }: Questionnaire): Severity | undefined =>
  setting === 'survey' || setting === 'written-submission' ? 'warning' : undefined;

const STATEMENTS: readonly Statement[] = [
  { keys: ['purpose'], what: 'what it is for', example: '', severity: always },
  { keys: ['how-inputs-are-used'], what: 'how inputs are used', example: '', severity: always },
  { keys: ['who-sees-the-data'], what: 'who sees the answers', example: '', severity: always },
  { keys: ['right-to-withdraw'], what: 'that people may withdraw, and how', example: '', severity: always },
  { keys: ['consent', 'assent'], what: 'in which words consent is asked', example: '', severity: always },
  {
    keys: ['deadline'],
    what: 'until when answers are taken',
    example: ', such as deadline: 2022-09-30',
    severity: whereWritten,
  },
  {
    keys: ['accommodations'],
    what: 'what is offered so that everybody can take part',
    example: ', as a list: sign language, large print, help with filling it in',
    severity: firstForGuarded,
  },
  {
    keys: ['feedback-by', 'feedback-how'],
    what: 'when and how people hear what became of their answers',
    example: ' and feedback-how:',
    severity: firstForGuarded,
  },
];

function isSaid(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}
