import type { World } from '../io/world.ts';
import type { Distribution } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import type { Process } from '../model/process.ts';
import { type ChangingAssets, changingAssets } from './assets.ts';
import { type CommandInput, flag, text, texts } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
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
    draft: {
      textMarks: flag(input, 'textMarks'),
      ...(lineNumbers === true && { lineNumbers }),
      ...(typeof watermark === 'boolean' && { watermark }),
    },
  };
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
  const stem = `${process.name ?? 'draft'}-${fileName(stage.text.id)}`;
  const clean = { stem, document: stage.document };
  if (job.since === undefined) return [clean];
  const { markedUpStage } = await import('./marked-up.ts');
  const from = await composeStage(world, process, job.since, job.draft);
  const marked = await markedUpStage(world, process, { from, to: stage, audience: job.distribution });
  findings.push(...from.findings, ...marked.findings);
  return [clean, { stem: `${stem}-since-${fileName(job.since)}`, document: marked.document }];
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
