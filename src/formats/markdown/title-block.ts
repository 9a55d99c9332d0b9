import { fill, formatDate } from '../../model/labels.ts';
import type { MarkdownContext } from './context.ts';
import { escapeLineStarts, escapeWords } from './escape.ts';

/** The title, what the document is, and its markings. */
export function titleBlock(context: MarkdownContext): string {
  const { meta } = context;
  const subtitle = meta.subtitle === undefined ? '' : escapeLineStarts(escapeWords(meta.subtitle));
  return [`# ${escapeWords(meta.title).trim()}`, subtitle, facts(context), markings(context)]
    .filter((part) => part !== '')
    .join('\n\n');
}

function facts({ meta, words }: MarkdownContext): string {
  const stage = meta.stage?.title;
  const parts = [
    meta.symbol,
    stage === undefined || stage === meta.kind ? meta.kind : `${stage} – ${meta.kind}`,
    meta.date === undefined ? undefined : formatDate(meta.date, meta.language),
    meta.version === undefined ? undefined : `${words.version}${words.colon}${meta.version}`,
    meta.authors.length === 0 ? undefined : `${words.authors}${words.colon}${meta.authors.join(', ')}`,
  ];
  const known = parts.filter((part) => part !== undefined && part !== '') as string[];
  return escapeLineStarts(known.map((part) => escapeWords(part)).join(' · '));
}

function markings({ meta, words }: MarkdownContext): string {
  const date = meta.embargo === undefined ? undefined : formatDate(meta.embargo, meta.language);
  const lines = [
    meta.notice,
    meta.distribution === 'public' ? undefined : words.distribution[meta.distribution],
    meta.notForCitation ? words.draftNotForCitation : undefined,
    date === undefined ? undefined : fill(words.embargoedUntil, { date }),
  ].filter((marking) => marking !== undefined && marking !== '') as string[];
  return lines.map((marking) => `> **${escapeWords(marking.trim())}**`).join('\n>\n');
}
