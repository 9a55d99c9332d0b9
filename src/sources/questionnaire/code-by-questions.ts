import type { ConsultationNote, Input } from '../../model/consultation-note.ts';
import type { Finding } from '../../model/finding.ts';
import type { Question, Questionnaire } from '../../model/questionnaire.ts';
import { uncodedFindings } from '../consultation-note/input-rules.ts';
import { type SplitTags, splitTags } from '../consultation-note/tags.ts';

/**
 * Gives inputs the kinds and codes of the question they answer, where they carry none of their own.
 *
 * @param note A consultation note.
 * @param questionnaires Questionnaires of the workspace, in any language.
 * @returns The note, and warnings on inputs that have no kind even so.
 */
export function codeByQuestions(
  note: ConsultationNote,
  questionnaires: readonly Questionnaire[],
): { readonly note: ConsultationNote; readonly findings: readonly Finding[] } {
  const name = note.frontMatter.questionnaire;
  if (name === undefined) return { note, findings: [] };
  const questions = new Map<string, Question>();
  for (const one of questionnaires.filter(({ id }) => id === name)) {
    for (const question of one.questions) {
      // A translation may leave out the line that says what the inputs are.
      if ((questions.get(question.id)?.tags.length ?? 0) === 0) questions.set(question.id, question);
    }
  }
  const tags = new Map([...questions].map(([id, question]) => [id, splitTags(question.tags)] as const));
  const inputs = note.inputs.map((input) => coded(input, tags.get(input.question ?? '')));
  const bare = inputs.filter(({ kinds, question }) => kinds.length === 0 && question !== undefined);
  return { note: { ...note, inputs }, findings: uncodedFindings(bare, inputs.length, note.file) };
}

function coded(input: Input, tags: SplitTags | undefined): Input {
  if (tags === undefined) return input;
  const { kinds, codes } = tags;
  return {
    ...input,
    kinds: input.kinds.length > 0 ? input.kinds : kinds,
    codes: input.codes.length > 0 ? input.codes : codes,
  };
}
