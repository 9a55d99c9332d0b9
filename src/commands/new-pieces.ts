import type { World } from '../io/world.ts';

const FOLDER = 'templates/questionnaires';

/**
 * The pieces of questionnaires that come with the program.
 *
 * @returns Text by path below `templates/questionnaires/`.
 */
export async function loadPieces(world: World): Promise<ReadonlyMap<string, string>> {
  const paths = await world.assets('questionnaires');
  const decoder = new TextDecoder();
  const texts = await Promise.all(
    paths.map(async (path) => {
      const name = path.slice(path.indexOf('questionnaires/') + 'questionnaires/'.length);
      const bytes = await world.asset(`${FOLDER}/${name}`);
      return [name, decoder.decode(bytes)] as const;
    }),
  );
  return new Map(texts);
}
