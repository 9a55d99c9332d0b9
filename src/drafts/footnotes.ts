import type { FootnoteDefinition, FootnoteReference, PhrasingContent } from 'mdast';
import type { Box, Notes, Section } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import { findingAt } from './finding.ts';
import { noteLetter } from './numbering.ts';
import { type AnyNode, addData, isParent, walk } from './tree.ts';

interface NoteState {
  count: number;
  readonly findings: Finding[];
}

/**
 * Numbers footnotes in reading order, letters those of tables and boxes, and puts each where it is printed.
 *
 * Footnotes get the numbers 1, 2, 3 through the whole text; their definitions end up at the end of their section.
 * References inside a table or a box get a, b, c, and their definitions a `notes` block below the table or in the box.
 * A definition that nothing refers to is reported and kept as a paragraph, so that no text is lost.
 *
 * @param sections In reading order; changed in place.
 */
export function placeFootnotes(sections: readonly Section[]): Finding[] {
  const state: NoteState = { count: 0, findings: [] };
  sections.forEach((section, index) => {
    placeInSection(section, index, state);
  });
  return state.findings;
}

function placeInSection(section: Section, index: number, state: NoteState): void {
  const definitions = takeDefinitions(section);
  const placed = new Map<FootnoteDefinition, string>();
  const inFloats = letterFloats(section, definitions, index);
  const numbered: FootnoteDefinition[] = [];
  const visit = (node: AnyNode): boolean => {
    if (node.type === 'notes') return false;
    if (node.type === 'footnoteReference') refer(node, visit);
    return true;
  };
  const refer = (node: FootnoteReference, again: (node: AnyNode) => boolean): void => {
    const definition = definitions.get(key(node.identifier));
    if (definition === undefined || node.data?.number !== undefined) return;
    let identifier = placed.get(definition);
    if (identifier === undefined) {
      state.count += 1;
      identifier = `${index + 1}-${definition.identifier}`;
      placed.set(definition, identifier);
      numbered.push(definition);
      addData(definition, { number: String(state.count), label: String(state.count) });
      walk({ ...definition, type: 'footnoteDefinition' }, again);
    }
    addData(node, { number: definition.data?.number, label: definition.data?.label });
    node.identifier = identifier;
  };
  walk(section, visit);
  for (const definition of numbered) definition.identifier = placed.get(definition) ?? definition.identifier;
  section.children.push(...numbered);
  keepUnused(
    section,
    [...definitions.values()].filter((definition) => !placed.has(definition) && !inFloats.has(definition)),
    state,
  );
}

function key(identifier: string): string {
  return identifier.toLowerCase();
}

/** Takes all definitions out of the tree; they may stand anywhere in a file. */
function takeDefinitions(section: Section): Map<string, FootnoteDefinition> {
  const found = new Map<string, FootnoteDefinition>();
  const take = (node: AnyNode): void => {
    if (!isParent(node)) return;
    const children = node.children as AnyNode[];
    for (const child of children) take(child);
    for (const child of children) {
      if (child.type === 'footnoteDefinition' && !found.has(key(child.identifier)))
        found.set(key(child.identifier), child);
    }
    if (children.some((child) => child.type === 'footnoteDefinition')) {
      node.children = children.filter((child) => child.type !== 'footnoteDefinition') as never;
    }
  };
  take(section);
  return found;
}

/** Tables and boxes print their notes with themselves, with letters, as UN documents do. */
function letterFloats(
  section: Section,
  definitions: ReadonlyMap<string, FootnoteDefinition>,
  index: number,
): ReadonlySet<FootnoteDefinition> {
  const placed = new Set<FootnoteDefinition>();
  let floats = 0;
  const inParent = (parent: AnyNode): void => {
    if (!isParent(parent)) return;
    const children = parent.children as AnyNode[];
    for (let at = 0; at < children.length; at += 1) {
      const child = children[at];
      if (child === undefined) continue;
      if (child.type !== 'table' && child.type !== 'box') {
        inParent(child);
        continue;
      }
      floats += 1;
      const notes = lettered(child, definitions, placed, `${index + 1}-${floats}`);
      if (notes === undefined) continue;
      if (child.type === 'box') (child as Box).children.push(notes);
      else children.splice(at + 1, 0, notes);
    }
  };
  inParent(section);
  return placed;
}

