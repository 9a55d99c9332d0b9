import type { Assets } from '../../model/contracts.ts';
import type { Document } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import { attachmentPath, emitTypst, type TypstSource } from './emit.ts';
import { type Diagnostic, type Engine, type Job, MAIN, type Outcome, SETTINGS } from './engine.ts';
import { type Fonts, loadFonts } from './fonts.ts';
import { shorten } from './length.ts';
import { hasNative, nativeEngine } from './native.ts';
import { DEPTHS, flattenDeep } from './nesting.ts';
import { PAGE_MARK, type PageOf, readPages, withPageMarks } from './pages.ts';
import { loadPictures, type Picture } from './pictures.ts';
import { wasmEngine } from './wasm.ts';

/** A compiler that stays warm: an edited Document is compiled in a fraction of the first time. */
export interface PdfSession {
  /** Renders a Document; what it could not carry is reported through the session's assets. */
  readonly render: (document: Document) => Promise<Uint8Array>;
  /** Pages on which blocks begin; empty where the compiler can not tell. */
  readonly pages: (document: Document) => Promise<readonly PageOf[]>;
}

/** Broken pictures are found one at a time; after so many the rest must wait for the next run. */
const PICTURE_RETRIES = 8;

const LIBRARY = 'typst/penholder.typ';

/**
 * Opens a session for many renderings, as under `--watch`.
 * @param assets bytes from outside the Document
 */
export function createPdfSession(assets: Assets): PdfSession {
  const engines = new Map<string, Promise<Engine>>();
  const engineFor: EngineFor = (fonts, native) => {
    const engine = engines.get(fonts.key) ?? startEngine(fonts, native);
    engines.set(fonts.key, engine);
    return engine;
  };
  return {
    render: (document) => render(document, assets, engineFor),
    pages: (document) => findPages(document, assets, engineFor),
  };
}

/** Sets a Document without exporting it, and asks where its blocks begin. */
async function findPages(given: Document, assets: Assets, engineFor: EngineFor): Promise<readonly PageOf[]> {
  const { document } = shorten(given);
  const native = assets.settings.pdf !== 'wasm' && (await hasNative());
  const fonts = await loadFonts(document, assets, native);
  const [engine, library, pictures] = await Promise.all([
    engineFor(fonts, native),
    assets.shipped(LIBRARY),
    loadPictures(document, assets),
  ]);
  if (engine.query === undefined || library === undefined) return [];
  const kindOf = (url: string) => pictures.get(url)?.kind;
  const source = emitTypst(document, { kindOf, printable: fonts.printable, stacks: fonts.stacks });
  const job = jobFor(document, { ...source, main: withPageMarks(source) }, pictures, new TextDecoder().decode(library));
  return readPages(source, await engine.query(job, PAGE_MARK));
}

type EngineFor = (fonts: Fonts, native: boolean) => Promise<Engine>;

async function startEngine(fonts: Fonts, native: boolean): Promise<Engine> {
  const engine = native ? await nativeEngine(fonts.blobs) : undefined;
  return engine ?? (await wasmEngine(fonts.blobs));
}

async function render(given: Document, assets: Assets, engineFor: EngineFor): Promise<Uint8Array> {
  const { document, findings: cut } = shorten(given);
  const native = assets.settings.pdf !== 'wasm' && (await hasNative());
  const fonts = await loadFonts(document, assets, native);
  const [engine, library, pictures] = await Promise.all([
    engineFor(fonts, native),
    assets.shipped(LIBRARY),
    loadPictures(document, assets),
  ]);
  if (library === undefined)
    throw new Error(`The file ${LIBRARY} is missing from the installed package; install it again.`);
  const attempt = await compileWithoutBroken(document, fonts, pictures, engine, new TextDecoder().decode(library));
  for (const finding of [...cut, ...fonts.findings, ...attempt.source.findings, ...attempt.findings])
    assets.report(finding);
  const bytes = delivered(attempt, assets);
  const { spots } = attempt.source;
  return spots.length === 0 ? bytes : (await import('./fill-in.ts')).fillIn(bytes, spots);
}

interface Attempt {
  readonly source: TypstSource;
  readonly outcome: Outcome;
  readonly engine: Engine;
  /** What had to be changed for the typesetter. */
  readonly findings: readonly Finding[];
}

