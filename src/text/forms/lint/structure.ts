import { parseBounds } from '../bounds.ts';
import { GROUP_TYPES, SELECT_TYPES, TYPES } from '../row-types.ts';
import { cited, findingAt, type LintRule } from './lint-context.ts';

const XML_NAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;

/** Types are known to survey programs. */
export const unknownType: LintRule = ({ form, nodes, near: nearestOf }) =>
  nodes.flatMap(({ row, node }) => {
    const { base } = node.type;
    if (base in TYPES || GROUP_TYPES.includes(base)) return [];
    const near = nearestOf(base, [...Object.keys(TYPES), ...GROUP_TYPES]);
    const said = base === '' ? 'The row has no type.' : `No survey program knows the type ${cited(base)}.`;
    return [
      findingAt(form, {
        check: 'forms/unknown-type',
        severity: 'error',
        row,
        column: 'type',
        message: said,
        why: 'The form is refused, or the row left out without a word.',
        hint:
          near === undefined
            ? 'Give it a type such as "text", "integer" or "select_one list".'
            : `Did you mean "${near}"?`,
      }),
    ];
  });

/** Every group that begins ends, and no end stands alone. */
export const groupNotClosed: LintRule = ({ form, nodes }) =>
  nodes.flatMap(({ row, node }) => {
    const { base } = node.type;
    const isOpen = base.startsWith('begin_') && node.end === undefined;
    if (!isOpen && !base.startsWith('end_')) return [];
    const other = base.startsWith('end_') ? base.replace('end_', 'begin_') : base.replace('begin_', 'end_');
    return [
      findingAt(form, {
        check: 'forms/group-not-closed',
        severity: 'error',
        row,
        column: 'type',
        message: isOpen
          ? `The group ${cited(row.cells.name ?? '')} begins here and never ends.`
          : `"${base}" ends a group that was not begun, or one of another kind.`,
        why: 'Survey programs refuse the form, or ask questions in the wrong group.',
        hint: isOpen
          ? `Add a row of type "${other}" behind its last question.`
          : `Delete the row, or add the "${other}" it belongs to.`,
      }),
    ];
  });

/** Every question has a name that XML takes. */
export const badName: LintRule = ({ form, nodes }) =>
  nodes.flatMap(({ row, node }) => {
    const { name = '' } = row.cells;
    const { base } = node.type;
    if (base.startsWith('end_') || base === '' || (base === 'note' && name === '') || XML_NAME.test(name)) return [];
    return [
      findingAt(form, {
        check: 'forms/name',
        severity: 'error',
        row,
        column: 'name',
        message: name === '' ? 'The question has no name.' : `${cited(name)} is no name that a form can use.`,
        why: 'Answers are kept under this name, and conditions refer to it.',
        hint: 'Begin with a letter or "_"; go on with letters, digits, "_", "-" and ".", without spaces.',
      }),
    ];
  });

/** No two questions have the same name. */
export const duplicateName: LintRule = ({ form, nodes, byName }) =>
  nodes.flatMap((one) => {
    const name = one.row.cells.name ?? '';
    const first = byName.get(name);
    if (name === '' || first === undefined || first === one || one.node.type.base.startsWith('end_')) return [];
    const isSibling = first.parents.at(-1) === one.parents.at(-1);
    return [
      findingAt(form, {
        check: 'forms/duplicate-name',
        severity: isSibling ? 'error' : 'warning',
        row: one.row,
        column: 'name',
        message: `The name ${cited(name)} is taken by line ${first.row.place.line} already.`,
        why: isSibling
          ? 'Survey programs refuse the form.'
          : 'It stands in another group, so that the form works until a condition refers to it; nobody can tell then which one is meant.',
        hint: 'Give the later one a name of its own.',
      }),
    ];
  });

