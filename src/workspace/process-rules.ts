/** Rules across `penholder.yaml` that a schema can't hold. All run, all are reported. */

import type { When } from '../model/dates.ts';
import type { Finding, Place } from '../model/finding.ts';
import type { Process } from '../model/process.ts';
import { nearest } from '../text/nearest.ts';
import { FOLDERS } from './layout.ts';

/** What a rule sees. */
interface ProcessRuleContext {
  readonly process: Process;
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
}

/** One rule. */
type ProcessRule = (context: ProcessRuleContext) => Iterable<Finding>;

type Problem = Omit<Finding, 'check' | 'severity' | 'place'> & { readonly at: readonly PropertyKey[] };

function finding(context: ProcessRuleContext, id: string, { at, ...words }: Problem): Finding {
  return { check: `workspace/${id}`, severity: 'error', ...words, place: context.placeOf(at) };
}

const LISTS = ['core-group', 'stages', 'rounds', 'groups', 'regions', 'levels'] as const;

function* uniqueIds(context: ProcessRuleContext): Iterable<Finding> {
  const { process } = context;
  for (const list of LISTS)
    yield* duplicates(
      context,
      [list],
      (process[list] ?? []).map(({ id }) => id),
    );
  for (const [name, { values }] of Object.entries(process.codebook ?? {})) {
    yield* duplicates(
      context,
      ['codebook', name, 'values'],
      values.map(({ id }) => id),
    );
  }
}

function* duplicates(
  context: ProcessRuleContext,
  list: readonly PropertyKey[],
  ids: readonly string[],
): Iterable<Finding> {
  const seen = new Map<string, number>();
  for (const [index, id] of ids.entries()) {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, index);
    else {
      const line = context.placeOf([...list, first, 'id']).line;
      yield finding(context, 'duplicate-id', {
        at: [...list, index, 'id'],
        message: `The id "${id}" stands twice under \`${list.map(String).join('.')}\`; the first is on line ${line}.`,
        why: 'What refers to it could mean either.',
        hint: 'Give one of the two another id.',
      });
    }
  }
}

interface Reference {
  readonly at: readonly PropertyKey[];
  readonly id: string;
  readonly known: readonly string[];
  readonly what: string;
}

function* references({ process }: ProcessRuleContext): Iterable<Reference> {
  const ids = (list: readonly { readonly id: string }[] | undefined) => (list ?? []).map(({ id }) => id);
  const [rounds, stages] = [ids(process.rounds), ids(process.stages)];
  for (const [index, stage] of process.stages.entries()) {
    for (const [entry, id] of (stage.after ?? []).entries()) {
      yield { at: ['stages', index, 'after', entry], id, known: rounds, what: 'round' };
    }
  }
  for (const [index, { on }] of (process.rounds ?? []).entries()) {
    if (on !== undefined) yield { at: ['rounds', index, 'on'], id: on, known: stages, what: 'stage' };
  }
  const known = { group: ids(process.groups), round: rounds, region: ids(process.regions), level: ids(process.levels) };
  for (const list of ['targets', 'explanations'] as const) {
    for (const [index, entry] of (process.coverage?.[list] ?? []).entries()) {
      for (const what of ['group', 'round', 'region', 'level'] as const) {
        const id = entry[what];
        if (id !== undefined) yield { at: ['coverage', list, index, what], id, known: known[what], what };
      }
    }
  }
}

function* knownReferences(context: ProcessRuleContext): Iterable<Finding> {
  for (const { at, id, known, what } of references(context)) {
    if (known.includes(id)) continue;
    const near = nearest(id, known);
    const all =
      known.length === 0 ? `The process declares no ${what} yet.` : `Known: ${known.slice(0, 12).join(', ')}.`;
    yield finding(context, 'unknown-reference', {
      at,
      message: `There is no ${what} "${id}" in this process.`,
      hint: near === undefined ? all : `Did you mean "${near}"? ${all}`,
    });
  }
}