function lettered(
  float: AnyNode,
  definitions: ReadonlyMap<string, FootnoteDefinition>,
  placed: Set<FootnoteDefinition>,
  prefix: string,
): Notes | undefined {
  const notes: FootnoteDefinition[] = [];
  const own = new Map<string, FootnoteDefinition>();
  walk(float, (node) => {
    if (node.type !== 'footnoteReference') return true;
    const definition = definitions.get(key(node.identifier));
    if (definition === undefined) return true;
    let note = own.get(key(node.identifier));
    if (note === undefined) {
      const mark = noteLetter(notes.length + 1);
      note = {
        ...definition,
        identifier: `${prefix}-${mark}`,
        data: { ...definition.data, number: mark, label: mark },
      };
      own.set(key(node.identifier), note);
      placed.add(definition);
      notes.push(note);
    }
    addData(node, { number: note.data?.number, label: note.data?.label, role: 'lettered' });
    node.identifier = note.identifier;
    return true;
  });
  return notes.length > 0 ? { type: 'notes', children: notes } : undefined;
}

function keepUnused(section: Section, unused: readonly FootnoteDefinition[], state: NoteState): void {
  for (const definition of unused) {
    state.findings.push(
      findingAt(definition, section.file, {
        check: 'text/unused-footnote',
        severity: 'warning',
        message: `Nothing refers to the footnote "${definition.label ?? definition.identifier}".`,
        why: 'A footnote without a mark in the text would not be read; its text is printed at the end of the section.',
        hint: `Put [^${definition.label ?? definition.identifier}] where it belongs, or delete it.`,
      }),
    );
    section.children.push(...(definition.children as Section['children']));
  }
}

/**
 * Puts footnote marks on the side of punctuation that the language wants: after it, in French before it.
 *
 * A citation is written with a space before it (`rights [@crc, art. 12].`); the space goes.
 */
export function placeMarks(sections: readonly Section[], language: string): void {
  const before = language.toLowerCase().startsWith('fr');
  for (const section of sections) {
    walk(section, (node) => {
      if (isParent(node)) moveMarks(node.children as PhrasingContent[], before);
      return true;
    });
  }
}

const AFTER = /^[.,;:!?…]+(?=\s|$)/u;
const BEFORE = /[.,;:!?…]+$/u;

function isMark(node: PhrasingContent | undefined): boolean {
  if (node?.type === 'footnoteReference') return true;
  return node?.type === 'citation' && node.children[0]?.type === 'footnoteReference';
}

function moveMarks(children: PhrasingContent[], before: boolean): void {
  children.forEach((node, at) => {
    if (!isMark(node)) return;
    const left = children[at - 1];
    const right = children[at + 1];
    if (left?.type === 'text') left.value = left.value.replace(/[ \u00a0]+$/u, '');
    if (before) moveLeft(left, children, at);
    else if (left?.type === 'text' && right?.type === 'text') moveRight(left, right);
  });
}

/** English: “rights¹.” becomes “rights.¹”. */
function moveRight(left: { value: string }, right: { value: string }): void {
  const found = AFTER.exec(right.value);
  if (found === null || BEFORE.test(left.value)) return;
  left.value += found[0];
  right.value = right.value.slice(found[0].length);
}

/** French: “droits.¹” becomes “droits¹.”. */
function moveLeft(left: PhrasingContent | undefined, children: PhrasingContent[], at: number): void {
  if (left?.type !== 'text') return;
  const found = BEFORE.exec(left.value);
  if (found === null) return;
  left.value = left.value.slice(0, found.index).replace(/[ \u00a0\u202f]+$/u, '');
  const right = children[at + 1];
  if (right?.type === 'text') right.value = found[0] + right.value;
  else children.splice(at + 1, 0, { type: 'text', value: found[0] });
}