/** What people see has words. */
export const emptyLabel: LintRule = ({ form, nodes, isWritten }) =>
  nodes.flatMap(({ row, node }) => {
    const { base } = node.type;
    const isShown = TYPES[base]?.control !== undefined;
    const says = Object.keys(row.cells).some((column) =>
      /^(?:label|hint|image|big-image|audio|video)(?:::|$)/u.test(column),
    );
    if (isWritten || !isShown || says) return [];
    return [
      findingAt(form, {
        check: 'forms/empty-label',
        severity: 'warning',
        row,
        column: 'name',
        message: `The question ${cited(row.cells.name ?? '')} has no label in any language.`,
        why: 'Whoever answers sees an empty question.',
        hint: 'Say what is asked in the "label" column, or make it of type "calculate" if nobody is to see it.',
      }),
    ];
  });

/** What is calculated says how. */
export const noCalculation: LintRule = ({ form, nodes }) =>
  nodes.flatMap(({ row, node }) => {
    const { calculation, default: preset } = row.cells;
    if (node.type.base !== 'calculate' || calculation !== undefined || preset !== undefined) return [];
    return [
      findingAt(form, {
        check: 'forms/no-calculation',
        severity: 'error',
        row,
        column: 'type',
        message: `${cited(row.cells.name ?? '')} is calculated, but nothing says how.`,
        why: 'Its value is always empty, and what depends on it goes wrong in silence.',
        hint: 'Fill the "calculation" column, or delete the row.',
      }),
    ];
  });

/** A note asks for nothing, so that nothing can be required of it. */
export const requiredNote: LintRule = ({ form, nodes }) =>
  nodes.flatMap(({ row, node }) => {
    const { required = 'no' } = row.cells;
    if (node.type.base !== 'note' || /^(?:no|false|false\(\)|0)$/iu.test(required)) return [];
    return [
      findingAt(form, {
        check: 'forms/required-note',
        severity: 'warning',
        row,
        column: 'required',
        message: `The note ${cited(row.cells.name ?? '')} is required, and nobody can answer a note.`,
        why: 'While it is shown, nobody gets past it and the form can not be sent.',
        hint: 'Take "required" away; to stop a form on purpose, use a constraint with a message on the question that is wrong.',
      }),
    ];
  });

/** A constraint speaks of its own answer as ".". */
export const selfConstraint: LintRule = ({ form, nodes }) =>
  nodes.flatMap(({ row }) => {
    const { constraint = '', name = '' } = row.cells;
    const refersToItself = name !== '' && constraint.replace(/\s/gu, '').includes(`\${${name}}`);
    if (!refersToItself || parseBounds(constraint) !== undefined) return [];
    return [
      findingAt(form, {
        check: 'forms/self-constraint',
        severity: 'error',
        row,
        column: 'constraint',
        message: `The constraint of ${cited(name)} refers to its own question by name.`,
        why: 'It is checked against the answer before this one, so that the right answer can be refused.',
        hint: `Write "." where it says "\${${name}}".`,
      }),
    ];
  });

/** A select says which list it takes its choices from, and that list is there. */
export const noList: LintRule = ({ form, nodes, lists, isWritten, near: nearestOf }) =>
  nodes.flatMap(({ row, node }) => {
    const { base, list } = node.type;
    if (!SELECT_TYPES.includes(base) || base.endsWith('_from_file')) return [];
    const isElsewhere = base === 'select_one_external' || base === 'osm' || (list?.startsWith('${') ?? false);
    if (isElsewhere || (list !== undefined && lists.has(list)) || (list === undefined && isWritten)) return [];
    const near = list === undefined ? undefined : nearestOf(list, lists.keys());
    return [
      findingAt(form, {
        check: 'forms/no-list',
        severity: 'error',
        row,
        column: 'type',
        message:
          list === undefined
            ? `"${base}" does not say which list of choices it offers.`
            : `There is no list of choices named ${cited(list)}.`,
        why: 'The question has nothing to choose from.',
        hint: near === undefined ? 'Name a list of the sheet "choices" behind the type.' : `Did you mean "${near}"?`,
      }),
    ];
  });
