import type { BlockContent, Heading, ListItem, PhrasingContent, RootContent } from 'mdast';
import type { Node } from 'unist';
import type { Finding, Place } from '../../model/finding.ts';
import type { Choice } from '../../model/questionnaire.ts';
import { nearest } from '../nearest.ts';
import { plainText } from '../plain-text.ts';
import { type Attribute, takeAttributes } from './attributes.ts';
import { bareNodes } from './bare-nodes.ts';
import { type Callout, readCallout } from './callouts.ts';
import { readChoices } from './choices.ts';
import { type AttributeValues, isAttributeKey, readAttributes } from './question-attributes.ts';

/** Names of the quotes that are not for the respondent. */
const CALLOUTS = ['probe', 'facilitator', 'activity'] as const;
type CalloutName = (typeof CALLOUTS)[number];

/** What stands under one heading. */
export interface HeadingBody {
  readonly values: AttributeValues;
  readonly hint: readonly BlockContent[];
  readonly choices: readonly Choice[];
  readonly rows: readonly Choice[];
  readonly probes: readonly (readonly PhrasingContent[])[];
  readonly facilitator: readonly BlockContent[];
  readonly activity: readonly BlockContent[];
  readonly findings: readonly Finding[];
}

/** Under what the blocks stand, and where findings belong. */
export interface BodyOwner {
  readonly kind: 'question' | 'part' | 'introduction';
  readonly file: string;
  /** Line of the file that a line of the tree was. */
  readonly lineOf: (line: number) => number;
  /** Line of the heading in the file. */
  readonly line?: number;
  /** What the braces of the heading say besides its id. */
  readonly attributes?: readonly Attribute[];
}

interface Collected {
  readonly hint: RootContent[];
  readonly choices: Choice[];
  readonly rows: Choice[];
  readonly probes: (readonly PhrasingContent[])[];
  readonly facilitator: RootContent[];
  readonly activity: RootContent[];
  readonly findings: Finding[];
}

/**
 * Reads what stands under a heading: attributes, words for the respondent, choices, rows, and quotes for others.
 *
 * @param blocks Up to the next heading that matters.
 * @param owner The heading.
 */
export function readBody(blocks: readonly RootContent[], owner: BodyOwner): HeadingBody {
  const { values, rest, findings } = readAttributeLine(blocks, owner);
  const found: Collected = {
    hint: [],
    choices: [],
    rows: [],
    probes: [],
    facilitator: [],
    activity: [],
    findings: [...findings],
  };
  for (const block of rest) collect(block, found, owner);
  const content = (nodes: readonly RootContent[]) => bareNodes(nodes) as BlockContent[];
  return {
    ...found,
    values,
    hint: content(found.hint),
    facilitator: content(found.facilitator),
    activity: content(found.activity),
  };
}

function readAttributeLine(blocks: readonly RootContent[], owner: BodyOwner) {
  if (owner.kind === 'introduction') return { values: {}, rest: blocks, findings: [] };
  const [first, ...others] = blocks;
  const taken = first?.type === 'paragraph' ? takeAttributes(first, isAttributeKey) : undefined;
  const attributes = [...(owner.attributes ?? []), ...(taken?.attributes ?? [])];
  const place = first === undefined ? { file: owner.file, line: owner.line ?? 1, column: 1 } : placeOf(first, owner);
  const read = readAttributes(attributes, { kind: owner.kind, place });
  if (taken === undefined) return { ...read, rest: blocks };
  const words: RootContent[] = taken.rest.length === 0 ? [] : [{ type: 'paragraph', children: [...taken.rest] }];
  return { ...read, rest: [...words, ...others] };
}

function collect(block: RootContent, found: Collected, owner: BodyOwner): void {
  const callout = readCallout(block);
  if (callout !== undefined) {
    collectCallout(callout, found, { owner, place: placeOf(block, owner) });
    return;
  }
  const read = block.type === 'list' && owner.kind === 'question' ? readChoices(block) : undefined;
  if (block.type !== 'list' || read === undefined) {
    found.hint.push(block);
    return;
  }
  const choices = read.choices.map((choice) => ({ ...choice, line: owner.lineOf(choice.line) }));
  found[block.ordered === true ? 'rows' : 'choices'].push(...choices);
  found.findings.push(...read.without.map((item) => codeless(item, placeOf(item, owner))));
  found.findings.push(...read.long.map((item) => tooLong(placeOf(item, owner))));
}

