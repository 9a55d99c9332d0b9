import type { Assets, Format } from '../model/contracts.ts';
import type { Document } from '../model/document.ts';
import { createPdfSession, type PdfSession } from './pdf/compiler.ts';
import type { PageOf } from './pdf/pages.ts';

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

/**
 * Pages on which the blocks of a Document begin in its PDF.
 *
 * @returns nothing where the native compiler does not run
 */
export function pdfPages(document: Document, assets: Assets): Promise<readonly PageOf[]> {
  return sessionFor(assets).pages(document);
}

function sessionFor(assets: Assets): PdfSession {
  const session = sessions.get(assets) ?? createPdfSession(assets);
  sessions.set(assets, session);
  return session;
}
