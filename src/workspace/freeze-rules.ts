/** What must hold before a stage is frozen. All rules run; each says all it has to say. */
import type { Node } from 'unist';
import type { ClearanceState } from '../model/clearance.ts';
import type { Finding, Place } from '../model/finding.ts';
import type { SectionSource } from '../model/section.ts';
import { FOLDERS, PROCESS_FILE } from './layout.ts';
import type { FreezeContext } from './plan-freeze.ts';
import { tidyPath } from './select-text.ts';
import { stageFinding } from './stage-problems.ts';

/** One rule on freezing. */
export type FreezeRule = (context: FreezeContext) => readonly Finding[] | Promise<readonly Finding[]>;

function identityKnown({ identity }: FreezeContext): readonly Finding[] {
  if (identity) return [];
  return [
    stageFinding('no-identity', {
      message: 'Git does not know who you are.',
      why: 'A frozen stage carries the name of who froze it.',
      hint: 'Run: git config --global user.name "Your Name" && git config --global user.email you@example.org',
    }),
  ];
}

function onBranch({ state }: FreezeContext): readonly Finding[] {
  if (state.branch !== undefined) return [];
  const finding = stageFinding('detached-head', {
    message: 'The present commit is on no branch (detached HEAD).',
    why: 'Work that goes on from here is easily lost.',
    hint: 'Run: git switch -c <name of a branch>',
  });
  return [{ ...finding, severity: 'warning' }];
}

function wholeHistory({ state }: FreezeContext): readonly Finding[] {
  if (!state.shallow) return [];
  const finding = stageFinding('shallow', {
    message: 'This clone is shallow, so earlier freezes of the stage may be missing from it.',
    why: 'The tag could get a name that is taken elsewhere.',
    hint: 'Run: git fetch --unshallow --tags',
  });
  return [{ ...finding, severity: 'warning' }];
}

function committed({ changed, process }: FreezeContext): readonly Finding[] {
  const wanted = [process.text ?? 'drafts'].flat().map(tidyPath);
  const folders = [...wanted, FOLDERS.resources, FOLDERS.clearances, PROCESS_FILE];
  const uncommitted = changed.filter((path) =>
    folders.some((folder) => folder === '' || path === folder || path.startsWith(`${folder}/`)),
  );
  if (uncommitted.length === 0) return [];
  const names =
    uncommitted.slice(0, 5).join(', ') + (uncommitted.length > 5 ? ` and ${uncommitted.length - 5} more` : '');
  return [
    stageFinding('uncommitted', {
      message: `What is to be frozen has changes that are not committed: ${names}.`,
      why: 'A stage is a commit; what is not committed would be missing from it.',
      hint: 'Run: git add -A && git commit -m "…", then freeze again.',
    }),
  ];
}

function hasText({ text, stage }: FreezeContext): readonly Finding[] {
  if (text.sections.length > 0) return [];
  return [
    stageFinding('empty', {
      message: `There is no text to freeze as "${stage.id}".`,
      why: 'No Markdown file was found where the process says the text is.',
      hint: `Write a section, or correct \`text:\` in ${PROCESS_FILE}.`,
    }),
  ];
}

async function idsStamped({ text }: FreezeContext): Promise<readonly Finding[]> {
  const { stampIds } = await import('../text/ids.ts');
  return text.sections.flatMap(({ source, tree, file }) => {
    let count = 0;
    const newId = () => {
      count += 1;
      return String(count).padStart(7, '0');
    };
    const { stamped } = stampIds(source, tree, { newId, prefix: 'p-' });
    const [first] = stamped;
    return first === undefined ? [] : [unstamped(file, first.line, stamped.length)];
  });
}

function unstamped(file: string, line: number, count: number): Finding {
  const many = count === 1 ? 'One passage here has no id.' : `${count} passages here have no id, this one first.`;
  return {
    check: 'stages/unstamped',
    severity: 'error',
    message: many,
    why: 'Responses and the change log point at passages by their ids, and a frozen stage never changes.',
    hint: 'Run: penholder ids, then commit.',
    place: { file, line, column: 1 },
  };
}

function nothingOpen({ text, stage, process }: FreezeContext): readonly Finding[] {
  if (process.stages.at(-1)?.id !== stage.id) return [];
  return text.sections.flatMap((section) => openPlaces(section).map((open) => openFinding(stage.title, open)));
}

interface OpenPlace {
  readonly type: string;
  readonly place: Place;
}

function openPlaces({ tree, file }: SectionSource): readonly OpenPlace[] {
  const found: OpenPlace[] = [];
  const visit = (node: Node): void => {
    if (node.type === 'bracket' || node.type === 'alternatives') {
      const start = node.position?.start;
      found.push({ type: node.type, place: { file, line: start?.line ?? 1, column: start?.column ?? 1 } });
    } else for (const child of (node as { children?: readonly Node[] }).children ?? []) visit(child);
  };
  visit(tree);
  return found;
}

function openFinding(title: string, { type, place }: OpenPlace): Finding {
  const bracket = type === 'bracket';
  return {
    check: 'stages/open-bracket',
    severity: 'error',
    message: bracket ? 'This text still stands in square brackets.' : 'These alternatives are still open.',
    why: `${title} is the last stage, and what is not agreed can not be in it.`,
    hint: bracket ? 'Lift the bracket, or take the text out.' : 'Keep one of the alternatives.',
    place,
  };
}

function cleared({ clearance, stage, process }: FreezeContext): readonly Finding[] {
  if (clearance === undefined || clearance.missing.length === 0) return [];
  const level = stage.clearance ?? process.stages.find(({ id }) => id === stage.id)?.clearance;
  return clearance.missing.map((member) => ({
    check: 'stages/not-cleared',
    severity: 'error',
    message: `${member} has not cleared this text${level === undefined ? '' : ` at ${level} level`}${whyNot(member, clearance)}.`,
    why: `${stage.title} is agreed when the whole core group has cleared it, each member this very text.`,
    hint: `When it does, run: penholder clearance ${stage.id} --as ${member} --level ${level ?? 'principal'}. ${orSilence(stage.id, clearance)}`,
    place: { file: clearance.file, line: 1, column: 1 },
  }));
}

/** A procedure that runs is waited for; two deadlines for one silence are none. */
function orSilence(stage: string, { silence }: ClearanceState): string {
  const last = silence.at(-1);
  return last?.state === 'running'
    ? `Or wait until ${last.silence.deadline}, when silence counts as consent.`
    : `Or open a silence procedure: penholder clearance ${stage} --open-silence --deadline <date>`;
}

/** What became of a clearance that was there. */
function whyNot(member: string, { signOffs, silence }: ClearanceState): string {
  const last = signOffs.findLast(({ signOff }) => signOff.by === member || signOff['on-behalf']?.includes(member));
  if (last !== undefined && last.changed.length > 0)
    return `: since it did, ${last.changed.slice(0, 5).join(', ')}${last.changed.length > 5 ? ` and ${last.changed.length - 5} more` : ''} changed`;
  const procedure = silence.at(-1);
  return procedure === undefined || procedure.state === 'completed' ? '' : SILENCE[procedure.state];
}

const SILENCE: Readonly<Record<'running' | 'broken' | 'void', string>> = {
  running: ', and the silence procedure is not over',
  broken: ', and the silence was broken',
  void: ', and the text changed during the silence procedure',
};

/** All rules, in the order of their findings. */
export const FREEZE_RULES: readonly FreezeRule[] = [
  identityKnown,
  onBranch,
  wholeHistory,
  committed,
  hasText,
  idsStamped,
  nothingOpen,
  cleared,
];
