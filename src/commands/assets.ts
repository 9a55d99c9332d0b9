import type { World } from '../io/world.ts';
import type { Assets } from '../model/contracts.ts';
import type { Finding } from '../model/finding.ts';
import type { StageText } from '../model/workspace.ts';

/**
 * What formats may read beside the Document: pictures of the text, shipped fonts and templates.
 *
 * @param text Where pictures come from: the stage's own tree; undefined where the Document has none.
 * @param report Called with what a format could not carry.
 */
export function formatAssets(world: World, text: StageText | undefined, report: (finding: Finding) => void): Assets {
  const forced = world.env('PENHOLDER_PDF');
  return {
    picture: async (path) => (text === undefined ? world.read(path) : text.asset(path)),
    shipped: (path) => world.asset(path),
    shippedIn: (folder) => world.assets(folder),
    settings: forced === undefined ? {} : { pdf: forced },
    report,
  };
}
