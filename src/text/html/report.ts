import type { Nodes } from 'mdast';
import { type MarkdownContext, report, startOf, type Trouble } from '../markdown/context.ts';
import type { Removal } from './clean.ts';
import type { Markup } from './markup.ts';
import type { Converted } from './to-mdast.ts';

const REMOVALS: Readonly<Record<Removal['kind'], (name: string, target: string) => Trouble>> = {
  dropped: (name, target) => ({
    check: 'text/html-dropped',
    severity: 'warning',
    message: `The HTML element <${name}>${target} is left out.`,
    why: 'A document cannot carry what runs, loads or draws by itself.',
    hint: 'Say in words or with a link what the reader should find there.',
  }),
  stripped: (name) => ({
    check: 'text/html-form',
    severity: 'info',
    message: `The tag <${name}> is left out; the text in it is kept.`,
    why: 'A document has no forms of this kind.',
  }),
  unknown: (name) => ({
    check: 'text/html-unknown',
    severity: 'info',
    message: `"${name}" looks like HTML but is no element of it; it is kept as text.`,
    hint: 'If it is a blank to be filled in, write it in square brackets.',
  }),
  broken: (name) => ({
    check: 'text/html-broken',
    severity: 'warning',
    message: `"${name}" begins a tag or comment that is never closed; it is kept as text.`,
    hint: 'Close it with ">" or "-->".',
  }),
  declaration: (name) => ({
    check: 'text/html-declaration',
    severity: 'warning',
    message: `"${name}" is an instruction to a program; it is left out.`,
  }),
};

/** Reports what of some HTML could not be carried. */
export function reportConversion(context: MarkdownContext, markup: Markup, { merged }: Converted): void {
  for (const { kind, name, target, offset } of markup.removals) {
    const shown = target === undefined ? '' : ` for "${target.length > 40 ? `${target.slice(0, 39)}…` : target}"`;
    report(context, offset, REMOVALS[kind](name.slice(0, 40), shown));
  }
  const [first] = markup.nodes;
  if (!merged || !first) return;
  report(context, startOf(first), {
    check: 'text/merged-cells',
    severity: 'info',
    message: 'Merged cells of this table become one filled cell and empty ones.',
  });
}

/** Reports HTML that is kept as the text it is. */
export function reportKept(context: MarkdownContext, node: Nodes): void {
  report(context, startOf(node), {
    check: 'text/html-kept',
    severity: 'warning',
    message: 'This HTML cannot be converted; it is kept as the text it is.',
    hint: 'Write it in Markdown.',
  });
}
