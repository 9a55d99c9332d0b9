import type { Ingested, Source, SourceContext } from '../model/contracts.ts';
import { contentHash } from '../text/fingerprint.ts';
import { convertNote } from './ingest/convert.ts';
import { decodeText } from './ingest/decode.ts';

/** Written submissions as HTML pages; they become Markdown, without pictures and without anything that runs. */
export const htmlDocument: Source = {
  id: 'html-document',
  about: 'Written submissions as HTML pages',
  accepts: (name, head) => /\.x?html?$/iu.test(name) || (!/\.[^.]+$/u.test(name) && looksLikeHtml(head)),
  read,
};

function looksLikeHtml(head: Uint8Array): boolean {
  return /^\s*(?:<!--[^>]*-->\s*)*<(?:!doctype\s+html|html)[\s>]/iu.test(new TextDecoder('latin1').decode(head));
}

async function* read(bytes: Uint8Array, context: SourceContext): AsyncGenerator<Ingested> {
  const { text, findings } = decodeText(bytes, context.name);
  if (text === undefined) {
    for (const finding of findings) yield { type: 'finding', finding };
    return;
  }
  // The HTML parser is heavy; only who ingests HTML pays for it.
  const { htmlToMarkdown } = await import('./ingest/html-to-markdown.ts');
  const page = htmlToMarkdown(text, context.name);
  const all = [...findings, ...page.findings];
  if (page.markdown === undefined) {
    for (const finding of all) yield { type: 'finding', finding };
    return;
  }
  yield convertNote({ text: page.markdown, said: page.said, sha256: contentHash(bytes), context, findings: all });
}
