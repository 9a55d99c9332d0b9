/** Turns the pages of a Word file of our own, so that a wide table has room. */

/** In twentieths of a point. */
const MARGIN = 1440;

/**
 * The part with the text, printed across, with its tables as wide as the page.
 *
 * @param text The part.
 * @param shares How wide each column of its tables is, against the others.
 */
export function landscape(text: string, shares: readonly number[]): string {
  const size = /<w:pgSz w:w="(\d+)" w:h="(\d+)"\/>/u.exec(text);
  if (size === null) return text;
  const [, width = '', height = ''] = size;
  const room = Number(height) - 2 * MARGIN;
  const all = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((room * share) / all));
  const turned = usual(text).replace(size[0], `<w:pgSz w:w="${height}" w:h="${width}" w:orient="landscape"/>`);
  return turned.replace(/<w:tbl>.*?<\/w:tbl>/gsu, (table) => widened(table, widths));
}

/**
 * The part with the foot of pages, whose right end goes where it is on pages printed across.
 *
 * @param footer The part.
 * @param text The part with the text, printed across.
 */
export function footAcross(footer: string, text: string): string {
  const width = /<w:pgSz w:w="(\d+)" [^>]*w:orient="landscape"/u.exec(text)?.[1];
  if (width === undefined) return footer;
  return footer.replace(/(<w:tab w:val="right" w:pos=")\d+"/u, `$1${Number(width) - 2 * MARGIN}"`);
}

/** Words that were made small for a narrower page, in their usual size. */
function usual(text: string): string {
  return text
    .replaceAll(/w:val="(TableText|TableHead)Small"/gu, 'w:val="$1"')
    .replaceAll(/<w:tblCellMar>.*?<\/w:tblCellMar>/gu, '');
}

function widened(table: string, widths: readonly number[]): string {
  const all = widths.reduce((sum, width) => sum + width, 0);
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return table
    .replace(/<w:tblW w:w="\d+"/u, `<w:tblW w:w="${all}"`)
    .replace(/<w:tblGrid>.*?<\/w:tblGrid>/su, `<w:tblGrid>${grid}</w:tblGrid>`)
    .replace(/<w:tr[ >].*?<\/w:tr>/gsu, (row) => {
      let at = 0;
      return row.replace(/<w:tcW w:w="\d+"/gu, () => {
        at += 1;
        return `<w:tcW w:w="${widths[at - 1] ?? 0}"`;
      });
    });
}
