/**
 * The library: what Penholder can do, for other programs. Everything here is pure, but for `packageAssets`, which reads
 * what is shipped with the package; reading texts is up to the caller.
 */
export { type CompareOptions, compareDocuments } from './changes/compare-documents.ts';
export { markUp } from './changes/mark-up/mark-up.ts';
export { composeDraft } from './drafts/compose-draft.ts';
export { type MarkdownFile, type MarkdownOptions, readMarkdown } from './drafts/read-markdown.ts';
export { html } from './formats/html.ts';
export { md } from './formats/md.ts';
export { pdf } from './formats/pdf.ts';
export { packageAssets, type RenderOptions } from './io/package-assets.ts';
export type {
  Change,
  ChangeFlag,
  ChangeGround,
  ChangeKind,
  ChangeLog,
  MovedSentence,
  Overruled,
  PassagePlace,
  PassageRef,
  Reason,
  StageRef,
  SystematicChange,
  WordRun,
} from './model/change-log.ts';
export type { Assets, Format } from './model/contracts.ts';
export type { Document, DocumentMeta, DocumentNode, NodeType } from './model/document.ts';
export type { Finding, Place, Severity } from './model/finding.ts';
export type { Process } from './model/process.ts';
export type { SectionSource } from './model/section.ts';
export type { StageText } from './model/workspace.ts';
export { changeLog } from './reports/change-log.ts';
export { fingerprintWords } from './text/fingerprint.ts';
export { parseMarkdown } from './text/markdown.ts';
