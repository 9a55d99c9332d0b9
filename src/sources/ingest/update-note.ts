import type { Finding } from '../../model/finding.ts';
import type { Process } from '../../model/process.ts';
import { readFrontMatter } from '../../text/front-matter.ts';
import { lineEnding } from '../../text/source-lines.ts';
import type { InputBlock } from '../consultation-note/blocks.ts';
import { isProposal, proposalIn } from '../consultation-note/proposal.ts';
import { knownTags } from '../consultation-note/tags.ts';
import { splitTail, type Tail } from '../consultation-note/tail.ts';
import { type InputMatch, matchInputs } from './match-inputs.ts';
import { mergeFrontMatter } from './merge-front-matter.ts';
import { addTails, blocksIn, idOf } from './stamp.ts';

/** A new version of a note that is in the workspace already. */
export interface NoteUpdate {
  /** Path of the note, for findings. */
  readonly path: string;
  /** Text of the note as it stands. */
  readonly before: string;
  /** Text of the note made from the new version of its file. */
  readonly after: string;
  /** Ids of inputs that have a response. */
  readonly answered: ReadonlySet<string>;
  readonly process: Process;
}

/**
 * Puts the body of a new version into a note and keeps what was done to it: ids, tags, restrictions, responses.
 *
 * An answered input that the new version no longer has stays, under a heading that says so.
 *
 * @param update Both versions.
 */
export function updateNote(update: NoteUpdate): { readonly markdown: string; readonly findings: readonly Finding[] } {
  const front = mergeFrontMatter(update.before, update.after, update.path);
  const after = front.head + update.after.slice(readFrontMatter(update.after, '').bodyOffset);
  const [old, fresh] = [versionOf(update.before, update.process), versionOf(after, update.process)];
  const matches = matchInputs(old.inputs, fresh.inputs);
  const byNew = new Map(matches.map((match) => [match.to, match]));
  const blocks = fresh.inputs.map(({ block }) => block);
  const tailed = addTails(after, blocks, (_, index) => carriedTail(old, fresh.inputs[index], byNew.get(index)));
  const kept = new Set(matches.map(({ from }) => from));
  const gone = old.inputs.filter((_, index) => !kept.has(index));
  const answered = gone.filter(({ id }) => id !== undefined && update.answered.has(id));
  const reworded = matches.filter(({ kind }) => kind === 'reworded').flatMap(({ from }) => old.inputs[from]?.id ?? []);
  return {
    markdown: tailed + appendix(answered, update.before, tailed),
    findings: [
      ...front.findings,
      ...reworded.filter((id) => update.answered.has(id)).map((id) => rewordedFinding(id, update.path)),
      ...answered.map(({ id = '' }) => keptFinding(id, update.path)),
      ...goneFindings(gone.length - answered.length, update.path),
    ],
  };
}

interface VersionInput extends Tail {
  readonly place?: string;
  readonly block: InputBlock;
}

interface Version {
  readonly inputs: readonly VersionInput[];
}

function versionOf(source: string, process: Process): Version {
  const tags = knownTags(process);
  const { blocks, textOf } = blocksIn(source);
  return {
    inputs: blocks.map((block) => {
      const { id: _, ...tail } = splitTail(textOf(block.lead), (tag) => tags.has(tag));
      const id = idOf(block, textOf);
      const inner = block.inner.map(textOf).filter(Boolean);
      const place = placeOf(tail.attributes, block);
      return {
        ...tail,
        block,
        text: [tail.text, ...inner].join('\n'),
        ...(id !== undefined && { id }),
        ...(place !== undefined && { place }),
      };
    }),
  };
}

/** Who said it where: of a survey the question, of proposed wording the passage. Several comments can be on one passage. */
function placeOf({ respondent, passage }: Tail['attributes'], block: InputBlock): string | undefined {
  const who = respondent ?? '';
  if (passage !== undefined)
    return block.inner.some(isProposal) ? `${who}\u001f${passage}\u001f${isNew(block)}` : undefined;
  return respondent === undefined ? undefined : `${who}\u001f${block.question ?? block.heading}`;
}

