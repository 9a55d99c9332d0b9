import type { ChangeKind } from '../../change-log.ts';
import type { ExplorerDecision, ExplorerReaction, ExplorerState } from '../../explorer.ts';

/** The words of the explorer. Names in braces are filled in; numbers stand behind a colon, so that no plural is needed. */
export interface ExplorerWords {
  readonly explorer: string;
  /** Name of the landmark that leads from one part of the page to the other. */
  readonly parts: string;
  readonly text: string;
  readonly inputs: string;
  readonly details: string;
  readonly show: string;
  readonly asItReads: string;
  readonly redline: string;
  readonly from: string;
  readonly to: string;
  readonly changedOnly: string;
  readonly list: string;
  readonly search: string;
  readonly round: string;
  readonly group: string;
  readonly kind: string;
  readonly code: string;
  readonly decision: string;
  readonly lead: string;
  readonly reaction: string;
  readonly reactions: Readonly<Record<ExplorerReaction, string>>;
  /** Before the decisions that an answer rests on. */
  readonly restsOn: string;
  readonly all: string;
  readonly unanswered: string;
  readonly showAll: string;
  /** With `{n}` and `{total}`. */
  readonly shown: string;
  /** With `{n}`. */
  readonly shownChanges: string;
  readonly more: string;
  readonly nothing: string;
  readonly choose: string;
  readonly behind: string;
  readonly noneBehind: string;
  readonly life: string;
  readonly noLife: string;
  readonly unchanged: string;
  readonly concerned: string;
  readonly noneConcerned: string;
  readonly response: string;
  readonly contributor: string;
  readonly answeredBy: string;
  readonly states: Readonly<Record<ExplorerState, string>>;
  /** With `{stage}`. */
  readonly gone: string;
  readonly together: string;
  /** With `{n}`. */
  readonly inputsHere: string;
  /** With `{n}`. */
  readonly changesHere: string;
  readonly unexplained: string;
  readonly noUnexplained: string;
  readonly noReason: string;
  readonly why: string;
  readonly reasonNotPublic: string;
  /** With `{decision}`: what it says may not be told. */
  readonly decisionAlone: string;
  /** With `{decision}` and `{title}`. */
  readonly decisionTitled: string;
  /** With `{commit}` and `{date}`. */
  readonly commit: string;
  readonly substantive: string;
  readonly editorial: string;
  readonly close: string;
  readonly inserted: string;
  readonly deleted: string;
  readonly noPassage: string;
  readonly changes: Readonly<Record<ChangeKind, string>>;
  readonly decisions: Readonly<Record<ExplorerDecision, string>>;
  readonly shortcuts: ShortcutWords;
  readonly noScript: string;
  /** What the linear version is, at its head. */
  readonly about: string;
}

/** What the keys of the explorer do. */
export interface ShortcutWords {
  readonly title: string;
  readonly search: string;
  readonly next: string;
  readonly previous: string;
  readonly items: string;
  readonly parts: string;
  readonly escape: string;
  readonly help: string;
  /** Beside the box that turns single keys on and off. */
  readonly single: string;
}