function collectCallout(
  { name, children }: Callout,
  found: Collected,
  { owner, place }: { readonly owner: BodyOwner; readonly place: Place },
): void {
  const known = CALLOUTS.find((one) => one === name || `${one}s` === name);
  const [target, finding] = whereTo(known, { owner, name, place });
  if (finding !== undefined) found.findings.push(finding);
  if (target === 'probe') found.probes.push(...probesIn(children));
  else found[target].push(...children);
}

/** Words that may not be for the respondent go where only the facilitator reads them. */
function whereTo(
  known: CalloutName | undefined,
  { owner, name, place }: { readonly owner: BodyOwner; readonly name: string; readonly place: Place },
): readonly ['hint' | 'probe' | 'facilitator' | 'activity', Finding | undefined] {
  if (known === undefined) return ['facilitator', unknownCallout(name, place)];
  if (owner.kind === 'question') return [known, undefined];
  if (known === 'probe') return ['facilitator', misplacedProbe(place)];
  return [known === 'activity' ? 'hint' : 'facilitator', undefined];
}

/** Every item or paragraph is a probe; so is any other block, by its words. */
function probesIn(blocks: readonly Node[]): PhrasingContent[][] {
  return blocks.flatMap((block): PhrasingContent[][] => {
    if (block.type === 'paragraph') return [bareNodes((block as { children?: PhrasingContent[] }).children ?? [])];
    if (block.type === 'list' || block.type === 'listItem' || block.type === 'blockquote') {
      return probesIn((block as { children?: Node[] }).children ?? []);
    }
    const value = plainText(block).trim();
    return value === '' ? [] : [[{ type: 'text', value }]];
  });
}

/** Words of a heading, in one line. */
export function headingText(heading: Heading): string {
  return plainText(heading).replace(/\s+/gu, ' ').trim();
}

/** Where a block stands in the file. */
export function placeOf(node: Node, { file, lineOf }: Pick<BodyOwner, 'file' | 'lineOf'>): Place {
  const start = node.position?.start;
  return { file, line: lineOf(start?.line ?? 1), column: start?.column ?? 1 };
}

function codeless(item: ListItem, place: Place): Finding {
  return {
    check: 'questionnaires/choices',
    severity: 'error',
    message: `"${plainText(item).replace(/\s+/gu, ' ').trim().slice(0, 60)}" stands among choices but has no code.`,
    why: 'It would not be offered as an answer.',
    hint: 'Begin the item with a short code, as in - `other` Other.',
    place,
  };
}

function tooLong(place: Place): Finding {
  return {
    check: 'questionnaires/choices',
    severity: 'warning',
    message: 'Below this choice stands more than its one line, which is left out.',
    why: 'No form can show paragraphs or lists inside a choice.',
    hint: 'Say it in the label, or in the words above the choices.',
    place,
  };
}

function unknownCallout(name: string, place: Place): Finding {
  const near = nearest(name, CALLOUTS);
  return {
    check: 'questionnaires/quote',
    severity: 'error',
    message: `A quote that begins with "[!${name.slice(0, 40)}]" is unknown.`,
    why: 'Nobody can tell whether the respondent may read it, so only the facilitator will.',
    hint:
      near === undefined ? 'Such quotes are [!facilitator], [!probe] and [!activity].' : `Did you mean "[!${near}]"?`,
    place,
  };
}

function misplacedProbe(place: Place): Finding {
  return {
    check: 'questionnaires/quote',
    severity: 'error',
    message: 'These probes stand under no question.',
    why: 'A probe is asked after a question; here it is kept as a note for the facilitator.',
    hint: 'Put it under the question it follows, or begin it with "[!facilitator]".',
    place,
  };
}
