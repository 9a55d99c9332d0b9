import type { Check } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import type { Verdict } from '../../model/verdict.ts';
import { staleVerdicts } from '../../trace/overrule.ts';
import { say } from '../say.ts';

/** Verdicts whose change is no longer there in the words that were judged. */
export const staleVerdict: Check = {
  id: 'changes/stale-verdict',
  about: 'Every overruled verdict is about a change that still reads as it did when it was judged.',
  why: `A verdict holds for the words that somebody read; once they are changed again, the program's verdict stands until somebody looks anew.`,
  severity: 'warning',
  needs: ['text', 'stages', 'changes'],
  examples: {
    file: 'changes.yaml',
    failing: '- change: 0123456789abcdef\n  severity: editorial\n  reason: Only the order changed.\n',
    passing: '[]\n',
  },
  run: ({ verdicts = [], changes = [], shallow }) => {
    // In a shallow clone the stages between which it was judged may be missing.
    if (shallow === true) return [];
    return staleVerdicts(verdicts, changes).map(finding);
  },
};

function finding({ entry, file, line }: Verdict): Finding {
  const where = (entry.passages ?? []).length === 0 ? '' : ` in ${(entry.passages ?? []).join(', ')}`;
  return say(
    staleVerdict,
    { file, line, column: 1 },
    {
      message: `The change ${entry.change}${where}, which was judged ${entry.severity} here, is in no change log between neighbouring stages.`,
      hint: 'Look at the change again: overrule it anew with "penholder changes <from> <to> --overrule", or delete this entry.',
    },
  );
}
