import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Every overruled verdict names its change, the verdict and the reason. */
export const schema: Check = readingCheck({
  id: 'changes/schema',
  about: 'Every overruled verdict names its change, the verdict and the reason.',
  why: 'A verdict that can not be read overrules nothing, and the change log goes on saying what somebody corrected.',
  severity: 'error',
  needs: ['changes'],
  examples: {
    file: 'changes.yaml',
    failing: '- change: 0123456789abcdef\n  severity: minor\n  reason: Only the order changed.\n',
    passing: '- change: 0123456789abcdef\n  severity: editorial\n  reason: Only the order changed.\n',
  },
});
