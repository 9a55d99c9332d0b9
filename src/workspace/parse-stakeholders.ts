import type { Finding } from '../model/finding.ts';
import { stakeholderSchema, stakeholdersFileSchema } from '../model/stakeholder.ts';
import { checkSchema } from '../text/schema-findings.ts';
import { readYaml } from '../text/yaml.ts';
import type { StakeholdersReading } from './stakeholders.ts';

/**
 * Reads a list of stakeholders. An entry that does not hold is reported; the others are kept.
 *
 * @param source Text of the file.
 * @param file Workspace-relative path.
 */
export function parseStakeholders(source: string, file: string): StakeholdersReading {
  const { value, placeOf, findings } = readYaml(source, file);
  if (value === undefined || value === null) return { stakeholders: [], findings };
  if (!Array.isArray(value)) {
    const checked = checkSchema(stakeholdersFileSchema, value, { file, placeOf, check: 'stakeholders/schema' });
    return { stakeholders: [], findings: [...findings, ...checked.findings] };
  }
  const found: Finding[] = [...findings];
  const stakeholders = value.flatMap((item: unknown, index) => {
    const place = (path: readonly PropertyKey[]) => placeOf([index, ...path]);
    const checked = checkSchema(stakeholderSchema, item, { file, placeOf: place, check: 'stakeholders/schema' });
    found.push(...checked.findings);
    return checked.value === undefined ? [] : [checked.value];
  });
  return { stakeholders, findings: found };
}
