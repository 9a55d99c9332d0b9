import type { World } from '../io/world.ts';
import type { Assets } from '../model/contracts.ts';
import type { Finding } from '../model/finding.ts';
import { WORKING } from '../model/vocabulary.ts';
import type { StageText } from '../model/workspace.ts';
import { isLfsPointer, lfsPointer } from '../workspace/stage-files.ts';

/**
 * What formats may read beside the Document: pictures of the text, shipped fonts and templates.
 *
 * @param text Where pictures come from: the stage's own tree; undefined where the Document has none.
 * @param report Called with what a format could not carry.
 */
export function formatAssets(world: World, text: StageText | undefined, report: (finding: Finding) => void): Assets {
  const forced = world.env('PENHOLDER_PDF');
  return {
    picture: async (path) => {
      const bytes = await (text === undefined ? world.read(path) : text.asset(path));
      if (bytes === undefined || !isLfsPointer(bytes)) return bytes;
      report(lfsPointer(path, text?.commit === undefined || text.id === WORKING ? 'working' : 'stages'));
      return undefined;
    },
    shipped: (path) => world.asset(path),
    shippedIn: (folder) => world.assets(folder),
    settings: forced === undefined ? {} : { pdf: forced },
    report,
  };
}

/** Assets that stay the same object from one run to the next, so that a format can keep its compiler warm. */
export interface ChangingAssets {
  /** The assets, from now on those of another run; what {@link formatAssets} takes. */
  readonly of: (text: StageText | undefined, report: (finding: Finding) => void) => Assets;
}

/** Assets for a command that renders again and again, one run after the other. */
export function changingAssets(world: World): ChangingAssets {
  let current = formatAssets(world, undefined, () => undefined);
  const assets: Assets = {
    ...current,
    picture: (path) => current.picture(path),
    report: (finding) => current.report(finding),
  };
  return {
    of: (text, report) => {
      current = formatAssets(world, text, report);
      return assets;
    },
  };
}
