import type { PageOf } from '../formats/pdf/pages.ts';
import { pdfPages } from '../formats/pdf.ts';
import type { World } from '../io/world.ts';
import type { ChangeLog, PassageRef } from '../model/change-log.ts';
import { formatAssets } from './assets.ts';
import type { ComposedStage } from './stages.ts';

/** The two texts that were compared. */
export interface PagedTexts {
  readonly from: ComposedStage;
  readonly to: ComposedStage;
}

/**
 * Tells of every passage the page it stands on in the PDF of its own stage.
 *
 * Inside a block that runs over several pages, such as a long list, it is the page on which the block begins.
 *
 * @param log the changes between the two texts
 */
export async function withPages(world: World, { from, to }: PagedTexts, log: ChangeLog): Promise<ChangeLog> {
  const [earlier, later] = [await pagesOf(world, from), await pagesOf(world, to)];
  return {
    ...log,
    changes: log.changes.map((change) => ({
      ...change,
      from: change.from.map((ref) => withPage(ref, earlier)),
      to: change.to.map((ref) => withPage(ref, later)),
    })),
  };
}

/**
 * Makes a function that tells the page of a passage in the PDF of its stage.
 *
 * @param stage The composed stage; its pages are set once.
 */
export async function pageFinder(world: World, stage: ComposedStage): Promise<(ref: PassageRef) => number | undefined> {
  const pages = await pagesOf(world, stage);
  return (ref) => withPage(ref, pages).page;
}

type Pages = ReadonlyMap<string, readonly PageOf[]>;

async function pagesOf(world: World, { text, document }: ComposedStage): Promise<Pages> {
  const assets = formatAssets(world, text, () => undefined);
  const byFile = new Map<string, PageOf[]>();
  for (const page of await pdfPages({ ...document, meta: { ...document.meta, attachments: [] } }, assets)) {
    const known = byFile.get(page.file);
    if (known === undefined) byFile.set(page.file, [page]);
    else known.push(page);
  }
  for (const pages of byFile.values()) pages.sort((a, b) => a.line - b.line);
  return byFile;
}

function withPage(ref: PassageRef, pages: Pages): PassageRef {
  const known = ref.file === '' ? [] : (pages.get(ref.file) ?? []);
  const page = lastUpTo(known, ref.startLine)?.page;
  return page === undefined ? ref : { ...ref, page };
}

/** The last block that begins at or before a line. */
function lastUpTo(pages: readonly PageOf[], line: number): PageOf | undefined {
  let [low, high] = [0, pages.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pages[middle]?.line ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return pages[low - 1];
}
