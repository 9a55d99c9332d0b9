import type { World } from '../io/world.ts';
import type { Distribution, Document } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import { labels } from '../model/labels.ts';
import type { Process } from '../model/process.ts';
import { contentHash } from '../text/fingerprint.ts';
import { formatAssets } from './assets.ts';
import type { CirculationCall } from './circulation-call.ts';
import { fileName } from './compile.ts';
import { type Output, renderOutputs } from './render-outputs.ts';
import { type ComposedStage, composeStage } from './stages.ts';

/** One file of a circulation. */
export interface CirculatedFile {
  readonly name: string;
  readonly version: 'clean' | 'marked-up';
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** A stage as it goes out: clean, and marked up where there is an earlier one. */
export interface CirculatedPair {
  readonly clean: Document;
  readonly outputs: readonly Output[];
  readonly files: readonly CirculatedFile[];
  /** What stands on it. */
  readonly marking: string | undefined;
  readonly stage: ComposedStage;
  readonly findings: readonly Finding[];
}

/** Composes and renders what goes out. The same stage gives the same bytes. */
export async function makePair(world: World, process: Process, call: CirculationCall): Promise<CirculatedPair> {
  const findings: Finding[] = [];
  const stage = await composeStage(world, process, call.stage.id);
  const { distribution } = call;
  const stem = [process.name ?? 'draft', call.stage.id].map(fileName).join('-');
  const clean = marked(stage.document, distribution);
  const outputs: Output[] = [{ stem, document: clean }];
  if (call.since !== undefined) {
    const from = await composeStage(world, process, call.since);
    const { markedUpStage } = await import('./marked-up.ts');
    const up = await markedUpStage(world, process, { from, to: stage, audience: call.readers });
    outputs.push({ stem: `${stem}-since-${fileName(call.since)}`, document: marked(up.document, distribution) });
    findings.push(...from.findings);
  }
  const assets = formatAssets(world, stage.text, (finding) => findings.push(finding));
  const files = (await renderOutputs(outputs, call.formats, assets)).map((file): CirculatedFile => {
    const { bytes, extension } = file;
    const version = file.stem === stem ? ('clean' as const) : ('marked-up' as const);
    return { name: `${file.stem}.${extension}`, version, bytes, sha256: contentHash(bytes) };
  });
  findings.push(...stage.findings);
  return { clean, outputs, files, marking: markingOf(clean), stage, findings };
}

/** A document that says for whom it is; a stage that is marked more narrowly stays so. */
function marked(document: Document, distribution: Distribution): Document {
  return { ...document, meta: { ...document.meta, distribution: narrower(document.meta.distribution, distribution) } };
}

const ORDER: readonly Distribution[] = ['public', 'core-group', 'custodian'];

function narrower(one: Distribution, other: Distribution): Distribution {
  return ORDER.indexOf(one) > ORDER.indexOf(other) ? one : other;
}

function markingOf({ meta }: Document): string | undefined {
  const parts = [
    ...(meta.distribution === 'public' ? [] : [labels('en').distribution[meta.distribution]]),
    ...(meta.notForCitation ? ['Not for citation'] : []),
    ...(meta.embargo === undefined ? [] : [`Embargo: ${meta.embargo}`]),
    ...(meta.notice === undefined ? [] : [meta.notice]),
  ];
  return parts.length === 0 ? undefined : parts.join('. ');
}
