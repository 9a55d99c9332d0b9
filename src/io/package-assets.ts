import type { Assets } from '../model/contracts.ts';
import type { Finding } from '../model/finding.ts';
import { listAssets, packageFolder, readAsset } from './assets.ts';

/** What a program that renders Documents may give beside them. */
export interface RenderOptions {
  /** A picture of the text by its path; without this, pictures are named and not shown. */
  readonly picture?: (path: string) => Promise<Uint8Array | undefined>;
  /** Called with what a format could not carry. */
  readonly report?: (finding: Finding) => void;
}

/**
 * What formats need to render a Document: the styles, fonts and scripts of the package.
 *
 * @param options pictures of the text, and who is told what was left out
 * @throws where the program was torn out of its package
 */
export function packageAssets({ picture, report }: RenderOptions = {}): Assets {
  const folder = packageFolder();
  return {
    picture: picture ?? (async () => undefined),
    shipped: (path) => readAsset(folder, path),
    shippedIn: (under) => listAssets(folder, under),
    settings: {},
    report: report ?? (() => undefined),
  };
}
