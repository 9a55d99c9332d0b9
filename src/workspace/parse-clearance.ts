import { type ClearanceRecord, clearanceFileSchema } from '../model/clearance.ts';
import type { Finding, Place } from '../model/finding.ts';
import { checkSchema } from '../text/schema-findings.ts';
import { readYaml } from '../text/yaml.ts';
import { digestOfFiles } from './clearance-text.ts';
import { baseName } from './layout.ts';

/** The clearances of a stage, or what is wrong with them. */
export interface ClearanceReading {
  readonly record?: ClearanceRecord;
  readonly findings: readonly Finding[];
}

/**
 * Reads `clearances/<stage>.yaml`.
 *
 * @param source Text of the file.
 * @param file Workspace-relative path; its name is that of the stage.
 */
export function parseClearance(source: string, file: string): ClearanceReading {
  const { value, placeOf, findings } = readYaml(source, file);
  const checked = checkSchema(clearanceFileSchema, value ?? {}, { file, placeOf, check: 'clearances/schema' });
  const all = [...findings, ...checked.findings];
  if (checked.value === undefined) return { findings: all };
  const record = { stage: baseName(file).replace(/\.ya?ml$/iu, ''), file, record: checked.value };
  return { record, findings: [...all, ...brokenLists(record, placeOf)] };
}

/** A list that was edited by hand says nothing of what was cleared. */
function brokenLists(
  { record: { clearances = [], silence = [], texts = {} } }: ClearanceRecord,
  placeOf: (path: readonly PropertyKey[]) => Place,
): Finding[] {
  const bound = [
    ...clearances.map(({ text }, at) => ({ text, at: ['clearances', at, 'text'] })),
    ...silence.map(({ text }, at) => ({ text, at: ['silence', at, 'text'] })),
  ];
  const missing = bound
    .filter(({ text }) => texts[text] === undefined)
    .map(({ at }) => listFinding(placeOf(at), 'The list of files that was cleared is not under `texts`.'));
  const altered = Object.entries(texts)
    .filter(([digest, files]) => digestOfFiles(Object.entries(files)) !== digest)
    .map(([digest]) =>
      listFinding(placeOf(['texts', digest]), 'The files listed here do not give the digest they stand under.'),
    );
  return [...missing, ...altered];
}

function listFinding(place: Place, message: string): Finding {
  return {
    check: 'clearances/list',
    severity: 'error',
    message,
    why: 'A clearance is worth as much as it is certain what was cleared.',
    hint: 'Restore the file from git; what cannot be restored has to be cleared anew with "penholder clearance".',
    place,
  };
}
