import { exports } from '../exports/index.ts';
import { formatIds } from '../formats/index.ts';
import type { World } from '../io/world.ts';
import type { Export } from '../model/contracts.ts';
import type { Finding } from '../model/finding.ts';
import type { Process } from '../model/process.ts';
import type { QuestionnaireSet } from '../model/questionnaire.ts';
import type { GuideStyle } from '../questions/guide-options.ts';
import { formatAssets } from './assets.ts';
import { CannotRun } from './cannot-run.ts';
import { type CommandInput, flag, text, texts } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { findQuestionnaireSet } from './find-questionnaire.ts';
import { guideDocument } from './guide-documents.ts';
import { noteFile } from './note-file.ts';
import { openProcess } from './open-process.ts';
import { outputFolder } from './output-folder.ts';
import { printFindings } from './print-findings.ts';
import { type Output, type RenderedFile, renderOutputs, writeFiles } from './render-outputs.ts';

/** What can be made of a questionnaire, each with the format it is made in where none is named. */
const SHAPES = { guide: 'pdf', questionnaire: 'pdf', form: 'html', note: 'md' } as const;
type Shape = keyof typeof SHAPES;

/** What survey programs read; one file holds all languages. */
const SURVEY_FORMS: readonly string[] = ['xlsform', 'xform', 'limesurvey'];

interface Job {
  readonly shape: Shape;
  readonly style: GuideStyle;
  readonly documents: readonly string[];
  readonly surveyForms: readonly string[];
  readonly languages: readonly string[];
}

/** `penholder guide <questionnaire>`: interview guide, self-completion questionnaire, form, note template, survey form. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const job = readJob(input);
  const world = await context.world();
  const { process, findings: before } = await openProcess(world, context, text(input, 'format'));
  if (process === undefined) return EXIT.findings;
  const { set, findings: reading } = await findQuestionnaireSet(world, process, input.args[0] ?? '');
  const findings: Finding[] = [...before, ...reading];
  const files = await makeFiles({ world, process, set, job, report: (finding) => findings.push(finding) });
  const written = await writeFiles(world, files, { out: outputFolder(text(input, 'out'), context), process });
  await world.cache.save();
  if (flag(input, 'json')) context.print(JSON.stringify(written, null, 2));
  else for (const { path } of written) context.print(path);
  return printFindings(findings, world, context, { to: 'error', format: text(input, 'format'), quiet: true });
}

function readJob(input: CommandInput): Job {
  const wanted = texts(input, 'to');
  const surveyForms = wanted.filter((name) => SURVEY_FORMS.includes(name));
  const named = text(input, 'as') as Shape | undefined;
  const shape = named ?? 'guide';
  const documents = wanted.filter((name) => !SURVEY_FORMS.includes(name));
  refuseUnknown(documents, shape);
  return {
    shape,
    style: (text(input, 'style') ?? 'standard') as GuideStyle,
    // A survey form alone is no guide as well, unless one was asked for.
    documents: documents.length > 0 || (surveyForms.length > 0 && named === undefined) ? documents : [SHAPES[shape]],
    surveyForms,
    languages: texts(input, 'language'),
  };
}

function refuseUnknown(names: readonly string[], shape: Shape): void {
  const unknown = names.filter((name) => !(formatIds as readonly string[]).includes(name));
  if (unknown.length > 0) {
    throw new CannotRun(
      `There is no output format called "${unknown.join('", "')}".`,
      `Formats are ${[...formatIds, ...SURVEY_FORMS].join(', ')}; give several with commas, as in --to pdf,html.`,
    );
  }
  const other = shape === 'note' ? names.filter((name) => name !== 'md') : [];
  if (other.length > 0) {
    throw new CannotRun(
      `A note template is Markdown, so it cannot be written as "${other.join('", "')}".`,
      'Leave --to out; for a sheet to write on by hand take --as guide.',
    );
  }
}

interface Making {
  readonly world: World;
  readonly process: Process;
  readonly set: QuestionnaireSet;
  readonly job: Job;
  readonly report: (finding: Finding) => void;
}

async function makeFiles(making: Making): Promise<RenderedFile[]> {
  const { set, job } = making;
  const languages = chosenLanguages(set, job.languages);
  const files: RenderedFile[] = [];
  if (job.shape === 'note' && job.documents.length > 0) {
    for (const language of languages) files.push(await noteFile({ ...making, language }));
  } else files.push(...(await documentFiles(making, languages)));
  for (const name of job.surveyForms) files.push(await surveyForm(set, name));
  return files;
}

async function documentFiles({ world, process, set, job, report }: Making, languages: readonly string[]) {
  if (job.documents.length === 0) return [];
  const outputs: Output[] = [];
  for (const language of languages) {
    const stem = [set.id, job.shape, ...(job.style === 'standard' ? [] : [job.style])].join('-');
    outputs.push({
      stem: `${stem}.${language}`,
      document: await guideDocument(world, process, { set, shape: job.shape, style: job.style, language }),
    });
  }
  const formats = [...new Set(job.documents)].filter((name) => (formatIds as readonly string[]).includes(name));
  return renderOutputs(outputs, formats as (typeof formatIds)[number][], formatAssets(world, undefined, report));
}

function chosenLanguages(set: QuestionnaireSet, wanted: readonly string[]): readonly string[] {
  const known = [set.source.language, ...set.translations.map(({ language }) => language)];
  const unknown = wanted.filter((language) => !known.includes(language));
  if (unknown.length > 0) {
    throw new CannotRun(
      `The questionnaire "${set.id}" has no text in "${unknown.join('", "')}".`,
      `It stands in ${known.join(', ')}; a translation is a file of its own, questionnaires/${set.id}.${unknown[0]}.md.`,
    );
  }
  return wanted.length > 0 ? [...new Set(wanted)] : [set.source.language];
}

async function surveyForm(set: QuestionnaireSet, name: string): Promise<RenderedFile> {
  const registry: Readonly<Record<string, () => Promise<Export<never>>>> = exports;
  const load = registry[name];
  if (load === undefined) throw new CannotRun(`This version of penholder cannot write "${name}".`, 'Update penholder.');
  const made = (await load()) as unknown as Export<QuestionnaireSet>;
  return { stem: `${set.id}-${name}`, extension: made.extension, format: name, bytes: await made.render(set) };
}
