import fc, { type Arbitrary } from 'fast-check';

/**
 * How many texts a property is tried on.
 *
 * @param numRuns How many, unless the environment says so.
 */
export function runs(numRuns: number): { readonly numRuns: number } {
  return { numRuns: Number(process.env.PENHOLDER_PROPERTY_RUNS ?? numRuns) };
}

/** Words, and words that carry something: what lines are made of. */
export interface Vocabulary {
  readonly word: Arbitrary<string>;
  readonly span: Arbitrary<string>;
}

/** Lines of spans. */
export function lines({ span }: Vocabulary, maxLength: number): Arbitrary<string> {
  return fc.array(span, { minLength: 1, maxLength }).map((parts) => `So ${parts.join(' ')}`);
}

/** The kinds of block that every draft has: paragraphs, lists, tables and directives. Paragraphs are the most of them. */
export function blocksOf(word: Arbitrary<string>, line: Arbitrary<string>) {
  const value = word.map((text) => text.replaceAll('"', ''));
  return [
    { weight: 5, arbitrary: line },
    fc.array(line, { minLength: 1, maxLength: 4 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
    fc.tuple(line, line).map(([outer, inner]) => `1. ${outer}\n   - ${inner}`),
    fc
      .array(word, { minLength: 4, maxLength: 4 })
      .map(([a, b, c, d]) => `| ${a} | ${b} |\n| --- | --- |\n| ${c} | ${d} |`),
    fc
      .array(word, { minLength: 6, maxLength: 6 })
      .map((w) => `| ${w[0]} | ${w[1]} | ${w[2]} |\n| --- | --- | --- |\n| ${w[3]} | ${w[4]} | ${w[5]} |`),
    fc.tuple(value, line).map(([title, text]) => `:::box{title="On ${title}"}\n${text}\n:::`),
    fc.tuple(value, line).map(([term, text]) => `:::definition{term="${term}"}\n${text}\n:::`),
    fc.tuple(value, line).map(([who, text]) => `:::recommendation{for="${who}" by="2023"}\n${text}\n:::`),
    line.map((text) => `> ${text}`),
    fc.tuple(line, line).map((pair) => `:::alternatives\n${pair.join('\n\n')}\n:::`),
    fc.tuple(line, fc.constantFrom('p-aaaaaa1', 'p-aaaaaa2')).map(([text, id]) => `${text} ^${id}`),
  ] as const;
}

/** What an editor does to a block. */
export type Treatment =
  | 'keep'
  | 'drop'
  | 'last'
  | 'double'
  | 'unframe'
  | { readonly before: string }
  | { readonly append: string }
  | { readonly frame: string };

/** Where containers of directives begin, each with words of its own. */
const FRAMES = [':::recommendation{for="Them" by="2023"}', ':::box{title="On it"}', ':::alternatives'] as const;

/**
 * What an editor does to blocks, most of which are kept.
 *
 * @param others What is done beside: left out, put last, put twice.
 */
export function treatments(
  word: Arbitrary<string>,
  line: Arbitrary<string>,
  others: readonly Treatment[],
): Arbitrary<Treatment> {
  return fc.oneof(
    { weight: 5, arbitrary: fc.constant<Treatment>('keep') },
    fc.constantFrom(...others),
    line.map((before) => ({ before })),
    word.map((append) => ({ append })),
    fc.constantFrom(...FRAMES).map((frame) => ({ frame })),
    fc.constant<Treatment>('unframe'),
  );
}

/** A block in a frame, or out of the one it stood in. */
function framed(text: string, frame: string | undefined): string {
  const inside = /^:::[^\n]*\n([\s\S]*)\n:::$/u.exec(text)?.[1];
  if (frame === undefined) return inside ?? text;
  // A heading stands in no frame.
  return inside === undefined && !text.startsWith('#') ? `${frame}\n${text}\n:::` : text;
}

/** The blocks as they stand once each was treated. */
export function edit(source: readonly string[], done: readonly Treatment[]): string[] {
  const end: string[] = [];
  const kept = source.flatMap((text, index) => {
    const how = done[index] ?? 'keep';
    if (how === 'last') end.push(text);
    if (how === 'drop' || how === 'last') return [];
    if (how === 'double') return [text, text];
    if (how === 'keep') return [text];
    if (how === 'unframe') return [framed(text, undefined)];
    if ('frame' in how) return [framed(text, how.frame)];
    return 'before' in how ? [how.before, text] : [text.replace('So ', `So ${how.append} `)];
  });
  return [...kept, ...end];
}
