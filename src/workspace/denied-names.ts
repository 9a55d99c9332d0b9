import type { World } from '../io/world.ts';
import type { Finding } from '../model/finding.ts';
import { type DeniedPlace, type DenyList, keyCheck, nameFinder } from '../text/deny-list.ts';
import { pointAt, sourceLines } from '../text/source-lines.ts';
import { workspaceKey } from './workspace-key.ts';

/** Keyed hashes of names that may stand nowhere; the names are in a list outside git. */
export const DENY_LIST_FILE = 'consultations/deny-list.json';

/** Finds names of the deny-list. */
export type FindDenied = (text: string) => readonly DeniedPlace[];

/** The deny-list ready for use, or what stands in the way. */
export type OpenDenyList =
  | { readonly find: FindDenied; readonly digest: string }
  | { readonly find?: never; readonly problem: Finding };

/** Opens the workspace's deny-list; undefined where there is none. */
export async function openDenyList(world: World): Promise<OpenDenyList | undefined> {
  const bytes = await world.read(DENY_LIST_FILE);
  if (bytes === undefined) return undefined;
  const source = new TextDecoder().decode(bytes);
  const list = parseDenyList(source);
  if (list === undefined) return { problem: unusable('This file is not a deny-list.', 'error') };
  const key = await workspaceKey(world);
  if (key === undefined || keyCheck(key) !== list.check) {
    return {
      problem: unusable(
        'The key of this deny-list is not on this machine, so the names in it were not looked for.',
        'info',
      ),
    };
  }
  return { find: nameFinder(list, key), digest: source };
}

function parseDenyList(source: string): DenyList | undefined {
  try {
    const value = JSON.parse(source) as Partial<DenyList> | null;
    const isList = (list: unknown): boolean => Array.isArray(list) && list.every((one) => typeof one === 'string');
    const whole = typeof value?.check === 'string' && typeof value.longest === 'number';
    return whole && value.longest !== undefined && value.longest <= 12 && isList(value.first) && isList(value.names)
      ? (value as DenyList)
      : undefined;
  } catch {
    return undefined;
  }
}

function unusable(message: string, severity: Finding['severity']): Finding {
  return {
    check: 'safeguarding/deny-list',
    severity,
    message,
    why: 'The list guards those whose names must appear nowhere.',
    hint: 'Get the file .penholder/keys/workspace.key from whoever made the list, or set PENHOLDER_KEY, or make the list anew with "penholder safeguard deny-list".',
    place: { file: DENY_LIST_FILE, line: 1, column: 1 },
  };
}

/**
 * Findings on names of the deny-list, each at its place and without the name.
 *
 * @param find Finds them.
 * @param source Whole text of the file.
 * @param file Workspace-relative path.
 */
export function deniedFindings(find: FindDenied, source: string, file: string): readonly Finding[] {
  const found = find(source);
  if (found.length === 0) return [];
  const lines = sourceLines(source);
  return found.map(({ start }) => {
    const { line, column } = pointAt(lines, start);
    return {
      check: 'safeguarding/denied-name',
      severity: 'error',
      message: 'Here stands a name of the deny-list.',
      why: 'Whoever is on it was promised to be named nowhere.',
      hint: 'Write the role instead of the person, as in "a participant".',
      place: { file, line, column },
    };
  });
}
