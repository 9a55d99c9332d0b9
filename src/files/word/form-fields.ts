/** Form fields of older Word files: a field with its data, and between its marks what was filled in. */
import type { StoryState } from './story-state.ts';
import type { WordControl } from './word-types.ts';

type Attribute = (name: string) => string | undefined;
type Handle = (state: StoryState, attribute: Attribute) => void;

/** A field while it is read. */
export interface OpenField {
  /** Whether the field has data of a form, and so is a control. */
  isForm: boolean;
  tag: string;
  kind: WordControl['kind'];
  checked: boolean;
  /** What can be chosen, and which of it is. */
  readonly entries: string[];
  chosen: number;
  /** What stands in it. */
  text: string;
  readonly paragraph: number;
}

/** A field begins or ends. */
export function fieldMark(state: StoryState, attribute: Attribute): void {
  const type = attribute('fldCharType');
  if (type === 'begin') state.fields.push(emptyField(state.paragraph?.index ?? state.shared.paragraphs));
  if (type !== 'end') return;
  const field = state.fields.pop();
  if (field?.isForm === true) state.shared.controls.push(controlOf(field));
}

function emptyField(paragraph: number): OpenField {
  return { isForm: false, tag: '', kind: 'other', checked: false, entries: [], chosen: 0, text: '', paragraph };
}

function controlOf({ tag, kind, checked, entries, chosen, text, paragraph }: OpenField): WordControl {
  const said = kind === 'list' ? (entries[chosen] ?? '') : text;
  return {
    ...(tag !== '' && { tag }),
    kind,
    ...(kind === 'checkbox' && { checked }),
    empty: kind !== 'checkbox' && said.trim() === '',
    text: said,
    paragraph,
  };
}

function isOn(attribute: Attribute): boolean {
  return !['0', 'false', 'off'].includes(attribute('val') ?? '1');
}

/** Entries of one list. */
const MOST_ENTRIES = 1000;

const DATA: Readonly<Record<string, (field: OpenField, attribute: Attribute) => void>> = {
  name: (field, attribute) => {
    field.tag = attribute('val') ?? '';
  },
  checkBox: (field) => {
    field.kind = 'checkbox';
  },
  textInput: (field) => {
    field.kind = 'text';
  },
  ddList: (field) => {
    field.kind = 'list';
  },
  default: (field, attribute) => {
    if (field.kind === 'checkbox') field.checked = isOn(attribute);
    if (field.kind === 'list') field.chosen = Number(attribute('val') ?? 0);
  },
  checked: (field, attribute) => {
    field.checked = isOn(attribute);
  },
  result: (field, attribute) => {
    field.chosen = Number(attribute('val') ?? 0);
  },
  listEntry: (field, attribute) => {
    if (field.entries.length < MOST_ENTRIES) field.entries.push(attribute('val') ?? '');
  },
};

/** What is said of the form field that is being read. */
export const fieldData: Handle = (state, attribute) => {
  const field = state.fields.at(-1);
  const name = state.path.at(-1) ?? '';
  if (field === undefined) return;
  field.isForm = true;
  if (Object.hasOwn(DATA, name)) DATA[name]?.(field, attribute);
};
