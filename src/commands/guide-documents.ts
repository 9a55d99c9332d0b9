import type { World } from '../io/world.ts';
import type { Document } from '../model/document.ts';
import type { Process } from '../model/process.ts';
import type { QuestionnaireSet } from '../model/questionnaire.ts';
import type { GuideStyle } from '../questions/guide-options.ts';
import { epochOf } from './stages.ts';

/** Which document is made of a questionnaire. */
export interface GuideRequest {
  readonly set: QuestionnaireSet;
  readonly shape: 'guide' | 'questionnaire' | 'form' | 'note';
  readonly style: GuideStyle;
  readonly language: string;
}

/** Makes the interview guide, or the questionnaire that people fill in themselves. */
export async function guideDocument(
  world: World,
  process: Process,
  { set, shape, style, language }: GuideRequest,
): Promise<Document> {
  const { headDate } = await world.git.state();
  const epoch = epochOf(world, headDate === undefined ? {} : { date: headDate });
  const options = { language, style, process, meta: { epoch } };
  if (shape === 'guide') {
    const { interviewGuide } = await import('../questions/interview-guide.ts');
    return interviewGuide(set, options);
  }
  const { selfCompletion } = await import('../questions/self-completion.ts');
  return selfCompletion(set, options);
}