/** Compiles, and where a picture breaks the page, or a text is nested too deeply, compiles again without. */
async function compileWithoutBroken(
  whole: Document,
  fonts: Fonts,
  usable: Map<string, Picture>,
  engine: Engine,
  library: string,
): Promise<Attempt> {
  let document = whole;
  const depths = [...DEPTHS];
  const findings: Finding[] = [];
  for (let retry = 0; ; retry += 1) {
    const source = emitTypst(document, {
      kindOf: (url) => usable.get(url)?.kind,
      printable: fonts.printable,
      stacks: fonts.stacks,
    });
    const outcome = await engine.run(jobFor(document, source, usable, library));
    const depth = isTooDeep(outcome) ? depths.shift() : undefined;
    if (depth !== undefined) {
      const flat = flattenDeep(whole, depth);
      document = flat.document;
      findings.splice(0, 1, ...flat.findings);
      continue;
    }
    const broken = outcome.bytes === undefined && retry < PICTURE_RETRIES ? brokenPictures(source, outcome) : [];
    if (broken.length === 0) return { source, outcome, engine, findings };
    for (const url of broken) usable.delete(url);
  }
}

function isTooDeep({ bytes, diagnostics }: Outcome): boolean {
  return bytes === undefined && diagnostics.some(({ message }) => /depth exceeded/u.test(message));
}

function brokenPictures(source: TypstSource, outcome: Outcome): string[] {
  const failed = outcome.diagnostics.filter(({ severity }) => severity === 'error');
  const lines = source.main.split('\n');
  const inLine = ([name, use]: [string, { url: string }]): string[] =>
    failed.some(({ line, message }) => isPicture(message) && (line === undefined || lines[line]?.includes(name)))
      ? [use.url]
      : [];
  return [...source.pictures].flatMap(inLine);
}

function isPicture(message: string): boolean {
  return /image|svg|png|jpe?g|gif|webp/iu.test(message);
}

function jobFor(document: Document, source: TypstSource, pictures: ReadonlyMap<string, Picture>, library: string): Job {
  const files = new Map<string, Uint8Array>();
  for (const [name, use] of source.pictures) {
    const picture = pictures.get(use.url);
    if (picture !== undefined) files.set(name, picture.bytes);
  }
  document.meta.attachments.forEach((attachment, index) => {
    files.set(attachmentPath(index), attachment.bytes);
  });
  const sources = new Map([
    ['/penholder.typ', library],
    [SETTINGS, source.settings],
    [MAIN, source.main],
  ]);
  return { sources, files, epoch: document.meta.epoch };
}

function delivered({ source, outcome, engine }: Attempt, assets: Assets): Uint8Array {
  for (const diagnostic of outcome.diagnostics) assets.report(findingOf(diagnostic, source));
  if (outcome.bytes === undefined) {
    const reasons = outcome.diagnostics.map(({ message }) => message).join('; ');
    throw new Error(`The PDF could not be made: ${reasons || 'the compiler gave no reason'}.`);
  }
  if (outcome.notUniversal !== undefined) assets.report(notUniversal(outcome.notUniversal, engine));
  return outcome.bytes;
}

function findingOf(diagnostic: Diagnostic, source: TypstSource): Finding {
  const place = diagnostic.line === undefined ? undefined : source.lines[diagnostic.line];
  return {
    check: 'pdf/typesetting',
    severity: diagnostic.severity === 'error' ? 'error' : 'info',
    message: `The typesetter says of this passage: ${diagnostic.message}.`,
    why: diagnostic.severity === 'error' ? 'No PDF can be made of it.' : 'The page may not look as meant.',
    hint: 'Simplify the passage; if it is plain text, please report this as a fault of penholder.',
    place: place ?? { file: '', line: 1, column: 1 },
  };
}

function notUniversal(reason: string, engine: Engine): Finding {
  return {
    check: 'pdf/not-checked',
    severity: engine.kind === 'wasm' ? 'info' : 'warning',
    message: `This PDF does not conform to PDF/UA-1 throughout: ${reason}.`,
    why: 'Some public bodies only take documents that conform to PDF/UA.',
    hint:
      engine.kind === 'wasm'
        ? 'Compile it where the native compiler runs (Linux on x64) for the copy that is published.'
        : 'Mend what is named, then compile again.',
    place: { file: '', line: 1, column: 1 },
  };
}
