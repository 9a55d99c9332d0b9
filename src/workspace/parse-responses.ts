import type { Finding } from '../model/finding.ts';
import { type ResponseEntry, responseSchema } from '../model/response.ts';
import { checkSchema } from '../text/schema-findings.ts';
import { readYaml } from '../text/yaml.ts';
import { quickResponses } from './quick-responses.ts';

/** The entries of a `.responses.yaml` that hold, each with its line. */
export interface ResponsesReading {
  readonly file: string;
  readonly entries: readonly { readonly entry: ResponseEntry; readonly line: number }[];
  readonly findings: readonly Finding[];
}

/**
 * Reads a file of responses. An entry that does not hold is reported; the others are kept.
 *
 * @param source Text of the file.
 * @param file Workspace-relative path.
 */
export function parseResponses(source: string, file: string): ResponsesReading {
  return readQuickly(source, file) ?? readAsYaml(source, file);
}

/** What is written plainly and holds; undefined for all else, of which the YAML reader knows the places. */
function readQuickly(source: string, file: string): ResponsesReading | undefined {
  const quick = quickResponses(source);
  if (quick === undefined) return undefined;
  const entries: { readonly entry: ResponseEntry; readonly line: number }[] = [];
  for (const { values, line } of quick) {
    const checked = responseSchema.safeParse(values);
    if (!checked.success) return undefined;
    entries.push({ entry: checked.data, line });
  }
  return { file, entries, findings: [] };
}

/**
 * Reads a file of responses as YAML, however it is written.
 *
 * @param source Text of the file.
 * @param file Workspace-relative path.
 */
export function readAsYaml(source: string, file: string): ResponsesReading {
  const { value, placeOf, findings } = readYaml(source, file);
  if (value === undefined || value === null) return { file, entries: [], findings };
  if (!Array.isArray(value)) return { file, entries: [], findings: [...findings, noList(file)] };
  const found: Finding[] = [...findings];
  const entries = value.flatMap((item: unknown, index) => {
    const checked = checkSchema(responseSchema, item, {
      file,
      placeOf: (path) => placeOf([index, ...path]),
      check: 'responses/schema',
    });
    found.push(...checked.findings);
    return checked.value === undefined ? [] : [{ entry: checked.value, line: placeOf([index]).line }];
  });
  return { file, entries, findings: found };
}

/**
 * Reads a file of responses in JSON lines, as surveys with many inputs have them: one entry a line.
 *
 * @param source Text of the file.
 * @param file Workspace-relative path.
 */
export function parseResponseLines(source: string, file: string): ResponsesReading {
  const findings: Finding[] = [];
  const entries = source.split('\n').flatMap((text, index) => {
    if (text.trim() === '') return [];
    const place = { file, line: index + 1, column: 1 };
    const checked = checkSchema(responseSchema, jsonOf(text), {
      file,
      placeOf: () => place,
      check: 'responses/schema',
    });
    findings.push(...checked.findings);
    return checked.value === undefined ? [] : [{ entry: checked.value, line: index + 1 }];
  });
  return { file, entries, findings };
}

/** The value of a line; what is no JSON fits no schema. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function noList(file: string): Finding {
  return {
    check: 'responses/schema',
    severity: 'error',
    message: 'A file of responses must be a list, each entry beginning with "- input:".',
    hint: 'Put "- " before `input` and indent the other keys below it.',
    place: { file, line: 1, column: 1 },
  };
}
