import { type FeedbackContext, feedback, feedbackLetters } from '../reports/feedback.ts';
import { CannotRun } from './cannot-run.ts';
import { flag, text } from './command-spec.ts';
import { type BuiltReport, dateOf, load, type ReportRequest } from './report-builders.ts';
import { composeStages, stageViews } from './stage-views.ts';

/** Makes one letter, all letters with their list, or the list alone. */
export async function buildFeedback(request: ReportRequest): Promise<BuiltReport> {
  const { world, process, audience, input, subject, round } = request;
  const all = flag(input, 'all');
  if (subject !== undefined && all) throw bothNamed(subject);
  const workspace = await load(request, ['notes', 'responses', 'decisions']);
  const writes = all || subject !== undefined;
  const stages = writes ? await composeStages(world, process) : [];
  const contact = text(input, 'contact');
  const context: FeedbackContext = {
    workspace,
    audience,
    date: await dateOf(world),
    views: await stageViews(world, stages, { pages: writes }),
    ...(contact !== undefined && { contact }),
  };
  const options = { ...(subject !== undefined && { subject }), ...(round !== undefined && { round }) };
  if (!writes) return { ...feedback.build(context, options), findings: workspace.findings };
  const written = feedbackLetters(context, options);
  const [first] = written?.letters ?? [];
  if (written === undefined) throw nobody(subject ?? '');
  const { findings: remarks, data, letters } = written;
  const told = { findings: workspace.findings, remarks, data };
  if (subject !== undefined && first !== undefined) return { ...told, document: first.document, stem: first.stem };
  const stem = (letter: string) => [process.name ?? 'draft', 'feedback', letter].join('-');
  const more = letters.map((letter) => ({ ...letter, stem: stem(letter.stem) }));
  return { ...told, document: feedback.build(context, options).document, stem: 'letters', more };
}

function bothNamed(subject: string): CannotRun {
  return new CannotRun(`"${subject}" is one contributor, and --all asks for all of them.`, 'Leave one of the two out.');
}

/** The same is said of who does not exist and of whom nobody may know: else asking would tell. */
function nobody(subject: string): CannotRun {
  return new CannotRun(
    `There is no consultation note, organisation or group "${subject.slice(0, 60)}" that the readers of this letter may know of.`,
    'Name a note as "penholder inputs" does, an organisation as its notes do, or a group of the process; --distribution core-group or custodian where the letter is handled by them.',
  );
}
