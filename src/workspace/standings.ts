import type { RepositoryState, World } from '../io/world.ts';
import type { ClearanceRecord, ClearanceState } from '../model/clearance.ts';
import type { Process } from '../model/process.ts';
import type { FrozenStage } from '../model/workspace.ts';
import { clearanceState } from './clearance-state.ts';
import { committedFileIds, type FileIds, workingFileIds } from './clearance-text.ts';
import { decodeText } from './decode.ts';
import { PROCESS_FILE } from './layout.ts';
import { loadProcess } from './load-process.ts';
import { committedFiles } from './stage-files.ts';
import { freezesOf } from './stage-tags.ts';

/**
 * How the clearances of all stages stand: those of a frozen stage are held against its freeze, the others against the
 * text as it stands.
 *
 * @param world The World of the workspace, with a git that tells what was changed.
 * @param records As read; nothing is asked of git where there are none.
 */
export async function clearanceStates(
  world: World,
  process: Process,
  records: readonly ClearanceRecord[],
): Promise<readonly ClearanceState[]> {
  if (records.length === 0) return [];
  const state = await world.git.state();
  const tags = state.kind === 'ready' ? await world.git.tags() : [];
  let working: Promise<FileIds> | undefined;
  const asItStands = () => {
    working ??= workingFileIds(world, process);
    return working;
  };
  return Promise.all(
    records.map(async (record) => {
      const stage = process.stages.find(({ id }) => id === record.stage);
      const frozen = stage === undefined ? undefined : freezesOf(stage, state.prefix, tags).at(-1);
      const files = frozen === undefined ? await asItStands() : await frozenFileIds(world, { process, state, frozen });
      return clearanceState(record, { files, frozen: frozen !== undefined, process, today: world.today() });
    }),
  );
}

/** The files of a frozen stage that are cleared, picked as its own process says. */
export async function frozenFileIds(
  world: World,
  { process, state, frozen }: { process: Process; state: RepositoryState; frozen: FrozenStage },
): Promise<FileIds> {
  const { commit, stage } = frozen;
  const { prefix } = state;
  const files = await committedFiles(world, commit, prefix);
  const bytes = (await files.contents([PROCESS_FILE])).get(PROCESS_FILE);
  const source = bytes === undefined ? undefined : decodeText(bytes, PROCESS_FILE).text;
  const own = source === undefined ? undefined : (await loadProcess(world, source)).process;
  const { language, languages, text } = own ?? process;
  const where = stage.text ?? text;
  const place = {
    language,
    ...(languages !== undefined && { languages }),
    ...(where !== undefined && { text: where }),
  };
  return committedFileIds(world, { commit, prefix, process: place });
}
