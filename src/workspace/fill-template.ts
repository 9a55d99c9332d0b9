/** Values a template is filled with, by name. A list becomes lines, each indented as the placeholder is. */
export type TemplateValues = Readonly<Record<string, string | readonly string[]>>;

/**
 * Fills a template.
 *
 * `{{name}}` becomes a quoted YAML text, in which nothing can be anything but text. `{{name:text}}` becomes plain words in
 * Markdown, with what would be mark-up escaped. `{{name:lines}}`, alone on a line, becomes the lines of a list as they are.
 *
 * @throws where a template names a value that is not given; that is a fault of the template.
 */
export function fillTemplate(template: string, values: TemplateValues): string {
  return template
    .replace(/^([ \t]*)\{\{([a-z-]+):lines\}\}\n/gmu, (_all, indent: string, name: string) =>
      listOf(values, name)
        .map((line) => `${line === '' ? '' : indent + line}\n`)
        .join(''),
    )
    .replace(/\{\{([a-z-]+)(:text)?\}\}/gu, (_all, name: string, text: string | undefined) =>
      text === undefined ? yamlText(textOf(values, name)) : markdownText(textOf(values, name)),
    );
}

function listOf(values: TemplateValues, name: string): readonly string[] {
  const value = values[name];
  if (value === undefined || typeof value === 'string') throw new Error(`The template needs the lines of "${name}".`);
  return value;
}

function textOf(values: TemplateValues, name: string): string {
  const value = values[name];
  if (typeof value !== 'string') throw new Error(`The template needs a value for "${name}".`);
  return value;
}

/** A text as YAML: bare where that can mean nothing else, else in double quotes, which are JSON's. */
export function yamlText(text: string): string {
  // Each part after the first has its separator: with an optional one, a title that does not fit would be tried in
  // every way there is to cut it up.
  const bare = /^[\p{L}][\p{L}\p{N}]*(?:[ ./-][\p{L}\p{N}]+)*$/u.test(text) && !YAML_WORDS.test(text);
  return bare ? text : JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/gu, escapeUnit);
}

const YAML_WORDS = /^(?:y|n|yes|no|on|off|true|false|null)$/iu;

function escapeUnit(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function markdownText(text: string): string {
  return text
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>#|~^{}:]/gu, (letter) => (letter === ':' ? ':' : `\\${letter}`));
}
