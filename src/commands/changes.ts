import type { Distribution } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import { formatAssets } from './assets.ts';
import { CannotRun } from './cannot-run.ts';
import { type CommandInput, flag, text, texts } from './command-spec.ts';
import { openSetting } from './compared-texts.ts';
import { fileName } from './compile.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { outputFolder } from './output-folder.ts';
import { printFindings } from './print-findings.ts';

const FORMATS = ['md', 'html', 'pdf', 'json'];
/** Formats that can stand on a screen. */
const TEXT = new Set(['md', 'html', 'json']);

/** `penholder changes <from> [<to>]`: the change log, on standard output where it is one text format. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const formats = readFormats(input);
  const setting = await openSetting(context);
  if (setting === undefined) return EXIT.findings;
  const { world, process } = setting;
  const [from = '', to = 'working'] = input.args;
  const audience: Distribution = text(input, 'distribution') === 'core-group' ? 'core-group' : 'public';
  const findings: Finding[] = [...setting.findings];
  const { buildChangeLog, renderChangeLog } = await import('./change-log-output.ts');
  const built = await buildChangeLog(setting, { from, to, audience, all: flag(input, 'all') });
  findings.push(...built.findings);
  const assets = formatAssets(world, built.text, (finding) => findings.push(finding));
  const stem = `${process.name ?? 'draft'}-changes-${fileName(from)}-${fileName(to)}`;
  const out = outputFolder(text(input, 'out'), context);
  const files = await renderChangeLog(built, formats, assets);
  const [only] = files;
  if (out === undefined && files.length === 1 && only !== undefined && TEXT.has(only.format)) {
    context.terminal.out(only.bytes);
  } else {
    const { writeFiles } = await import('./render-outputs.ts');
    const written = await writeFiles(
      world,
      files.map((file) => ({ ...file, stem })),
      { out, process },
    );
    for (const { path } of written) context.print(path);
  }
  // A folder that is no workspace is left as it is.
  if (setting.workspace) await world.cache.save();
  return printFindings(findings, world, context, {
    to: 'error',
    quiet: true,
    distribution: text(input, 'distribution'),
  });
}

function readFormats(input: CommandInput): string[] {
  const wanted = texts(input, 'to');
  const unknown = wanted.filter((name) => !FORMATS.includes(name));
  if (unknown.length > 0) {
    throw new CannotRun(
      `A change log cannot be written as "${unknown.join('", "')}".`,
      `Formats are ${FORMATS.join(', ')}; give several with commas, as in --to md,json.`,
    );
  }
  return wanted.length > 0 ? [...new Set(wanted)] : ['md'];
}
