/** A reviewer at LibreOffice: opens a Word file, edits it with and without tracking, comments on it, saves it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openProfile } from './profile.ts';
import { type Commented, withComments } from './with-comments.ts';

/** What a reviewer does to a paragraph. */
export type Act =
  | 'comment'
  | 'append'
  | 'cut'
  | 'replace'
  | 'behind'
  | 'drop'
  | 'silent-append'
  | 'silent-cut'
  | 'silent-behind'
  | 'silent-drop'
  | 'silent-split'
  | 'split'
  | 'join'
  | 'silent-join'
  | 'silent-row';

/** One thing that a reviewer does. */
export interface Doing {
  readonly act: Act;
  /** All words of the paragraph. */
  readonly paragraph: string;
  readonly words: string;
}

/** Through which format a file goes before it is a Word file again. */
export const DETOURS = ['docx', 'odt', 'rtf'] as const;
/** One of them. */
export type Detour = (typeof DETOURS)[number];

const MACRO = `
Dim Keys(20000) As String
Dim Paras(20000) As Object
Dim Count As Long

Sub Gather(en As Object)
  Dim el As Object, cell As Object, names, i As Long
  Do While en.hasMoreElements()
    el = en.nextElement()
    If el.supportsService("com.sun.star.text.TextTable") Then
      names = el.getCellNames()
      For i = 0 To UBound(names)
        Gather(el.getCellByName(names(i)).createEnumeration())
      Next i
    Else
      Keys(Count) = Trim(el.getString())
      Set Paras(Count) = el
      Count = Count + 1
    End If
  Loop
End Sub

Function Found(words As String) As Object
  Dim i As Long
  For i = 0 To Count - 1
    If Keys(i) = words Then
      Found = Paras(i)
      Exit Function
    End If
  Next i
  Found = Nothing
End Function

Sub Act(doc As Object, kind As String, para As Object, words As String)
  Dim cur As Object, note As Object, silent As Boolean
  silent = Left(kind, 7) = "silent-"
  doc.RecordChanges = Not silent
  If silent Then kind = Mid(kind, 8)
  cur = para.getText().createTextCursorByRange(para.getStart())
  Select Case kind
    Case "append"
      cur.gotoEndOfParagraph(False)
      para.getText().insertString(cur, words, False)
    Case "cut"
      cur.gotoEndOfParagraph(False)
      cur.goLeft(12, True)
      cur.setString("")
    Case "replace"
      cur.goRight(4, False)
      cur.goRight(9, True)
      cur.setString(words)
    Case "behind"
      cur.gotoEndOfParagraph(False)
      para.getText().insertControlCharacter(cur, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
      para.getText().insertString(cur, words, False)
    Case "drop"
      cur.gotoEndOfParagraph(True)
      cur.goRight(1, True)
      cur.setString("")
    Case "split"
      cur.goRight(Len(para.getString()) / 2, False)
      cur.gotoNextWord(False)
      para.getText().insertControlCharacter(cur, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
    Case "join"
      cur.gotoEndOfParagraph(False)
      cur.goRight(1, True)
      cur.setString("")
    Case "row"
      Dim tbl As Object, name As String, n As Long
      tbl = para.TextTable
      name = para.Cell.CellName
      n = CLng(Mid(name, 2))
      tbl.getRows().insertByIndex(n, 1)
      tbl.getCellByPosition(0, n).setString(words)
  End Select
End Sub

Sub Review(job As String)
  Dim sfa As Object, stream As Object, doc As Object, said As String, parts, missing As String, target As Object
  sfa = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  stream = createUnoService("com.sun.star.io.TextInputStream")
  stream.setInputStream(sfa.openFileRead(job))
  stream.setEncoding("UTF-8")
  Dim source As String, result As String
  source = stream.readLine()
  result = Replace(stream.readLine(), Chr(10), "")
  doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, Array(Prop("Hidden", True)))
  Gather(doc.Text.createEnumeration())
  Do While Not stream.isEOF()
    said = stream.readLine()
    If said <> "" Then
      parts = Split(said, Chr(9))
      target = Found(Trim(parts(1)))
      If IsNull(target) Then
        missing = missing & parts(1) & Chr(10)
      Else
        Act(doc, CStr(parts(0)), target, CStr(parts(2)))
      End If
    End If
  Loop
  stream.closeInput()
  doc.storeToURL(result, Array(Prop("FilterName", "MS Word 2007 XML")))
  doc.close(True)
  Dim out As Object
  out = createUnoService("com.sun.star.io.TextOutputStream")
  out.setOutputStream(sfa.openFileWrite(result & ".missing"))
  out.setEncoding("UTF-8")
  out.writeString(missing)
  out.closeOutput()
  StarDesktop.terminate()
End Sub
`;

/** What a reviewer gave back. */
export interface Reviewed {
  readonly bytes: Uint8Array;
  /** Paragraphs that LibreOffice shows otherwise, so that nothing was done to them. */
  readonly missing: readonly string[];
}

/** A LibreOffice with a profile of its own; undefined where Writer is not installed. */
export function openOffice(): { readonly review: typeof review; readonly close: () => void } | undefined {
  const profile = openProfile('Reviewer', MACRO);
  if (profile === undefined) return undefined;
  const { folder, soffice, close } = profile;
  return { review, close };

  function review(
    bytes: Uint8Array,
    doings: readonly Doing[],
    comments: readonly Commented[],
    detour: Detour,
  ): Reviewed {
    const path = (name: string): string => join(folder, name);
    writeFileSync(path('sent.docx'), bytes);
    const lines = doings.map(({ act, paragraph, words }) => [act, paragraph, words].join('\t'));
    const head = [`file://${path('sent.docx')}`, `file://${path('edited.docx')}`];
    writeFileSync(path('job.txt'), `${[...head, ...lines].join('\n')}\n`);
    soffice([`macro:///Standard.Reviewer.Review("file://${path('job.txt')}")`]);
    const missing = readFileSync(path('edited.docx.missing'), 'utf8').split('\n').filter(Boolean);
    const commented = withComments(readFileSync(path('edited.docx')), comments);
    writeFileSync(path('commented.docx'), commented.bytes);
    if (detour !== 'docx') soffice(['--convert-to', detour, '--outdir', folder, path('commented.docx')]);
    soffice(['--convert-to', 'docx', '--outdir', path('back'), path(`commented.${detour}`)]);
    return { bytes: readFileSync(join(folder, 'back', 'commented.docx')), missing: [...missing, ...commented.missing] };
  }
}
