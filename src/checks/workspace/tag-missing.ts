import type { Check, CheckContext } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import type { Stage } from '../../model/process.ts';
import { endOf } from '../../trace/when.ts';
import { EXAMPLE_PROCESS, EXAMPLE_SECTION } from '../example-workspace.ts';
import { sayAt } from '../say.ts';

const STAGE = '- { id: zero, title: Zero draft, after: [first] }';

/** Stages that the process calls finished and git does not know. */
export const tagMissing: Check = {
  id: 'workspace/tag-missing',
  about: 'A stage with an actual date in the past has its git tag.',
  why: `A finished stage is read from its tag; without it neither the stage nor its changes can be shown again.

United Nations practice has revisions made against the issued text, with all changes visible.`,
  severity: 'warning',
  needs: ['stages'],
  examples: {
    file: 'penholder.yaml',
    failing: EXAMPLE_PROCESS.replace(STAGE, '- { id: zero, title: Zero draft, actual: 2022-05-14 }'),
    passing: EXAMPLE_PROCESS.replace(STAGE, '- { id: zero, title: Zero draft, planned: 2022-05-14 }'),
    files: { 'drafts/10-introduction.md': EXAMPLE_SECTION },
    frozen: {},
  },
  run: (context) =>
    context.workspace.process.stages.flatMap((stage, index) =>
      isMissing(stage, context) ? [finding(stage, index, context.shallow === true)] : [],
    ),
};

/** Outside git there are no stages at all, and nothing is said. */
function isMissing({ id, actual }: Stage, { stages, today }: CheckContext): boolean {
  if (stages === undefined || actual === undefined) return false;
  return endOf(actual) < today && !stages.some((stage) => stage.id === id);
}

function finding(stage: Stage, index: number, shallow: boolean): Finding {
  return sayAt(
    tagMissing,
    'penholder.yaml',
    { key: ['stages', index, 'actual'] },
    {
      message: `The stage "${stage.id}" was finished according to its actual date, but there is no tag "${stage.tag ?? `${stage.id}-draft`}".`,
      hint: `Run "git fetch${shallow ? ' --unshallow' : ''} --tags" if others have it, or "penholder freeze ${stage.id}".`,
    },
  );
}
