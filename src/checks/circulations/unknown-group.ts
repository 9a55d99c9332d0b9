import type { Check } from '../../model/contracts.ts';
import { nearest } from '../../text/nearest.ts';
import { exampleCirculation } from '../example-circulation.ts';
import { sayAt } from '../say.ts';
import { meant } from '../words.ts';

/** Circulations to somebody who is not in the process. */
export const unknownGroup: Check = {
  id: 'circulations/unknown-group',
  about: 'The group and the stakeholders that received a stage are those of the process and of stakeholders.yaml.',
  why: 'Under another name nobody can tell whether those who received the text answered.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'circulations/zero.yaml',
    failing: exampleCirculation({ to: 'civil-scoiety' }),
    passing: exampleCirculation({}),
  },
  run: ({ workspace }) => {
    const groups = (workspace.process.groups ?? []).map(({ id }) => id);
    const stakeholders = new Set(workspace.stakeholders.map(({ id }) => id));
    return (workspace.circulations ?? []).flatMap(({ file, line, entry }) => [
      ...(groups.includes(entry.to)
        ? []
        : [
            sayAt(
              unknownGroup,
              file,
              { words: entry.to, from: line },
              {
                message: `This circulation went to the group "${entry.to}", which the process does not declare.`,
                hint: meant(nearest(entry.to, groups), groups),
              },
            ),
          ]),
      ...(entry.stakeholders ?? [])
        .filter((id) => !stakeholders.has(id))
        .map((id) =>
          sayAt(
            unknownGroup,
            file,
            { words: id, from: line },
            {
              message: `This circulation went to the stakeholder "${id}", which is not in stakeholders.yaml.`,
              hint: 'Add the stakeholder there, or correct the id.',
            },
          ),
        ),
    ]);
  },
};
