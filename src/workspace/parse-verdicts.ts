import type { Finding } from '../model/finding.ts';
import { type Verdict, verdictSchema } from '../model/verdict.ts';
import { checkSchema } from '../text/schema-findings.ts';
import { readYaml } from '../text/yaml.ts';

/** Verdicts that hold, and what is wrong with the others. */
export interface VerdictsReading {
  readonly verdicts: readonly Verdict[];
  readonly findings: readonly Finding[];
}

/**
 * Reads `changes.yaml`. An entry that does not hold is reported; the others are kept.
 *
 * @param source Text of the file.
 * @param file Workspace-relative path.
 */
export function parseVerdicts(source: string, file: string): VerdictsReading {
  const { value, placeOf, findings } = readYaml(source, file);
  if (value === undefined || value === null) return { verdicts: [], findings };
  if (!Array.isArray(value)) return { verdicts: [], findings: [...findings, noList(file)] };
  const found: Finding[] = [...findings];
  const verdicts = value.flatMap((item: unknown, index) => {
    const checked = checkSchema(verdictSchema, item, {
      file,
      placeOf: (path) => placeOf([index, ...path]),
      check: 'changes/schema',
    });
    found.push(...checked.findings);
    return checked.value === undefined ? [] : [{ entry: checked.value, file, line: placeOf([index]).line }];
  });
  return { verdicts, findings: found };
}

function noList(file: string): Finding {
  return {
    check: 'changes/schema',
    severity: 'error',
    message: 'A file of verdicts on changes must be a list, each entry beginning with "- change:".',
    hint: 'Put "- " before `change` and indent the other keys below it.',
    place: { file, line: 1, column: 1 },
  };
}