/** A stage waits for rounds, a round for the stage it is on, and a stage for the one before it. */
function* noCycles(context: ProcessRuleContext): Iterable<Finding> {
  const { stages, rounds = [] } = context.process;
  const order = new Map(stages.map(({ id }, index) => [id, index]));
  for (const [index, stage] of stages.entries()) {
    for (const [entry, id] of (stage.after ?? []).entries()) {
      const on = rounds.find((round) => round.id === id)?.on;
      if (on === undefined || (order.get(on) ?? -1) < index) continue;
      yield finding(context, 'cycle', {
        at: ['stages', index, 'after', entry],
        message: `The stage "${stage.id}" waits for the round "${id}", which consults on the stage "${on}", and that is not an earlier one.`,
        why: 'Neither could ever begin.',
        hint: 'Let the round consult on an earlier stage, or put the stages into the order in which they are written.',
      });
    }
  }
}

function* tagNames(context: ProcessRuleContext): Iterable<Finding> {
  const seen = new Map<string, string>();
  for (const [index, { id, tag }] of context.process.stages.entries()) {
    const name = tag ?? `${id}-draft`;
    const other = seen.get(name);
    seen.set(name, id);
    if (other !== undefined) {
      yield finding(context, 'duplicate-tag', {
        at: ['stages', index, 'tag'],
        message: `The stages "${other}" and "${id}" would have the same git tag, "${name}".`,
        hint: 'Give one of them another `tag`.',
      });
    }
    if (!isTagName(name)) {
      yield finding(context, 'tag-name', {
        at: ['stages', index, 'tag'],
        message: `"${name}" can't be the name of a git tag.`,
        why: 'Freezing the stage puts a tag of this name on a commit.',
        hint: 'Use letters, digits, "-", "." and "/", as in "zero-draft".',
      });
    }
  }
}

/** Git's rules for names of refs (git-check-ref-format), in short. */
function isTagName(name: string): boolean {
  if (/[\p{Cc} ~^:?*[\\]|\.\.|@\{|\/\/|^[-/.]|[/.]$/u.test(name) || name === '@') return false;
  return name.split('/').every((part) => !part.startsWith('.') && !part.endsWith('.lock'));
}

const RESERVED: ReadonlySet<string> = new Set(Object.values(FOLDERS));

function* textPaths(context: ProcessRuleContext): Iterable<Finding> {
  const { process } = context;
  const places: [readonly PropertyKey[], string | readonly string[] | undefined][] = [
    [['text'], process.text],
    ...process.stages.map(({ text }, index): [PropertyKey[], typeof text] => [['stages', index, 'text'], text]),
  ];
  for (const [at, text] of places) {
    for (const [index, path] of (typeof text === 'string' ? [text] : (text ?? [])).entries()) {
      const problem = pathProblem(path);
      if (problem === undefined) continue;
      yield finding(context, 'text-path', {
        at: typeof text === 'string' ? at : [...at, index],
        message: `The text can't be at "${path.slice(0, 40)}": ${problem}.`,
        hint: 'Name a folder or a Markdown file inside the workspace, such as "drafts".',
      });
    }
  }
}

function pathProblem(path: string): string | undefined {
  if (path === '' || path.startsWith('/') || /^[A-Za-z]:[\\/]|\\/u.test(path))
    return 'paths are relative, with "/" between folders';
  if (path.split('/').includes('..')) return 'it leads out of the workspace';
  const first = path.replace(/^(\.\/)+/u, '').split('/')[0] ?? '';
  return RESERVED.has(first) ? `"${first}" has another use` : undefined;
}

function* periodsInOrder(context: ProcessRuleContext): Iterable<Finding> {
  for (const list of ['stages', 'rounds'] as const) {
    for (const [index, entry] of (context.process[list] ?? []).entries()) {
      for (const key of ['planned', 'actual'] as const) {
        if (!isBackwards(entry[key])) continue;
        yield finding(context, 'period', {
          at: [list, index, key],
          message: `The ${key} dates of "${entry.id}" end before they begin.`,
          hint: 'Swap `from` and `to`, or correct the year.',
        });
      }
    }
  }
}

function isBackwards(when: When | undefined): boolean {
  if (when === undefined || typeof when === 'string' || when.to === undefined) return false;
  const length = Math.min(when.from.length, when.to.length);
  return when.to.slice(0, length) < when.from.slice(0, length);
}

/** All rules, in the order of their findings. */
export const PROCESS_RULES: readonly ProcessRule[] = [
  uniqueIds,
  knownReferences,
  noCycles,
  tagNames,
  textPaths,
  periodsInOrder,
];