/** Wording that is new, and wording that replaces, are two things at one passage. */
function isNew({ inner }: InputBlock): boolean {
  const proposal = proposalIn(inner);
  return proposal !== undefined && proposal.from === '';
}

/** Tags, restrictions and id of the old input, as far as the new one lacks them. */
function carriedTail(old: Version, fresh: VersionInput | undefined, match: InputMatch | undefined): string | undefined {
  const before = match === undefined ? undefined : old.inputs[match.from];
  if (before === undefined || fresh === undefined) return undefined;
  const tags = fresh.tags.length > 0 ? [] : before.tags.map((tag) => `#${tag}`);
  const restrictions = Object.entries(before.attributes).filter(([key]) => !Object.hasOwn(fresh.attributes, key));
  const attributes = restrictions.map(([key, value]) => `${key}="${value}"`).join(' ');
  const id = fresh.id === undefined && before.id !== undefined ? `^${before.id}` : '';
  const tail = [...tags, attributes === '' ? '' : `{${attributes}}`, id].filter(Boolean).join(' ');
  return tail === '' ? undefined : tail;
}

/** Answered inputs that the new version lacks, as they were written; items before paragraphs, so that none is context. */
function appendix(inputs: readonly VersionInput[], before: string, after: string): string {
  if (inputs.length === 0) return '';
  const eol = lineEnding(after);
  const sorted = [...inputs].sort((one, other) => order(one) - order(other));
  const blocks = sorted.map((input) => {
    const { block } = input;
    const { start, end } = block.node.position ?? {};
    return block.node.type === 'tableRow' ? rowAsItem(input) : before.slice(start?.offset ?? 0, end?.offset ?? 0);
  });
  const gap = after.endsWith('\n') ? eol : eol + eol;
  return gap + ['## No longer in the file received', ...blocks].join(eol + eol) + eol;
}

/** A row outside its table would be no input any more. */
function rowAsItem({ text, tags, attributes, id }: VersionInput): string {
  const restrictions = Object.entries(attributes).map(([key, value]) => `${key}="${value}"`);
  const parts = [text, ...tags.map((tag) => `#${tag}`), restrictions.length > 0 ? `{${restrictions.join(' ')}}` : ''];
  return `- ${[...parts, id === undefined ? '' : `^${id}`].filter(Boolean).join(' ')}`;
}

function order({ block }: VersionInput): number {
  return block.node.type === 'paragraph' ? 1 : 0;
}

function rewordedFinding(id: string, file: string): Finding {
  return {
    check: 'ingest/reworded-input',
    severity: 'warning',
    message: `The input "^${id}", which has a response, is worded differently in the new version of its file.`,
    why: 'Its response was kept, but it answers the earlier words.',
    hint: 'Read both, and change the response where it no longer fits.',
    place: { file, line: 1, column: 1 },
  };
}

function keptFinding(id: string, file: string): Finding {
  return {
    check: 'ingest/answered-input-gone',
    severity: 'warning',
    message: `The input "^${id}", which has a response, is not in the new version of its file; it was kept at the end of the note.`,
    why: 'An input that was answered does not vanish unnoticed.',
    hint: 'If its author withdrew it, give its response the decision "withdrawn".',
    place: { file, line: 1, column: 1 },
  };
}

function goneFindings(count: number, file: string): readonly Finding[] {
  if (count === 0) return [];
  return [
    {
      check: 'ingest/input-gone',
      severity: 'info',
      message: `${count === 1 ? 'One input' : `${count} inputs`} without a response ${count === 1 ? 'is' : 'are'} not in the new version of the file any more.`,
      why: 'The note follows its file; the earlier version is in the history of the workspace.',
      place: { file, line: 1, column: 1 },
    },
  ];
}
