import type { Check, CheckContext } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import { sayAt } from '../say.ts';

/** Stakeholders with the same id. */
export const duplicateId: Check = {
  id: 'stakeholders/duplicate-id',
  about: 'No two stakeholders have the same id.',
  why: 'Imports and reports go by the id; of two with the same one, either could be meant.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'stakeholders.yaml',
    failing:
      '- { id: ex-network, name: Example network, group: civil-society }\n- { id: ex-network, name: Another network, group: civil-society }\n',
    passing:
      '- { id: ex-network, name: Example network, group: civil-society }\n- { id: ex-other, name: Another network, group: civil-society }\n',
  },
  run: ({ workspace }: CheckContext) => {
    const seen = new Set<string>();
    return workspace.stakeholders.flatMap(({ id }, index): Finding[] => {
      const isSecond = seen.has(id);
      seen.add(id);
      if (!isSecond) return [];
      const message = `The id "${id}" stands in the list of stakeholders a second time.`;
      const hint = 'Make one entry of the two, or give one of them another id.';
      return [sayAt(duplicateId, 'stakeholders.yaml', { key: [index, 'id'] }, { message, hint })];
    });
  },
};
