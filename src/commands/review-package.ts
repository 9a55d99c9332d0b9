/** One package for a reviewer. */
import { type Editing, partText, settingsFor, textPart } from '../files/word-edit/edit-package.ts';
import { footAcross, landscape } from '../files/word-edit/landscape.ts';
import { patchZip } from '../files/zip-patch.ts';
import { readZip } from '../files/zip-read.ts';
import { writeZip, type ZipPart } from '../files/zip-write.ts';
import type { World } from '../io/world.ts';
import type { Document } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import type { Process } from '../model/process.ts';
import { contentHash } from '../text/fingerprint.ts';
import { directionOf } from '../text/language.ts';
import { formatAssets } from './assets.ts';
import type { CirculatedFile, CirculatedPair } from './circulated-pair.ts';
import type { CirculationCall } from './circulation-call.ts';
import { fileName } from './compile.ts';
import { renderOutputs } from './render-outputs.ts';
import type { Recipient } from './review-pack.ts';
import { coverDocument, SHEET_WIDTHS, sheetDocument, sheetWorkbook } from './review-pack-documents.ts';
import { filled, packWords } from './review-pack-words.ts';

/** What a package is made from. */
export interface PackageRequest {
  readonly world: World;
  readonly process: Process;
  readonly call: CirculationCall;
  readonly pair: CirculatedPair;
  readonly editing: Editing;
  readonly language: string;
  readonly recipient: Recipient;
}

/** A package as it goes out. */
export interface Package {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly recipient: Recipient;
  readonly files: readonly ZipPart[];
  /** The draft, and its marked-up version where there is one, as they stand in the package. */
  readonly drafts: readonly CirculatedFile[];
  readonly findings: readonly Finding[];
}

/** Makes the package of one reviewer. The same text gives the same bytes. */
export async function packageFor(request: PackageRequest): Promise<Package> {
  const { call, recipient, pair, editing } = request;
  const findings: Finding[] = [];
  const drafts = pair.files.map((file) => forReview(file, file.version === 'clean' ? editing : 'comments'));
  const forms = await questionnaires(request, findings);
  const beside = await coverAndSheets(request, { drafts, forms, findings });
  const files = [...beside, ...drafts.map(({ name, bytes }) => ({ name, bytes })), ...forms];
  const name = `${[call.stage.id, recipient.stakeholder?.id ?? recipient.group].map(fileName).join('-')}.zip`;
  return { name, bytes: writeZip(files), recipient, files, drafts, findings };
}

/** The draft with a rule for whoever edits it. */
function forReview(file: CirculatedFile, editing: Editing): CirculatedFile {
  const zip = readZip(file.bytes);
  const name = 'word/settings.xml';
  const settings = 'archive' in zip ? partText(zip.archive, name) : undefined;
  if (settings === undefined) return file;
  const patched = patchZip(file.bytes, [textPart(name, settingsFor(editing, settings))]);
  if ('problem' in patched) return file;
  return { ...file, bytes: patched.bytes, sha256: contentHash(patched.bytes) };
}

/** A sheet of eight columns is printed across. */
function across(bytes: Uint8Array): Uint8Array {
  const zip = readZip(bytes);
  if ('problem' in zip) return bytes;
  const name = 'word/document.xml';
  const text = partText(zip.archive, name);
  if (text === undefined) return bytes;
  const turned = landscape(text, SHEET_WIDTHS);
  const foot = 'word/footer1.xml';
  const footer = partText(zip.archive, foot);
  const feet = footer === undefined ? [] : [textPart(foot, footAcross(footer, turned))];
  const patched = patchZip(bytes, [textPart(name, turned), ...feet]);
  return 'problem' in patched ? bytes : patched.bytes;
}

interface Beside {
  readonly drafts: readonly CirculatedFile[];
  readonly forms: readonly ZipPart[];
  readonly findings: Finding[];
}

async function coverAndSheets(request: PackageRequest, { drafts, forms, findings }: Beside): Promise<ZipPart[]> {
  const { world, process, call, editing, recipient, pair } = request;
  const { words, language } = packWords(request.language);
  const name = nameOf(recipient, process);
  const title = [pair.clean.meta.title, call.stage.title].filter(Boolean).join(words.comma);
  const frame = {
    process,
    kind: words.cover,
    date: call.date,
    distribution: pair.clean.meta.distribution,
    language,
    direction: directionOf(language),
  };
  const sheet = fileName(words.sheet.toLowerCase());
  const since = process.stages.find(({ id }) => id === call.since)?.title ?? call.since ?? '';
  const listed: [string, string][] = [
    ...drafts.map((file): [string, string] => [
      file.name,
      file.version === 'clean' ? words.clean : filled(words.markedUp, since),
    ]),
    [`${sheet}.docx, ${sheet}.xlsx`, words.sheetHelp],
    ...forms.map((file): [string, string] => [file.name, words.questionnaire]),
  ];
  const { deadline } = call;
  const about = { words, frame, name, title, deadline, editing, files: listed, form: forms.length > 0 };
  const cover = await docxOf(world, {
    document: coverDocument(about),
    stem: `00-${fileName(words.cover.toLowerCase())}`,
    findings,
  });
  const upright = await docxOf(world, { document: sheetDocument(about), stem: sheet, findings });
  const table = upright.map((one) => ({ ...one, bytes: across(one.bytes) }));
  return [...cover, ...table, { name: `${sheet}.xlsx`, bytes: sheetWorkbook(about) }];
}

function nameOf({ stakeholder, group }: Recipient, { groups = [] }: Process): string {
  return stakeholder?.name ?? groups.find(({ id }) => id === group)?.title ?? group;
}

interface Rendering {
  readonly document: Document;
  readonly stem: string;
  readonly findings: Finding[];
}

async function docxOf(world: World, { document, stem, findings }: Rendering): Promise<ZipPart[]> {
  const assets = formatAssets(world, undefined, (finding) => findings.push(finding));
  const files = await renderOutputs([{ stem, document }], ['docx'], assets);
  return files.map(({ bytes, extension }) => ({ name: `${stem}.${extension}`, bytes }));
}

/** The questionnaires of the group in the rounds that consult on the stage, as forms to fill in. */
async function questionnaires(request: PackageRequest, findings: Finding[]): Promise<ZipPart[]> {
  const { world, process, call, recipient, language } = request;
  const rounds = (process.rounds ?? []).filter(({ on }) => on === call.stage.id).map(({ id }) => id);
  const { loadQuestionnaires } = await import('../workspace/questionnaires.ts');
  const { questionnaireSets } = await import('../text/questionnaire/merge-translations.ts');
  const { guideDocument } = await import('./guide-documents.ts');
  const loaded = await loadQuestionnaires(world);
  const sets = questionnaireSets(loaded.questionnaires, process.language).filter(
    ({ source: { frontMatter } }) => frontMatter.group === recipient.group && rounds.includes(frontMatter.round ?? ''),
  );
  const files: ZipPart[] = [];
  for (const set of sets) {
    const known = [set.source, ...set.translations].map((one) => one.language);
    const own = known.find((one) => one === language) ?? set.source.language;
    const document = await guideDocument(world, process, { set, shape: 'form', style: 'standard', language: own });
    files.push(...(await docxOf(world, { document, stem: `${fileName(set.id)}.${own}`, findings })));
  }
  return files;
}
