import type { When } from '../../model/dates.ts';
import type { RoundStatus, StageStatus, StatusFacts } from './data.ts';

/** A date or period in short: `2022-09-01 – 2022-09-30`; an open one `since 2022-09-01`; a dash where there is none. */
export function whenWords(when: When | undefined): string {
  if (when === undefined) return '–';
  if (typeof when === 'string') return when;
  if (when.to === undefined) return `since ${when.from}`;
  return when.to === when.from ? when.from : `${when.from} – ${when.to}`;
}

/** How a stage stands, in words. */
export function stageWords(stage: StageStatus, { repository }: StatusFacts): string {
  const late = stage.overdue ? ', overdue' : '';
  if (stage.state === 'frozen') return `frozen on ${stage.frozenOn ?? '?'} as ${stage.tag ?? '?'}`;
  if (stage.waitsFor.length > 0) return `waits for ${stage.waitsFor.join(', ')}${late}`;
  if (!repository) return `not frozen: there is no git here${late}`;
  return `${stage.state === 'next' ? 'can be frozen' : 'later'}${late}`;
}

/** How a round stands, in words. */
export function roundWords({ state, overdue }: RoundStatus): string {
  return overdue ? `${state}, overdue` : state;
}

/** How far the inputs of a round are answered: `112 of 112 answered`. */
export function answerWords({ inputs, answered, pending }: RoundStatus): string {
  if (inputs === 0) return 'no inputs yet';
  const open = inputs - answered;
  const parts = [
    `${answered} of ${inputs} answered`,
    ...(open > 0 ? [`${open} open`] : []),
    ...(pending > 0 ? [`${pending} accepted without a recorded edit`] : []),
  ];
  return parts.join(', ');
}

/** Coverage in a sentence. */
export function coverageWords({ coverage }: StatusFacts): string {
  const { targets, met, explained, unexplained } = coverage;
  if (targets === 0) return 'No targets are declared.';
  if (targets === met) return `All ${targets} targets are met.`;
  const parts = [
    `${met} of ${targets} targets ${met === 1 ? 'is' : 'are'} met`,
    ...(explained > 0 ? [`${explained} missed with an explanation`] : []),
    ...(unexplained > 0 ? [`${unexplained} missed without one`] : []),
  ];
  return `${parts.join(', ')}.`;
}
