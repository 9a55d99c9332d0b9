import type { ListedFile, World } from '../io/world.ts';
import type { ConsultationNote, Input } from '../model/consultation-note.ts';
import type { Finding } from '../model/finding.ts';
import type { Process } from '../model/process.ts';
import type { Notes } from './notes.ts';
import { unreadable } from './passed-over.ts';

/** Files of inputs beside a note: `<name>.inputs/001.jsonl`. */
export const INPUT_FILE = /\.inputs\/\d+\.jsonl$/u;

/**
 * Adds to notes the inputs that are kept in files beside them, because a survey has too many for the note itself.
 *
 * @param world The World of the workspace.
 * @param read Notes as read from their own files.
 * @param context Files under `consultations/`, and the process.
 */
export async function withInputFiles(
  world: World,
  read: Notes,
  context: { readonly files: readonly ListedFile[]; readonly process: Process },
): Promise<Notes> {
  const byFolder = new Map<string, string[]>();
  for (const { path } of context.files.filter((file) => INPUT_FILE.test(file.path) && file.size > 0)) {
    const folder = path.slice(0, path.lastIndexOf('/'));
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), path]);
  }
  if (byFolder.size === 0) return read;
  const { readInputFile } = await import('../sources/survey/read-input-file.ts');
  const notes: ConsultationNote[] = [];
  const findings: Finding[] = [];
  const beside = new Set<string>();
  for (const note of read.notes) {
    const folder = `${note.file.replace(/\.(?:md|markdown)$/iu, '')}.inputs`;
    const inputs: Input[] = [];
    for (const path of (byFolder.get(folder) ?? []).sort()) {
      const bytes = await world.read(path);
      if (bytes === undefined) {
        findings.push(unreadable(path));
        continue;
      }
      const reading = readInputFile(bytes, path, { note, process: context.process });
      for (const input of reading.inputs) inputs.push(input);
      findings.push(...reading.findings);
    }
    byFolder.delete(folder);
    if (inputs.length > 0) beside.add(note.file);
    notes.push(inputs.length === 0 ? note : { ...note, inputs: [...note.inputs, ...inputs] });
  }
  const own = read.findings.filter(({ check, place }) => !(check === 'inputs/none' && beside.has(place.file)));
  return { notes, findings: [...own, ...findings, ...[...byFolder].map(orphan)] };
}

function orphan([folder, files]: readonly [string, readonly string[]]): Finding {
  const note = `${folder.replace(/\.inputs$/u, '')}.md`;
  return {
    check: 'inputs/no-note',
    severity: 'error',
    message: `These inputs have no consultation note beside them: ${note} is missing or does not hold.`,
    why: 'Without it nobody can tell whose inputs they are, and none of them is listed or answered.',
    hint: 'Restore the note, or correct what is reported about it.',
    place: { file: files[0] ?? folder, line: 1, column: 1 },
  };
}
