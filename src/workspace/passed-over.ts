/** What lies in the folders of a workspace and is not read: said, never skipped in silence. */
import type { PassedOver, World } from '../io/world.ts';
import type { Finding } from '../model/finding.ts';

/**
 * Findings on what some folders hold and no listing gives.
 *
 * @param folders Workspace-relative; empty for all of it.
 */
export async function passedOverFindings(world: World, folders: readonly string[]): Promise<readonly Finding[]> {
  const found = new Map<string, Finding>();
  for (const passed of (await Promise.all(folders.map((folder) => world.passedOver(folder)))).flat()) {
    found.set(passed.path, SAID[passed.reason](passed.path));
  }
  return [...found.values()];
}

const SAID: Readonly<Record<PassedOver['reason'], (path: string) => Finding>> = {
  link: linkOutside,
  name: unspeakable,
  closed: (path) => ({
    ...unreadable(path),
    message: 'The system refuses to show what is in this folder, so none of it is read.',
    hint: 'Give yourself the right to read this folder, then run the command again.',
  }),
  deep: (path) => ({
    ...unreadable(path),
    message: 'This folder lies more than 64 folders deep, so nothing in it is read.',
    hint: 'Move it further up.',
  }),
};

/** Says that a link is not followed. */
export function linkOutside(path: string): Finding {
  return {
    check: 'workspace/link-outside',
    severity: 'warning',
    message: 'This is a link that leads out of the workspace or to nothing, and it is not followed.',
    why: 'A text from a stranger could make any file of this machine part of an output.',
    hint: 'Put the file itself here.',
    place: { file: path, line: 1, column: 1 },
  };
}

/** Says that a file is listed, and its content can not be had. */
export function unreadable(path: string): Finding {
  return {
    check: 'workspace/unreadable',
    severity: 'error',
    message: 'This file can not be read: the system refuses, or it is larger than 256 MB.',
    why: 'Nothing of it appears anywhere, as if it were not there.',
    hint: 'Give yourself the right to read it, or take it out of this folder, then run the command again.',
    place: { file: path, line: 1, column: 1 },
  };
}

function unspeakable(path: string): Finding {
  return {
    check: 'workspace/file-name',
    severity: 'error',
    message: `The name ${path.slice(path.lastIndexOf('/') + 1)} holds a backslash or bytes that are no UTF-8, so it is not read.`,
    why: 'Such a name means different things on different systems, and many can not even hold it.',
    hint: 'Rename it; letters, digits and hyphens work everywhere.',
    place: { file: path, line: 1, column: 1 },
  };
}
