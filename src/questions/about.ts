/** What a questionnaire says of itself, as blocks: facts, reasons, consent, what is offered. */
import type { BlockContent, PhrasingContent } from 'mdast';
import { fill, formatDate } from '../model/labels.ts';
import { type GuideContext, groupTitle, roundTitle } from './guide-options.ts';
import { labelled, list, paragraph } from './nodes.ts';

type Fact = readonly [label: string, words: string | undefined];

/** Facts with their words, without the empty ones. */
export function factList(facts: readonly Fact[], { labels }: GuideContext): readonly PhrasingContent[][] {
  return facts.flatMap(([label, words]) =>
    words === undefined || words.trim() === '' ? [] : [labelled(label, words, labels.colon)],
  );
}

/** Who is asked in which round, how, how long, and who looked at the questions before. */
export function guideFacts(context: GuideContext): BlockContent {
  const { words, questionnaire } = context;
  const { frontMatter, language } = questionnaire;
  const { setting, clearance, deadline } = frontMatter;
  const reviews = (frontMatter['reviewed-by'] ?? []).map(({ by, date }) => `${by} (${formatDate(date, language)})`);
  return list(
    factList(
      [
        [words.group, groupTitle(context)],
        [words.round, roundTitle(context)],
        [words.setting, setting === undefined ? undefined : words.settings[setting]],
        [words.ageBand, frontMatter['age-band']?.replace('-', '–')],
        [words.duration, frontMatter.duration],
        [words.deadline, deadline === undefined ? undefined : formatDate(deadline, language)],
        [words.contact, frontMatter.contact],
        [words.reviewed, reviews.join(' · ')],
        [
          words.cleared,
          clearance === undefined ? undefined : `${clearance.by} (${formatDate(clearance.date, language)})`,
        ],
      ],
      context,
    ),
  );
}

/** Why it is asked and what happens with the answers: what everybody is told before the first question. */
export function reasons(context: GuideContext): readonly BlockContent[] {
  const { words, questionnaire } = context;
  const { frontMatter } = questionnaire;
  const { script } = words;
  return factList(
    [
      [script.purpose, frontMatter.purpose],
      [script.use, frontMatter['how-inputs-are-used']],
      [script.seen, frontMatter['who-sees-the-data']],
      [script.publication, frontMatter.publication],
      [script.withdraw, frontMatter['right-to-withdraw']],
    ],
    context,
  ).map((words) => paragraph(words));
}

/** What is offered so that everybody can take part. */
export function accommodations({ questionnaire }: GuideContext): readonly BlockContent[] {
  const { accommodations: offered = [] } = questionnaire.frontMatter;
  return offered.length === 0 ? [] : [list(offered)];
}

/** By when and how whoever answered hears what became of it. */
export function promise(context: GuideContext): readonly string[] {
  const { words, questionnaire } = context;
  const { frontMatter, language } = questionnaire;
  const by = frontMatter['feedback-by'];
  return [
    ...(by === undefined ? [] : [fill(words.script.promise, { date: formatDate(by, language) })]),
    ...(frontMatter['feedback-how'] === undefined ? [] : [frontMatter['feedback-how']]),
  ];
}
