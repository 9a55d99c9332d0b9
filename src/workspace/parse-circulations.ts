import { type Circulation, circulationSchema, circulationsFileSchema } from '../model/circulation.ts';
import type { Finding } from '../model/finding.ts';
import { checkSchema } from '../text/schema-findings.ts';
import { readYaml } from '../text/yaml.ts';
import { baseName } from './layout.ts';

/** The circulations that hold, and what is wrong with the others. */
export interface CirculationsReading {
  readonly circulations: readonly Circulation[];
  readonly findings: readonly Finding[];
}

/**
 * Reads `circulations/<stage>.yaml`. An entry that does not hold is reported; the others are kept.
 *
 * @param source Text of the file.
 * @param file Workspace-relative path; its name is that of the stage.
 */
export function parseCirculations(source: string, file: string): CirculationsReading {
  const { value, placeOf, findings } = readYaml(source, file);
  if (value === undefined || value === null) return { circulations: [], findings };
  const check = 'circulations/schema';
  if (!Array.isArray(value)) {
    const checked = checkSchema(circulationsFileSchema, value, { file, placeOf, check });
    return { circulations: [], findings: [...findings, ...checked.findings] };
  }
  const stage = baseName(file).replace(/\.ya?ml$/iu, '');
  const found: Finding[] = [...findings];
  const circulations = value.flatMap((item: unknown, index) => {
    const place = (path: readonly PropertyKey[]) => placeOf([index, ...path]);
    const checked = checkSchema(circulationSchema, item, { file, placeOf: place, check });
    found.push(...checked.findings);
    return checked.value === undefined ? [] : [{ stage, file, line: placeOf([index]).line, entry: checked.value }];
  });
  return { circulations, findings: found };
}
