import type { Distribution, Document } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import { WORKING } from '../model/vocabulary.ts';
import { nearest } from '../text/nearest.ts';
import { type ChangingAssets, changingAssets } from './assets.ts';
import { CannotRun } from './cannot-run.ts';
import { type CommandInput, flag, text, texts } from './command-spec.ts';
import type { Setting } from './compared-texts.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import type { MarkingOptions } from './marked-up.ts';
import { openProcess } from './open-process.ts';
import { outputFolder } from './output-folder.ts';
import { type LookOptions, stemOf, toldApart } from './plain-texts.ts';
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
  readonly draft: LookOptions;
}

/** `penholder compile <text>`: the clean version, or with `--since` the marked-up one with its clean pair. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const job = readJob(input, context);
  const setting = await settingOf(context, text(input, 'format'));
  if (setting === undefined) return EXIT.findings;
  const { world } = setting;
  const assets = changingAssets(world);
  if (!flag(input, 'watch')) return compileOnce(setting, input, { ...job, assets });
  if (!setting.workspace)
    throw new CannotRun(
      'Only the text of a workspace can be watched, and there is none here.',
      'Leave --watch out, or run "penholder init" to make a workspace.',
    );
  const { watchAndCompile } = await import('./watch.ts');
  return watchAndCompile(world, context, async () => {
    const now = await settingOf(context, text(input, 'format'));
    return now === undefined ? EXIT.findings : compileOnce(now, input, { ...job, assets });
  });
}

/** A workspace is by far the most frequent; what works outside one is loaded only there. */
async function settingOf(context: CommandContext, format: string | undefined): Promise<Setting | undefined> {
  const world = await context.world().catch((error: unknown) => {
    if (error instanceof CannotRun) return undefined;
    throw error;
  });
  if (world === undefined) {
    const { openSetting } = await import('./compared-texts.ts');
    return openSetting(context, format);
  }
  const { process, findings } = await openProcess(world, context, format);
  return process === undefined ? undefined : { world, process, workspace: true, findings, context };
}

/** A stage, else a path, else what git knows by that name. */
async function composed({ setting, name, draft }: Wanted): Promise<ComposedStage> {
  const { world, process, workspace } = setting;
  const isStage = name === WORKING || process.stages.some(({ id }) => id === name);
  if (workspace && isStage) return composeStage(world, process, name, draft);
  const { composeNamed } = await import('./compared-texts.ts');
  return composeNamed(setting, name, draft);
}

interface Wanted {
  readonly setting: Setting;
  readonly name: string;
  readonly draft: LookOptions;
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
  return { substantive, sideBySide: columns, reasons: input.options.reasons !== false };
}

async function compileOnce(
  setting: Setting,
  input: CommandInput,
  job: Job & { readonly assets: ChangingAssets },
): Promise<number> {
  const { world, process, context } = setting;
  const findings: Finding[] = [...setting.findings];
  const stage = await composed({ setting, name: job.stage, draft: job.draft });
  findings.push(...stage.findings);
  const outputs = await outputsOf(setting, stage, job, findings);
  const assets = job.assets.of(stage.text, (finding) => findings.push(finding));
  const written = await writeFiles(world, await renderOutputs(outputs, job.formats, assets), { out: job.out, process });
  // A folder that is no workspace is left as it is.
  if (setting.workspace) await world.cache.save();
  report(input, context, written);
  return printFindings(findings, world, context, {
    to: 'error',
    format: text(input, 'format'),
    quiet: true,
    distribution: text(input, 'distribution'),
  });
}

async function outputsOf(setting: Setting, stage: ComposedStage, job: Job, findings: Finding[]): Promise<Output[]> {
  const { section, since } = job;
  const { world, process, workspace } = setting;
  const names = workspace ? [process.name ?? 'draft', stemOf(stage.text.id)] : [stemOf(stage.text.id)];
  const stem = [...names, ...(section === undefined ? [] : [section])].map(fileName).join('-');
  const clean = { stem, document: await narrowed(stage.document, section) };
  if (since === undefined) return [clean];
  const { markedUpStage } = await import('./marked-up.ts');
  const [from, to] = toldApart(await composed({ setting, name: since, draft: job.draft }), stage);
  const comparison = { from, to, audience: job.distribution, workspace };
  const marked = await markedUpStage(world, process, comparison, job.marking);
  findings.push(...from.findings, ...marked.findings);
  return [
    clean,
    { stem: `${stem}-since-${fileName(stemOf(since))}`, document: await narrowed(marked.document, section) },
  ];
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
