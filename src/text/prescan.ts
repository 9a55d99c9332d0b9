import type { Finding } from '../model/finding.ts';
import { LIMIT_WORDS, LIMITS } from './prescan/limits.ts';
import { type LiteralBlock, scanBlocks } from './prescan/scan.ts';
import { lineText, type SourceLines, sourceLines } from './source-lines.ts';

/** What the pre-scan found. */
export interface Prescan {
  /** Same lines; in place of a literal block stand a heading of `x` and blank lines, but none behind the last block of all. */
  readonly safe: string;
  readonly literalBlocks: readonly LiteralBlock[];
  readonly findings: readonly Finding[];
  /** Whether the file is better parsed under a time limit. */
  readonly suspicious: boolean;
}

/**
 * Looks through Markdown in one pass for what would take a parser too long, and takes it out of the parser's way.
 *
 * @param source The whole file.
 * @param file Its workspace-relative path.
 */
export function prescan(source: string, file: string): Prescan {
  if (last?.source !== source || last.file !== file) last = { source, file, found: scan(source, file) };
  return last.found;
}

/** Whoever decides how a file is parsed has it scanned just before the parser does. */
let last: { readonly source: string; readonly file: string; readonly found: Prescan } | undefined;

function scan(source: string, file: string): Prescan {
  const lines = sourceLines(source);
  const { blocks, cost, longest } = scanBlocks(lines);
  const findings = blocks.map((block) => tooMuch(block, file));
  const suspicious = blocks.length > 0 || longest > LIMITS.file / 8 || cost > 20_000_000;
  return { safe: blocks.length > 0 ? mask(lines, blocks) : source, literalBlocks: blocks, findings, suspicious };
}

function mask(lines: SourceLines, blocks: readonly LiteralBlock[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { startLine, endLine } of blocks) {
    // What ends the file is cut off behind its first line: millions of blank lines cost a parser time too.
    const isTail = endLine === lines.starts.length;
    for (let line = startLine; line <= (isTail ? startLine : endLine); line++) {
      const start = lines.starts[line - 1] ?? 0;
      const text = lineText(lines, line);
      parts.push(lines.source.slice(from, start), line === startLine ? inert(text) : text.replaceAll(/[^\t]/gu, ' '));
      from = isTail ? lines.source.length : start + text.length;
    }
  }
  parts.push(lines.source.slice(from));
  return parts.join('');
}

/** A heading ends whatever was open before it and leaves nothing open after it; the lines below it become blank. */
function inert(line: string): string {
  return line.length < 2 ? '#' : `# ${'x'.repeat(line.length - 2)}`;
}

function tooMuch(block: LiteralBlock, file: string): Finding {
  return {
    check: 'text/literal-block',
    severity: 'warning',
    message: `This block ${LIMIT_WORDS[block.reason]}; it is kept as the text it is, without formatting.`,
    why: 'Such a block can take minutes to parse.',
    hint: 'Divide it with blank lines, or take out the marks that mean nothing.',
    place: { file, line: block.startLine, column: 1 },
  };
}
