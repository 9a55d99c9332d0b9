import type { Format } from '../model/contracts.ts';
import { createPdfSession } from './pdf/compiler.ts';

/** Tagged, paginated PDF, set by Typst. */
export const pdf: Format = {
  id: 'pdf',
  extension: 'pdf',
  mediaType: 'application/pdf',
  about: 'A typeset document to print and to read aloud: PDF/UA-1, with contents, footnotes and running headers.',
  render: (document, assets) => createPdfSession(assets).render(document),
};
