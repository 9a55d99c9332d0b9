/** LibreOffice as a reader of tracked changes: it accepts or rejects all of them, and saves what is left. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openProfile } from './profile.ts';

const MACRO = `
Sub Resolve(job As String)
  Dim sfa As Object, stream As Object, doc As Object, parts, helper As Object, said As String
  sfa = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  stream = createUnoService("com.sun.star.io.TextInputStream")
  stream.setInputStream(sfa.openFileRead(job))
  stream.setEncoding("UTF-8")
  Do While Not stream.isEOF()
    said = Replace(stream.readLine(), Chr(10), "")
    parts = Split(said, Chr(9))
    If UBound(parts) = 2 Then
      doc = StarDesktop.loadComponentFromURL(parts(1), "_blank", 0, Array(Prop("Hidden", True)))
      Rem Of a change in a change the outer one is left by the first round.
      helper.executeDispatch(doc.getCurrentController().getFrame(), ".uno:" & parts(0) & "AllTrackedChanges", "", 0, Array())
      helper.executeDispatch(doc.getCurrentController().getFrame(), ".uno:" & parts(0) & "AllTrackedChanges", "", 0, Array())
      doc.storeToURL(parts(2), Array(Prop("FilterName", "MS Word 2007 XML")))
      doc.close(True)
    End If
  Loop
  stream.closeInput()
  StarDesktop.terminate()
End Sub
`;

/** A Word file with its changes accepted, and with them rejected. */
export interface Resolved {
  readonly accepted: Uint8Array;
  readonly rejected: Uint8Array;
}

/** A LibreOffice that resolves changes; undefined where Writer is not installed. */
export function openResolver():
  | { readonly resolve: (files: readonly Uint8Array[]) => Resolved[]; readonly close: () => void }
  | undefined {
  const profile = openProfile('Resolver', MACRO);
  if (profile === undefined) return undefined;
  const { folder, soffice, close } = profile;
  const resolve = (files: readonly Uint8Array[]): Resolved[] => {
    mkdirSync(join(folder, 'resolved'), { recursive: true });
    const path = (at: number, name: string) => join(folder, 'resolved', `${at}-${name}.docx`);
    const lines = files.flatMap((bytes, at) => {
      writeFileSync(path(at, 'marked'), bytes);
      return ['Accept', 'Reject'].map((act) =>
        [act, `file://${path(at, 'marked')}`, `file://${path(at, act)}`].join('\t'),
      );
    });
    // Its reader takes the stream for ended one line too early.
    writeFileSync(join(folder, 'job.txt'), `${lines.join('\n')}\n\n\n`);
    soffice([`macro:///Standard.Resolver.Resolve("file://${join(folder, 'job.txt')}")`]);
    return files.map((_, at) => ({
      accepted: readFileSync(path(at, 'Accept')),
      rejected: readFileSync(path(at, 'Reject')),
    }));
  };
  return { resolve, close };
}
