import type { World } from '../io/world.ts';
import type { ChangeLog } from '../model/change-log.ts';
import type { Assets } from '../model/contracts.ts';
import type { Distribution } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import { formatAssets } from './assets.ts';
import { CannotRun } from './cannot-run.ts';
import type { ComparedNames } from './change-log-output.ts';
import { type CommandInput, flag, text, texts } from './command-spec.ts';
import { openSetting, type Setting } from './compared-texts.ts';
import { fileName } from './compile.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { outputFolder } from './output-folder.ts';
import { stemOf } from './plain-texts.ts';
import { printFindings } from './print-findings.ts';

const FORMATS = ['md', 'html', 'pdf', 'docx', 'json'];
/** Formats that can stand on a screen. */
const TEXT = new Set(['md', 'html', 'json']);

/** `penholder changes <from> [<to>]`: the change log, on standard output where it is one text format. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const formats = readFormats(input);
  const setting = await openSetting(context);
  if (setting === undefined) return EXIT.findings;
  const { world } = setting;
  const [from = '', to = 'working'] = input.args;
  const audience: Distribution = text(input, 'distribution') === 'core-group' ? 'core-group' : 'public';
  const findings: Finding[] = [...setting.findings];
  const { compareNamed } = await import('./change-log-output.ts');
  const compared = await compareNamed(setting, { from, to, audience, seen: text(input, 'seen') });
  findings.push(...compared.findings);
  if (texts(input, 'overrule').length > 0) {
    const { overruleChanges } = await import('./overrule.ts');
    return overruleChanges(setting, compared.log, input);
  }
  const log = formats.includes('pdf') ? await paged(world, compared) : compared.log;
  const assets = formatAssets(world, compared.to.text, (finding) => findings.push(finding));
  await deliver(setting, input, { compared: { ...compared, log }, formats, assets });
  // A folder that is no workspace is left as it is.
  if (setting.workspace) await world.cache.save();
  return printFindings(findings, world, context, {
    to: 'error',
    quiet: true,
    distribution: text(input, 'distribution'),
  });
}

/** Pages are those of the PDFs of both texts; finding them takes as long as making these, so only where one is made. */
async function paged(world: World, compared: ComparedNames): Promise<ChangeLog> {
  const { withPages } = await import('./change-pages.ts');
  return withPages(world, compared, compared.log);
}

interface Delivery {
  readonly compared: ComparedNames;
  readonly formats: readonly string[];
  readonly assets: Assets;
}

async function deliver(setting: Setting, input: CommandInput, { compared, formats, assets }: Delivery): Promise<void> {
  const { world, process, context } = setting;
  const { buildChangeLog, renderChangeLog } = await import('./change-log-output.ts');
  const built = buildChangeLog(setting, compared, flag(input, 'all'));
  const files = await renderChangeLog(built, formats, assets);
  const out = outputFolder(text(input, 'out'), context);
  const [only] = files;
  if (out === undefined && files.length === 1 && only !== undefined && TEXT.has(only.format)) {
    context.terminal.out(only.bytes);
    return;
  }
  const { writeFiles } = await import('./render-outputs.ts');
  const [from = '', to = 'working'] = input.args;
  const stem = setting.workspace
    ? `${process.name ?? 'draft'}-changes-${fileName(from)}-${fileName(to)}`
    : `changes-${fileName(stemOf(from))}-${fileName(stemOf(to))}`;
  const placed = files.map((file) => ({ ...file, stem }));
  for (const { path } of await writeFiles(world, placed, { out, process })) context.print(path);
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
