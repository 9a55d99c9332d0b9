import { stringify } from 'yaml';

/**
 * Fills the `{{name}}` of a template.
 *
 * In front matter a value is written as YAML on one line; in comments and in the body as it is. A name without a value
 * leaves nothing, and a comment that would list nothing is dropped.
 *
 * @param template The template, with front matter.
 * @param values Values by name.
 */
export function fillTemplate(template: string, values: Readonly<Record<string, unknown>>): string {
  const end = template.indexOf('\n---\n', 4) + 1;
  const head = template
    .slice(0, end)
    .split('\n')
    .map((line) => frontMatterLine(line, values));
  const body = template.slice(end).replace(/\{\{([a-z-]+)\}\}/gu, (_, name: string) => plain(values[name]));
  return head.join('\n') + body;
}

function frontMatterLine(line: string, values: Readonly<Record<string, unknown>>): string {
  const [, text = '', comment = ''] = /^(.*?)( #.*)?$/u.exec(line) ?? [];
  const filled = text.replace(/\{\{([a-z-]+)\}\}/u, (_, name: string) => yamlValue(values[name])).trimEnd();
  return filled + commentText(comment, values);
}

/** `# one of: a, b`; nothing where there is nothing to choose from. */
function commentText(comment: string, values: Readonly<Record<string, unknown>>): string {
  let isEmpty = false;
  const text = comment.replace(/\{\{([a-z-]+)\}\}/gu, (_, name: string) => {
    const value = plain(values[name]);
    if (value === '') isEmpty = true;
    return value.replaceAll('\n', ' ');
  });
  return isEmpty ? '' : text;
}

function plain(value: unknown): string {
  if (value === undefined || value === null) return '';
  return Array.isArray(value) ? value.join(', ') : String(value);
}

/** A value as YAML on one line. */
function yamlValue(value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  return stringify(value, {
    collectionStyle: 'flow',
    lineWidth: 0,
    defaultStringType: 'PLAIN',
    blockQuote: false,
  }).trimEnd();
}
