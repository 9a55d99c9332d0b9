import type { Check, CheckContext } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import { findPersonalData } from '../../text/personal-data.ts';
import { sayAt } from '../say.ts';

/** Contacts of persons in the list of stakeholders. */
export const contact: Check = {
  id: 'stakeholders/contact',
  about: 'The list of stakeholders says where a contact is held, and never holds it.',
  why: `Files under git are read by many and kept for ever; contacts of persons do not belong in them.

Data-protection practice asks that personal data be kept no longer, and seen by no more people, than the work needs.`,
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'stakeholders.yaml',
    failing: '- { id: ex-network, name: Example network, group: civil-society, contact: amina@child-network.org }\n',
    passing: '- { id: ex-network, name: Example network, group: civil-society, contact: held-by-focal-point }\n',
  },
  run: ({ workspace }: CheckContext) =>
    workspace.stakeholders.flatMap((stakeholder, index) =>
      Object.entries(stakeholder).flatMap(([key, value]): Finding[] => {
        const words = (typeof value === 'string' ? [value] : (value ?? [])).filter((one) => !/^[\d-]*$/u.test(one));
        if (key === 'id' || !words.some((one) => findPersonalData(one).length > 0)) return [];
        const message = `The \`${key}\` of the stakeholder on place ${index + 1} of the list holds a contact of a person.`;
        const hint =
          'Write where the contact is held instead, such as held-by-focal-point, and keep it outside git or sealed.';
        return [sayAt(contact, 'stakeholders.yaml', { key: [index, key] }, { message, hint })];
      }),
    ),
};
