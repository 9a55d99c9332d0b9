import type { Finding, Place } from '../model/finding.ts';
import { type SectionFrontMatter, type SectionSource, sectionFrontMatterSchema } from '../model/section.ts';
import { frontMatterEntries, readFrontMatter } from '../text/front-matter.ts';
import type { MarkdownOptions, MarkdownReading } from '../text/markdown/read-tree.ts';
import { nearest } from '../text/nearest.ts';
import { checkSchema } from '../text/schema-findings.ts';
import { FOREIGN_KEYS } from './foreign-keys.ts';
import { placeIn } from './key-place.ts';
import type { SectionInput } from './plain-section-of.ts';

/**
 * Reads one file of the text. Keys of front matter that do not hold are reported and left out; the text is kept.
 *
 * @param input The file.
 * @param parse Reads its Markdown.
 * @returns Undefined where what reads its Markdown can't.
 */
export function sectionOf<Reading extends MarkdownReading | undefined>(
  { source, file, language }: SectionInput,
  parse: (source: string, options: MarkdownOptions) => Reading,
): SectionSource | (Reading & undefined) {
  const reading = readFrontMatter(source, file);
  const { data, bodyOffset, keyPlaces, findings } = reading;
  const parsed = parse(source, { file, bodyOffset, language });
  if (parsed === undefined) return parsed as Reading & undefined;
  const placeOf = (path: readonly PropertyKey[]) => placeIn(keyPlaces, path, file);
  const checked = checkFrontMatter(data, file, placeOf);
  const all = [...findings, ...checked.findings, ...parsed.findings];
  const head = frontMatterEntries(reading);
  return { file, source, frontMatter: checked.frontMatter, ...head, tree: parsed.tree, findings: all };
}

type PlaceOf = (path: readonly PropertyKey[]) => Place;

/** Each key by itself, so that one that does not hold costs none of the others. */
function checkFrontMatter(
  data: Readonly<Record<string, unknown>>,
  file: string,
  placeOf: PlaceOf,
): { frontMatter: SectionFrontMatter; findings: readonly Finding[] } {
  const shape: Readonly<Record<string, unknown>> = sectionFrontMatterSchema.shape;
  const kept: Record<string, unknown> = {};
  const findings: Finding[] = [];
  for (const [key, value] of Object.entries(data)) {
    // A key that a template left empty says nothing.
    if (value === null) continue;
    if (!Object.hasOwn(shape, key)) {
      findings.push(unknownKey(key, Object.keys(shape), placeOf([key])));
      continue;
    }
    const checked = checkSchema(
      sectionFrontMatterSchema,
      { [key]: value },
      { file, placeOf, check: 'text/front-matter' },
    );
    if (checked.value !== undefined) kept[key] = value;
    findings.push(...checked.findings);
  }
  return { frontMatter: kept as SectionFrontMatter, findings };
}

function unknownKey(key: string, known: readonly string[], place: Place): Finding {
  const shown = key.slice(0, 40);
  if (FOREIGN_KEYS.has(key.toLowerCase().replaceAll('_', '-'))) {
    return {
      check: 'text/foreign-key',
      severity: 'info',
      message: `\`${shown}\` belongs to another system; it stays in the file and appears nowhere.`,
      place,
    };
  }
  const near = nearest(key, known);
  return {
    check: 'text/unknown-key',
    severity: 'warning',
    message: `A section has no key \`${shown}\`.`,
    why: 'It has no effect.',
    hint: near === undefined ? `Known keys: ${known.join(', ')}.` : `Did you mean \`${near}\`?`,
    place,
  };
}
