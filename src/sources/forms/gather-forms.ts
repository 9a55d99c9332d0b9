import { z } from 'zod';
import { readWord } from '../../files/word/read-word.ts';
import { type FilledForm, FORM_VERSION, type FormAnswer } from '../../model/form-answers.ts';
import type { Questionnaire } from '../../model/questionnaire.ts';
import { contentHash } from '../../text/fingerprint.ts';
import type { IngestFile, IngestOutcome, IngestRequest } from '../ingest/ingest-types.ts';
import { respondentId } from '../tables/row-ids.ts';
import { formIn } from '../word/word-form.ts';

const answerSchema: z.ZodType<FormAnswer> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.array(z.string()),
    z.record(z.string(), z.string()),
    z.array(z.record(z.string(), answerSchema)),
  ]),
);

/** A filled form, as the HTML form of a questionnaire saves it. */
export const filledFormSchema = z.strictObject({
  'penholder-form': z.literal(FORM_VERSION),
  questionnaire: z.string().min(1).max(200),
  group: z.string(),
  round: z.string(),
  version: z.string().optional(),
  language: z.string(),
  response: z.string().min(1),
  consent: z.enum(['given', 'not-given']).optional(),
  answers: z.record(z.string(), answerSchema),
  'by-words': z.literal(true).optional(),
  unsure: z.array(z.string()).optional(),
});

/** Files with the filled forms put together, and what is said of those that are known already. */
export interface Gathered {
  readonly request: IngestRequest;
  readonly known: readonly IngestOutcome[];
}

/**
 * Puts the filled forms of one questionnaire together, so that they become one consultation note.
 *
 * A form that is in a note already, or twice among the files, counts once.
 *
 * @param request What the ingest goes by.
 */
export function gatherForms(request: IngestRequest): Gathered {
  const forms = request.files.flatMap((file) => formsIn(file, request).map((form) => ({ file, form })));
  if (forms.length === 0) return { request, known: [] };
  const counted = countedIn(request.existing);
  const fresh = new Map<string, Map<string, FilledForm>>();
  const known: IngestOutcome[] = [];
  for (const { file, form } of forms) {
    const path = counted.get(respondentId(form.response));
    if (path !== undefined) known.push({ name: file.name, status: 'unchanged', path, findings: [] });
    else {
      const group = fresh.get(form.questionnaire) ?? new Map<string, FilledForm>();
      fresh.set(form.questionnaire, group.set(form.response, form));
    }
  }
  const gathered = new Set(forms.map(({ file }) => file));
  const files = request.files.filter((file) => !gathered.has(file));
  return { request: { ...request, files: [...files, ...[...fresh].map(bundle)] }, known };
}

/** The filled forms of a file; none where it is something else. */
function formsIn(file: IngestFile, { questionnaires = [] }: IngestRequest): readonly FilledForm[] {
  const { name, bytes } = file;
  if (/\.doc[xm]$/iu.test(name)) return wordFormIn(bytes, questionnaires);
  if (!/\.json$/iu.test(name) || bytes.length > 16 * 1024 * 1024) return [];
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const list = Array.isArray(value) ? value : [value];
    const forms = list.map((one) => filledFormSchema.safeParse(one).data);
    return forms.every((form) => form !== undefined) ? (forms as readonly FilledForm[]) : [];
  } catch {
    return [];
  }
}

/** The filled form that a Word file is; none where it is something else, which its own source tells. */
function wordFormIn(bytes: Uint8Array, questionnaires: readonly Questionnaire[]): readonly FilledForm[] {
  if (questionnaires.length === 0) return [];
  const reading = readWord(bytes);
  const form = 'problem' in reading ? undefined : formIn(reading.file, questionnaires, contentHash(bytes));
  return form === undefined ? [] : [form];
}

/** Notes by the respondents they count. */
function countedIn(existing: readonly IngestFile[]): ReadonlyMap<string, string> {
  const counted = new Map<string, string>();
  for (const { name, bytes } of existing) {
    const text = new TextDecoder().decode(bytes);
    const list = /^respondents:[ ]*(\[[^\]]*\]|(?:\r?\n[ ]*- .*)+)/mu.exec(text)?.[1] ?? '';
    for (const [id] of list.matchAll(/\br[0-9a-z]{8}\b/gu)) counted.set(id, name);
  }
  return counted;
}

/** One file of all forms of a questionnaire, in an order that does not tell in which they came. */
function bundle([questionnaire, forms]: readonly [string, ReadonlyMap<string, FilledForm>]): IngestFile {
  const sorted = [...forms.values()].sort((one, other) => (order(one) < order(other) ? -1 : 1));
  const name = `${questionnaire.replace(/[^\p{L}\p{N}_.-]+/gu, '-')}-forms.json`;
  return { name, bytes: new TextEncoder().encode(JSON.stringify(sorted)) };
}

function order({ response }: FilledForm): string {
  return contentHash(response);
}
