import type { World } from '../io/world.ts';
import type { Decision } from '../model/decision.ts';
import type { Finding } from '../model/finding.ts';
import { readFiles } from './cached-reading.ts';
import { baseName, FOLDERS, isMarkdown } from './layout.ts';
import type { DecisionReading } from './parse-decision.ts';

/** Reads the decisions of the core group, one Markdown file each. */
export async function loadDecisions(
  world: World,
): Promise<{ decisions: readonly Decision[]; findings: readonly Finding[] }> {
  const files = await world.list(FOLDERS.decisions);
  const readings = await readFiles<DecisionReading>(
    world,
    files.filter(({ path }) => isMarkdown(path) && !/^readme\./iu.test(baseName(path))),
    {
      kind: 'decisions',
      load: async () => (await import('./parse-decision.ts')).parseDecision,
      unread: (findings) => ({ findings }),
    },
  );
  const decisions = readings.flatMap(({ decision }) => (decision === undefined ? [] : [decision]));
  return { decisions, findings: [...readings.flatMap(({ findings }) => findings), ...sameIds(decisions)] };
}

function sameIds(decisions: readonly Decision[]): readonly Finding[] {
  const first = new Map<string, string>();
  return decisions.flatMap(({ frontMatter: { id }, file }): Finding[] => {
    const other = first.get(id);
    if (other === undefined) {
      first.set(id, file);
      return [];
    }
    return [
      {
        check: 'decisions/duplicate-id',
        severity: 'error',
        message: `The decision "${id}" stands in ${other} as well.`,
        why: 'A reason that cites it could mean either.',
        hint: 'Give one of them another id.',
        place: { file, line: 1, column: 1 },
      },
    ];
  });
}
