import type { World } from '../io/world.ts';
import type { Finding } from '../model/finding.ts';
import { mappingSchema, type NamedMapping } from '../model/mapping.ts';
import { checkSchema } from '../text/schema-findings.ts';
import { readYaml } from '../text/yaml.ts';
import { baseName, FOLDERS } from './layout.ts';

/** How the columns of spreadsheets are read, one file each in `mappings/`; a file that does not hold is a finding. */
export async function loadMappings(
  world: World,
): Promise<{ readonly mappings: readonly NamedMapping[]; readonly findings: readonly Finding[] }> {
  const files = (await world.list(FOLDERS.mappings)).filter(({ path }) => /\.ya?ml$/iu.test(path));
  const mappings: NamedMapping[] = [];
  const findings: Finding[] = [];
  for (const { path } of files) {
    const bytes = await world.read(path);
    if (bytes === undefined) continue;
    const reading = readYaml(new TextDecoder().decode(bytes), path);
    findings.push(...reading.findings);
    if (reading.value === undefined) continue;
    const checked = checkSchema(mappingSchema, reading.value, {
      file: path,
      check: 'mappings/schema',
      placeOf: reading.placeOf,
    });
    findings.push(...checked.findings);
    if (checked.value !== undefined) {
      mappings.push({ name: baseName(path).replace(/\.ya?ml$/iu, ''), mapping: checked.value });
    }
  }
  return { mappings, findings };
}
