import type { Resource } from '../model/resource.ts';

/**
 * A resource written as a footnote or an entry of a bibliography, from its CSL fields.
 *
 * The order follows the United Nations Editorial Manual for documents, publications, articles and web pages:
 * author, title, container, publisher and place, symbol or number, date, address.
 */
export function formatResource(resource: Resource): string {
  const write = WRITERS[resource.type ?? ''] ?? writeDocument;
  const parts = write(resource).filter((part) => part !== undefined && part !== '');
  return parts.length > 0 ? parts.join(', ') : resource.id;
}

/** Short form for a resource that was cited before: its short title, its symbol or its title. */
export function shortResource(resource: Resource): string {
  return resource['title-short'] ?? resource.title ?? textOf(resource.number) ?? resource.id;
}

type Parts = readonly (string | undefined)[];

const WRITERS: Readonly<Record<string, (resource: Resource) => Parts>> = {
  'article-journal': writeArticle,
  'article-magazine': writeArticle,
  'article-newspaper': writeArticle,
  chapter: writeChapter,
  'paper-conference': writeChapter,
  book: writeBook,
  report: writeDocument,
  webpage: writeWebPage,
  post: writeWebPage,
  'post-weblog': writeWebPage,
  treaty: writeTreaty,
};

function writeDocument(resource: Resource): Parts {
  return [
    names(resource.author) ?? resource.authority,
    resource.title,
    resource.genre,
    textOf(resource.number) === undefined
      ? undefined
      : `(${textOf(resource.number)})`.replace(/^\(\((.*)\)\)$/u, '($1)'),
    publisher(resource),
    issued(resource),
    address(resource),
  ].reduce<(string | undefined)[]>(joinParenthesis, []);
}

/** A symbol in parentheses follows what stands before it without a comma. */
function joinParenthesis(parts: (string | undefined)[], part: string | undefined): (string | undefined)[] {
  const last = parts.findLastIndex((earlier) => earlier !== undefined);
  if (part?.startsWith('(') !== true || last === -1) return [...parts, part];
  return parts.with(last, `${parts[last]} ${part}`);
}

function writeTreaty(resource: Resource): Parts {
  return [resource.title, textOf(resource.volume), issued(resource), address(resource)];
}

function writeBook(resource: Resource): Parts {
  return [
    names(resource.author) ?? names(resource.editor),
    resource.title,
    publisher(resource),
    issued(resource),
    address(resource),
  ];
}

function writeArticle(resource: Resource): Parts {
  return [
    names(resource.author),
    resource.title === undefined ? undefined : `“${resource.title}”`,
    resource['container-title'],
    volume(resource),
    issued(resource),
    resource.page === undefined ? undefined : `pp. ${textOf(resource.page)}`,
    address(resource),
  ];
}

function writeChapter(resource: Resource): Parts {
  const container = resource['container-title'];
  return [
    names(resource.author),
    resource.title === undefined ? undefined : `“${resource.title}”`,
    container === undefined ? undefined : `in ${container}`,
    publisher(resource),
    issued(resource),
    address(resource),
  ];
}

function writeWebPage(resource: Resource): Parts {
  return [
    names(resource.author) ?? resource.publisher,
    resource.title === undefined ? undefined : `“${resource.title}”`,
    resource['container-title'],
    issued(resource),
    address(resource),
  ];
}

function textOf(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

function names(list: Resource['author']): string | undefined {
  const written = (list ?? []).map(
    (name) => name.literal ?? [name.given, name.family].filter((part) => part !== undefined).join(' '),
  );
  if (written.length === 0) return undefined;
  if (written.length > 3) return `${written[0]} and others`;
  return written.length === 1 ? written[0] : `${written.slice(0, -1).join(', ')} and ${written.at(-1)}`;
}

function publisher(resource: Resource): string | undefined {
  const both = [resource['publisher-place'], resource.publisher].filter((part) => part !== undefined);
  return both.length > 0 ? both.join(', ') : undefined;
}

function volume(resource: Resource): string | undefined {
  const { volume: book, issue } = resource;
  if (book === undefined) return issue === undefined ? undefined : `No. ${issue}`;
  return issue === undefined ? `vol. ${book}` : `vol. ${book}, No. ${issue}`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function issued(resource: Resource): string | undefined {
  const value = resource.issued;
  if (value === undefined) return undefined;
  if (typeof value !== 'object') return writeDate(String(value).split('-'));
  const parts = value['date-parts']?.[0];
  if (parts !== undefined) return writeDate(parts.map(String));
  if (value.year !== undefined)
    return writeDate([value.year, value.month, value.day].flatMap((part) => part ?? []).map(String));
  return value.literal ?? value.raw;
}

function writeDate(parts: readonly string[]): string {
  const [year = '', month, day] = parts;
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return parts.join('-');
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

function address(resource: Resource): string | undefined {
  if (resource.URL !== undefined) return `available at ${resource.URL}`;
  return resource.DOI === undefined ? undefined : `https://doi.org/${resource.DOI}`;
}
