import type { World } from '../io/world.ts';
import type { ConsultationNote, NoteReading } from '../model/consultation-note.ts';
import type { Finding } from '../model/finding.ts';
import type { Process } from '../model/process.ts';
import { readFiles } from './cached-reading.ts';
import { baseName, FOLDERS, isMarkdown } from './layout.ts';
import { withInputFiles } from './note-inputs.ts';
import { processKey } from './process-key.ts';
import { safeguardingFindings } from './safeguarding-findings.ts';

/** All consultation notes of a workspace. */
export interface Notes {
  readonly notes: readonly ConsultationNote[];
  readonly findings: readonly Finding[];
  /** The notes as read, with the places that wait for review. */
  readonly readings?: readonly NoteReading[];
}

/** Reads every Markdown file in `consultations/`; a README there is for people. */
export async function loadNotes(world: World, process: Process): Promise<Notes> {
  const files = await world.list(FOLDERS.consultations);
  const readings = await readFiles<NoteReading>(
    world,
    files.filter(({ path }) => isMarkdown(path) && !/^readme\./iu.test(baseName(path))),
    {
      kind: 'notes',
      depends: processKey(process),
      load: async () => {
        const { readConsultationNote } = await import('../sources/consultation-note/read-consultation-note.ts');
        return (source, file) => readConsultationNote(source, file, process);
      },
      unread: (findings, file) => ({ file, findings }),
    },
  );
  const notes = readings.flatMap(({ note }) => (note === undefined ? [] : [note]));
  const guarded = await safeguardingFindings(world, files, readings);
  const findings = [...readings.flatMap((reading) => reading.findings), ...guarded, ...sameIds(notes)];
  const whole = await withInputFiles(world, { notes, findings, readings }, { files, process });
  if (!notes.some(({ frontMatter }) => mayOutrank(frontMatter))) return { ...whole, readings };
  const { markOutranked } = await import('../sources/consultation-note/outranked.ts');
  const marked = markOutranked(whole.notes);
  return { notes: marked.notes, findings: [...whole.findings, ...marked.findings], readings };
}

/** Whether a note may outrank others: what decides on it is loaded only then. */
function mayOutrank({ consolidates, capacity }: ConsultationNote['frontMatter']): boolean {
  return consolidates !== undefined || capacity === 'institutional';
}

function sameIds(notes: readonly ConsultationNote[]): readonly Finding[] {
  const first = new Map<string, string>();
  return notes.flatMap(({ id, file }): Finding[] => {
    const other = first.get(id);
    if (other === undefined) {
      first.set(id, file);
      return [];
    }
    return [
      {
        check: 'notes/duplicate-id',
        severity: 'error',
        message: `This consultation note has the same identity, ${id}, as ${other}.`,
        why: 'Its inputs and responses could not be told from the other one’s.',
        hint: 'Give it another file name or another `id`.',
        place: { file, line: 1, column: 1 },
      },
    ];
  });
}
