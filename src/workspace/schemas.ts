import { z } from 'zod';
import { changeLogSchema } from '../model/change-log-schema.ts';
import { circulationsFileSchema } from '../model/circulation.ts';
import { clearanceFileSchema } from '../model/clearance.ts';
import { noteFrontMatterSchema } from '../model/consultation-note.ts';
import { decisionFrontMatterSchema } from '../model/decision.ts';
import { mappingSchema } from '../model/mapping.ts';
import { processSchema } from '../model/process.ts';
import { questionnaireFrontMatterSchema } from '../model/questionnaire.ts';
import { resourcesFileSchema } from '../model/resource.ts';
import { responsesFileSchema } from '../model/response.ts';
import { sectionFrontMatterSchema } from '../model/section.ts';
import { stakeholdersFileSchema } from '../model/stakeholder.ts';
import { verdictsFileSchema } from '../model/verdict.ts';

/** Schemas that are published, each with the title editors show. */
const PUBLISHED: Readonly<Record<string, readonly [title: string, schema: z.ZodType]>> = {
  process: ['The process: penholder.yaml', processSchema],
  section: ['Front matter of a section of the text', sectionFrontMatterSchema],
  note: ['Front matter of a consultation note', noteFrontMatterSchema],
  responses: ['Responses to the inputs of a consultation note: <name>.responses.yaml', responsesFileSchema],
  decision: ['Front matter of a decision of the core group', decisionFrontMatterSchema],
  questionnaire: ['Front matter of a questionnaire', questionnaireFrontMatterSchema],
  mapping: ['How the columns of a spreadsheet are read: mappings/<name>.yaml', mappingSchema],
  stakeholders: ['Whom to reach: stakeholders.yaml', stakeholdersFileSchema],
  resources: ['Resources that can be cited, in CSL terms', resourcesFileSchema],
  clearance: ['Who cleared a stage: clearances/<stage>.yaml', clearanceFileSchema],
  circulations: ['What went to whom: circulations/<stage>.yaml', circulationsFileSchema],
  changes: ['Verdicts on changes that people overruled: changes.yaml', verdictsFileSchema],
  'change-log': ['A change log, as `penholder changes --to json` writes it', changeLogSchema],
};

/** JSON Schemas of all files that people write, and of those that other programs read, by file name. They describe what is written, before defaults. */
export function publishedSchemas(): Record<string, object> {
  return Object.fromEntries(
    Object.entries(PUBLISHED).map(([name, [title, schema]]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
      return [`${name}.schema.json`, { $schema, title, ...rest }];
    }),
  );
}
