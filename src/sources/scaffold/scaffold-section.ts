import type { Process } from '../../model/process.ts';
import { sectionFrontMatterSchema } from '../../model/section.ts';
import { readFrontMatter } from '../../text/front-matter.ts';
import { checkSchema } from '../../text/schema-findings.ts';
import { slug } from '../ingest/slug.ts';
import { fillTemplate } from './fill-template.ts';
import type { Scaffolded } from './scaffold-note.ts';

/** Path of the template of a section, below `templates/`. */
export const SECTION_TEMPLATE = 'sections/section.md';

/** What a new section is made of. */
export interface SectionScaffold {
  /** Text of the template, {@link SECTION_TEMPLATE}. */
  readonly template: string;
  readonly process: Process;
  readonly flags: {
    readonly name?: string;
    readonly title?: string;
    readonly lead?: string;
    readonly part?: string;
  };
  /** Workspace-relative paths of the sections there are, for the number of the new one. */
  readonly sections: readonly string[];
}

/**
 * Makes a new section from its template, numbered after the last one: `60-participation.md`.
 *
 * @param scaffold Template, process and flags.
 */
export function scaffoldSection({ template, process, flags, sections }: SectionScaffold): Scaffolded {
  const id = slug(flags.name?.replace(/^\d+-/u, '') ?? flags.title ?? '') || 'section';
  const members = process['core-group']?.map((member) => member.id) ?? [];
  const markdown = fillTemplate(template, { ...flags, title: flags.title ?? titleFrom(id), id, members });
  const path = `${folderOf(process)}/${numbered(flags.name, id, sections)}.md`;
  const given = Object.entries(readFrontMatter(markdown, path).data).filter(([, value]) => value !== null);
  const { findings } = checkSchema(sectionFrontMatterSchema, Object.fromEntries(given), {
    file: path,
    check: 'sections/front-matter',
  });
  const unknown = flags.lead !== undefined && members.length > 0 && !members.includes(flags.lead);
  return { path, markdown, findings: unknown ? [...findings, unknownLead(flags.lead ?? '', members, path)] : findings };
}

function titleFrom(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function folderOf({ text }: Process): string {
  if (text === undefined) return 'drafts';
  const [first = 'drafts'] = typeof text === 'string' ? [text] : text;
  return /\.md$/u.test(first) ? first.split('/').slice(0, -1).join('/') || '.' : first.replace(/\/$/u, '');
}

/** The name as given where it has a number of its own, else ten after the highest there is. */
function numbered(name: string | undefined, id: string, sections: readonly string[]): string {
  if (name !== undefined && /^\d+-/u.test(name)) return slug(name);
  const numbers = sections.map((path) => Number(/(?:^|\/)(\d+)-[^/]*$/u.exec(path)?.[1] ?? 0));
  const next = (Math.floor(Math.max(0, ...numbers) / 10) + 1) * 10;
  return `${String(next).padStart(2, '0')}-${id}`;
}

function unknownLead(lead: string, members: readonly string[], file: string): Scaffolded['findings'][number] {
  return {
    check: 'sections/unknown-member',
    severity: 'error',
    message: `"${lead.slice(0, 40)}" is not a member of the core group.`,
    why: 'The member who leads on a section holds the pen and is asked to clear it.',
    hint: `Members are ${members.join(', ')}; others can be added under "core-group" in penholder.yaml.`,
    place: { file, line: 1, column: 1 },
  };
}
