import type { BlockContent } from 'mdast';
import type { Change, ChangeLog } from '../model/change-log.ts';
import { changeWords } from '../model/change-words.ts';
import type { Report } from '../model/contracts.ts';
import type { Document, DocumentMeta, Section } from '../model/document.ts';
import { fill } from '../model/labels.ts';
import { consequentialSection, isConsequential } from './change-log/consequential.ts';
import { entryBlocks } from './change-log/entries.ts';
import { gatherEntries } from './change-log/gather.ts';
import type { Wording } from './change-log/places.ts';
import { sharedCommits } from './change-log/reasons.ts';
import { bySection } from './change-log/sections.ts';
import { summarySection } from './change-log/summary.ts';

/** What a change log is made from. */
export interface ChangeLogContext {
  readonly log: ChangeLog;
  /** Of the later stage; language, markings and style are taken from it. */
  readonly meta: DocumentMeta;
}

/** What the caller chose. */
export interface ChangeLogOptions {
  /** Keeps passages that did not change in the data. */
  readonly all?: boolean;
  /** False where nobody was consulted: then a change without a reason is nothing to remark on. */
  readonly reasons?: boolean;
}

/** A section of the text, with those of its headings below which something changed. */
function changeSections(changes: readonly Change[], wording: Wording): Section[] {
  const sections: { title: string; children: BlockContent[] }[] = [];
  for (const told of bySection(changes)) {
    const last = sections.at(-1);
    const section = last?.title === told.section ? last : { title: told.section, children: [] };
    if (section !== last) sections.push(section);
    if (told.heading !== '') section.children.push(headingOf(told.heading, 2));
    section.children.push(...gatherEntries(told.changes).flatMap((entry) => entryBlocks(entry, wording, told)));
  }
  return sections.map(({ title, children }) => ({
    type: 'section',
    part: 'body',
    numbered: false,
    children: [headingOf(title === '' ? wording.words.unnamedSection : title, 1), ...children],
  }));
}

function headingOf(title: string, depth: 1 | 2): BlockContent {
  return { type: 'heading', depth, children: [{ type: 'text', value: title }] };
}

/** What changed; and what did not between the two stages, but did since a reviewer looked. */
function isShown({ kind, seen }: Change): boolean {
  return kind !== 'unchanged' || seen !== undefined;
}

/** Files of the later stage; a text that was renamed is one all the same. */
function filesOf({ changes }: ChangeLog): Set<string> {
  return new Set(changes.flatMap(({ to }) => to.map(({ file }) => file)));
}

function buildDocument(log: ChangeLog, meta: DocumentMeta, reasons: boolean): Document {
  const wording: Wording = {
    language: meta.language,
    words: changeWords(meta.language),
    reasons,
    shared: sharedCommits(log.changes),
    ...(!reasons && { lines: filesOf(log).size > 1 ? 'with-file' : 'alone' }),
    ...(log.seen !== undefined && { seen: log.seen.title }),
  };
  const shown = log.changes.filter(isShown);
  const told = shown.filter((change) => !isConsequential(change));
  const sections = changeSections(told, wording);
  const last = consequentialSection(log.changes, wording);
  const stages = { from: log.from.title, to: log.to.title };
  return {
    root: { type: 'root', children: [summarySection(log, shown, wording), ...sections, ...last] },
    meta: {
      ...meta,
      kind: wording.words.changeLog,
      subtitle: fill(wording.words.between, stages),
      attachments: [],
      filters: 'changes',
      style: { ...meta.style, contents: false, lineNumbers: false },
    },
  };
}

/** The change log between two stages, for people and for programs. */
export const changeLog: Report<ChangeLogContext, ChangeLogOptions> = {
  id: 'change-log',
  about: 'What changed between two stages, passage by passage, and why.',
  build: ({ log, meta }, { all = false, reasons = true }) => {
    let document: Document | undefined;
    return {
      // Programs ask for the data alone, and of a long text the Document takes as long as the words.
      get document() {
        document ??= buildDocument(log, meta, reasons);
        return document;
      },
      data: all ? log : { ...log, changes: log.changes.filter(isShown) },
    };
  },
};
