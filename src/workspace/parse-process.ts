import type { Finding } from '../model/finding.ts';
import { byCodePoint } from '../model/order.ts';
import { type Process, processSchema } from '../model/process.ts';
import { checkSchema } from '../text/schema-findings.ts';
import { readYaml } from '../text/yaml.ts';
import { PROCESS_RULES } from './process-rules.ts';

/** A process, or what is wrong with it. With findings of severity error there is none. */
export interface ProcessReading {
  readonly process?: Process;
  readonly findings: readonly Finding[];
}

/**
 * Reads a process and holds it against schema and rules.
 *
 * @param source Text of `penholder.yaml`.
 * @param file Its path, for findings.
 */
export function parseProcess(source: string, file: string): ProcessReading {
  const { value, placeOf, findings } = readYaml(source, file);
  if (findings.some(({ severity }) => severity === 'error')) return { findings };
  const checked = checkSchema(processSchema, value ?? {}, { file, placeOf, check: 'workspace/process' });
  const process = checked.value;
  if (process === undefined) return { findings: [...findings, ...checked.findings] };
  const broken = PROCESS_RULES.flatMap((rule) => [...rule({ process, placeOf })]);
  const all = [...findings, ...broken].sort(
    (a, b) => a.place.line - b.place.line || a.place.column - b.place.column || byCodePoint(a.check, b.check),
  );
  return broken.some(({ severity }) => severity === 'error') ? { findings: all } : { process, findings: all };
}
