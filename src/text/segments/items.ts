/** What is certain of the list item that is open. */
export interface ItemState {
  /** Whether a list may have begun in this segment. */
  readonly listSeen: boolean;
  /** Column from which lines surely belong to the open item of a list at the margin. */
  readonly content: number | undefined;
}

const MARKER = /^( {0,3})([-+*]|\d{1,9}[.)])(?:([ \t]+)(\S.*)|[ \t]*$)/u;
const THEMATIC_BREAK = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/u;

/**
 * Follows which list item is open.
 *
 * @param item Before the line.
 * @param text A line with words on it, outside all regions.
 */
export function nextItem(
  item: ItemState,
  text: string,
  { indent, afterBlank }: { readonly indent: number; readonly afterBlank: boolean },
): ItemState {
  if (item.content !== undefined && indent >= item.content) return item;
  const marker = indent <= 3 ? MARKER.exec(text) : null;
  if (marker === null) return item.content === undefined ? item : { ...item, content: undefined };
  const content = THEMATIC_BREAK.test(text) ? undefined : contentColumn(marker);
  if (content === undefined) return { listSeen: true, content: undefined };
  if (afterBlank) return { listSeen: true, content };
  // Right below an item it may be one more, or a line of its text.
  return { listSeen: true, content: item.content === undefined ? undefined : Math.max(content, item.content) };
}

/** Undefined where the item begins with nothing, or with tabs. */
function contentColumn([, before = '', mark = '', space = '', rest]: RegExpExecArray): number | undefined {
  if (rest === undefined || space.includes('\t')) return undefined;
  const width = before.length + mark.length;
  return width + (space.length <= 4 ? space.length : 1);
}
