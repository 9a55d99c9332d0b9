import type { Assets, Format } from '../model/contracts.ts';
import { createPdfSession, type PdfSession } from './pdf/compiler.ts';

/** One compiler for all that is rendered with the same assets: its second document costs a fraction of the first. */
const sessions = new WeakMap<Assets, PdfSession>();

/** Tagged, paginated PDF, set by Typst. */
export const pdf: Format = {
  id: 'pdf',
  extension: 'pdf',
  mediaType: 'application/pdf',
  about: 'A typeset document to print and to read aloud: PDF/UA-1, with contents, footnotes and running headers.',
  render: (document, assets) => sessionFor(assets).render(document),
};

function sessionFor(assets: Assets): PdfSession {
  const session = sessions.get(assets) ?? createPdfSession(assets);
  sessions.set(assets, session);
  return session;
}
