import type { Finding } from '../model/finding.ts';
import { resourceSchema } from '../model/resource.ts';
import { checkSchema } from '../text/schema-findings.ts';
import { readYaml } from '../text/yaml.ts';
import type { ResourcesReading } from './resources.ts';

/**
 * Reads a file of resources: a list, or `references:` with a list. JSON is YAML and is read as such.
 * An entry that does not hold is reported; the others are kept.
 *
 * @param source Text of the file.
 * @param file Workspace-relative path.
 */
export function parseResources(source: string, file: string): ResourcesReading {
  const { value, placeOf, findings } = readYaml(source, file);
  if (value === undefined || value === null) return { resources: [], findings };
  const nested =
    !Array.isArray(value) && typeof value === 'object' ? (value as { references?: unknown }).references : value;
  const at = Array.isArray(value) ? [] : ['references'];
  if (!Array.isArray(nested)) return { resources: [], findings: [...findings, noList(file)] };
  const found: Finding[] = [...findings];
  const resources = nested.flatMap((item: unknown, index) => {
    const place = (path: readonly PropertyKey[]) => placeOf([...at, index, ...path]);
    const checked = checkSchema(resourceSchema, item, { file, placeOf: place, check: 'resources/schema' });
    found.push(...checked.findings);
    return checked.value === undefined ? [] : [checked.value];
  });
  return { resources, findings: found };
}

function noList(file: string): Finding {
  return {
    check: 'resources/schema',
    severity: 'error',
    message: 'A file of resources must be a list of entries in CSL terms, each with an `id`.',
    why: 'Nothing in it can be cited.',
    hint: 'Export it from your reference manager as CSL-JSON or CSL-YAML.',
    place: { file, line: 1, column: 1 },
  };
}
