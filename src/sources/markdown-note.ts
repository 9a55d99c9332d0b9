import type { Ingested, Source, SourceContext } from '../model/contracts.ts';
import { contentHash } from '../text/fingerprint.ts';
import { convertNote } from './ingest/convert.ts';
import { decodeText } from './ingest/decode.ts';

/**
 * Consultation notes and written submissions in Markdown or plain text, with our front matter, another system's or none.
 *
 * Keys of other systems (Jekyll, Hugo, minutes, events) are mapped where they can be; the rest is kept under `foreign`.
 */
export const markdownNote: Source = {
  id: 'markdown-note',
  about: 'Consultation notes, minutes and written submissions in Markdown or plain text',
  accepts: (name) => /\.(?:md|markdown|mdown|mkd|txt)$/iu.test(name),
  read,
};

async function* read(bytes: Uint8Array, context: SourceContext): AsyncGenerator<Ingested> {
  const { text, findings } = decodeText(bytes, context.name);
  if (text === undefined) {
    for (const finding of findings) yield { type: 'finding', finding };
    return;
  }
  yield convertNote({ text, sha256: contentHash(bytes), context, findings });
}
