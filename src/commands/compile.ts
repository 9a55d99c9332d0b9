import type { World } from '../io/world.ts';
import type { Distribution, Document } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import type { Process } from '../model/process.ts';
import { nearest } from '../text/nearest.ts';
import { type ChangingAssets, changingAssets } from './assets.ts';
import { CannotRun } from './cannot-run.ts';
import { type CommandInput, flag, text, texts } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import type { MarkingOptions } from './marked-up.ts';
import { openProcess } from './open-process.ts';
import { outputFolder } from './output-folder.ts';
import { printFindings } from './print-findings.ts';
import { chosenFormats, type Output, renderOutputs, type Written, writeFiles } from './render-outputs.ts';
import { type ComposedStage, composeStage } from './stages.ts';

interface Job {
  readonly stage: string;
  readonly since: string | undefined;
  readonly formats: ReturnType<typeof chosenFormats>;
  readonly out: string | undefined;
  readonly distribution: Distribution;
  /** Id of the section that alone is wanted. */
  readonly section: string | undefined;
  readonly marking: MarkingOptions;
  readonly draft: { lineNumbers?: boolean; watermark?: boolean; textMarks: boolean };
}

/** `penholder compile <stage>`: the clean version, or with `--since` the marked-up one with its clean pair. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const job = readJob(input, context);
  const world = await context.world();
  const opened = await openProcess(world, context, text(input, 'format'));
  if (opened.process === undefined) return EXIT.findings;
  const assets = changingAssets(world);
  if (flag(input, 'watch')) {
    const { watchAndCompile } = await import('./watch.ts');
    return watchAndCompile(world, context, () => compileOnce(input, context, { ...job, assets }));
  }
  return compileOnce(input, context, { ...job, assets });
}

function readJob(input: CommandInput, context: CommandContext): Job {
  const { watermark, lineNumbers } = input.options;
  return {
    stage: input.args[0] ?? '',
    since: text(input, 'since'),
    formats: chosenFormats(texts(input, 'to'), ['pdf']),
    out: outputFolder(text(input, 'out'), context),
    distribution: text(input, 'distribution') === 'core-group' ? 'core-group' : 'public',
    section: text(input, 'section'),
    marking: readMarking(input),
    draft: {
      textMarks: flag(input, 'textMarks'),
      ...(lineNumbers === true && { lineNumbers }),
      ...(typeof watermark === 'boolean' && { watermark }),
    },
  };
}

/** @throws CannotRun where changes are to be shown and nothing says since when. */
function readMarking(input: CommandInput): MarkingOptions {
  const substantive = text(input, 'only') === 'substantive';
  const columns = flag(input, 'sideBySide');
  if ((substantive || columns) && text(input, 'since') === undefined) {
    throw new CannotRun(
      `${columns ? '--side-by-side' : '--only'} is about changes, and there are none to show without an earlier stage.`,
      'Add --since with the stage that the changes are shown since.',
    );
  }
  return { substantive, sideBySide: columns };
}

async function compileOnce(
  input: CommandInput,
  context: CommandContext,
  job: Job & { readonly assets: ChangingAssets },
): Promise<number> {
  const world = await context.world();
  const { process, findings: processFindings } = await openProcess(world, context, text(input, 'format'));
  if (process === undefined) return EXIT.findings;
  const findings: Finding[] = [...processFindings];
  const stage = await composeStage(world, process, job.stage, job.draft);
  findings.push(...stage.findings);
  const outputs = await outputsOf(world, process, stage, job, findings);
  const assets = job.assets.of(stage.text, (finding) => findings.push(finding));
  const written = await writeFiles(world, await renderOutputs(outputs, job.formats, assets), { out: job.out, process });
  await world.cache.save();
  report(input, context, written);
  return printFindings(findings, world, context, {
    to: 'error',
    format: text(input, 'format'),
    quiet: true,
    distribution: text(input, 'distribution'),
  });
}

async function outputsOf(
  world: World,
  process: Process,
  stage: ComposedStage,
  job: Job,
  findings: Finding[],
): Promise<Output[]> {
  const { section, since } = job;
  const stem = [process.name ?? 'draft', stage.text.id, ...(section === undefined ? [] : [section])]
    .map(fileName)
    .join('-');
  const clean = { stem, document: await narrowed(stage.document, section) };
  if (since === undefined) return [clean];
  const { markedUpStage } = await import('./marked-up.ts');
  const from = await composeStage(world, process, since, job.draft);
  const comparison = { from, to: stage, audience: job.distribution };
  const marked = await markedUpStage(world, process, comparison, job.marking);
  findings.push(...from.findings, ...marked.findings);
  return [clean, { stem: `${stem}-since-${fileName(since)}`, document: await narrowed(marked.document, section) }];
}

/** @throws CannotRun where the document has no such section. */
async function narrowed(document: Document, section: string | undefined): Promise<Document> {
  if (section === undefined) return document;
  const { oneSection, sectionIds } = await import('../reports/marked-up/one-section.ts');
  const found = oneSection(document, section);
  if (found !== undefined) return found;
  const near = nearest(section, sectionIds(document));
  throw new CannotRun(
    `There is no section with the id "${section.slice(0, 60)}" in the text.${near === undefined ? '' : ` Did you mean "${near}"?`}`,
    'A section goes by its file, by the id in its front matter, or by the id of a heading in it.',
  );
}

/** A git ref may hold characters that a file name should not. */
export function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+/u, '');
}

function report(input: CommandInput, context: CommandContext, written: readonly Written[]): void {
  if (flag(input, 'json')) {
    context.print(JSON.stringify(written, null, 2));
    return;
  }
  for (const { path } of written) context.print(path);
}
