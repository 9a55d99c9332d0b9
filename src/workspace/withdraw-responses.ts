import { isMap, isSeq, parseDocument, stringify, type YAMLMap } from 'yaml';

/** What is said in the place of the reason, which may hold words of who withdrew. */
const REASON = 'Withdrawn by its contributor.';

/** An entry of the file and the piece of the source it stands in. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The responses to a note with those to some inputs marked withdrawn; inputs without a response get one.
 * Passages stay, so that it can be seen what rests on them. All other entries and all comments stay byte for byte.
 *
 * @param source Text of the file; empty where there is none.
 * @param inputs Ids of the inputs.
 * @param date Day of the withdrawal.
 */
export function withdrawnResponses(source: string, inputs: readonly string[], date: string): string {
  const list: unknown = parseDocument(source).contents;
  const items = isSeq(list) ? list.items.filter((item): item is YAMLMap => isMap(item)) : [];
  const own = items.filter((item) => inputs.includes(String(item.get('input') ?? '')));
  const pieces = own.map((item) => pieceOf(source, item, date)).sort((a, b) => b.start - a.start);
  const marked = pieces.reduce(
    (text, { start, end, text: piece }) => text.slice(0, start) + piece + text.slice(end),
    source,
  );
  const answered = new Set(own.map((item) => String(item.get('input'))));
  const added = inputs.filter((input) => !answered.has(input)).map((input) => entry({ input }, date));
  if (added.length === 0) return marked;
  // A list in brackets, `[]`, has no room for further entries; there is nothing else in such a file.
  const before = items.length === 0 ? '' : marked.replace(/\n*$/u, '\n');
  const indent = ' '.repeat(items.length === 0 ? 0 : Math.max(0, columnOf(source, items[0]) - 2));
  return before + added.map((text) => indented(`- ${indented(text, '  ').trimStart()}`, indent)).join('');
}

function pieceOf(source: string, item: YAMLMap, date: string): Piece {
  const [start = 0, end = 0] = item.range ?? [];
  const whole = source.slice(start, end);
  const last = start + whole.trimEnd().length;
  const passages: unknown = (item.toJSON() as { passages?: unknown }).passages;
  const kept = { input: String(item.get('input')), ...(Array.isArray(passages) && { passages }) };
  const text = indented(entry(kept, date), ' '.repeat(columnOf(source, item)));
  return { start, end: last, text: text.trim() };
}

function entry({ input, passages }: { input: string; passages?: unknown }, date: string): string {
  const head = { input, decision: 'withdrawn', reason: REASON };
  return stringify({ ...head, ...(passages !== undefined && { passages }), date }, { lineWidth: 0 });
}

/** Spaces before the first key of an entry. */
function columnOf(source: string, item: YAMLMap | undefined): number {
  const [start = 2] = item?.range ?? [];
  return start - (source.lastIndexOf('\n', start - 1) + 1);
}

function indented(text: string, indent: string): string {
  return text.replace(/^(?=.)/gmu, indent);
}
