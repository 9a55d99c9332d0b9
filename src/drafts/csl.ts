import { formatDate } from '../model/labels.ts';
import type { Resource } from '../model/resource.ts';

/** The small words of a reference. */
interface ReferenceWords {
  readonly and: string;
  readonly others: string;
  readonly in: string;
  readonly at: string;
}

const ENGLISH: ReferenceWords = { and: 'and', others: 'and others', in: 'in', at: 'available at' };

const WORDS: Readonly<Record<string, ReferenceWords>> = {
  fr: { and: 'et', others: 'et autres', in: 'dans', at: 'disponible à l’adresse' },
  es: { and: 'y', others: 'y otros', in: 'en', at: 'disponible en' },
  ar: { and: 'و', others: 'وآخرون', in: 'في', at: 'متاح على' },
  ru: { and: 'и', others: 'и др.', in: 'в', at: 'URL:' },
  zh: { and: '和', others: '等', in: '载于', at: '可查阅' },
};

/** A language with its words. */
interface Tongue {
  readonly language: string;
  readonly words: ReferenceWords;
}

/**
 * A resource written as a footnote or an entry of a bibliography, from its CSL fields.
 *
 * The order follows the United Nations Editorial Manual for documents, publications, articles and web pages:
 * author, title, container, publisher and place, symbol or number, date, address.
 *
 * @param language Language of the document, for dates and small words.
 */
export function formatResource(resource: Resource, language: string): string {
  const write = WRITERS[resource.type ?? ''] ?? writeDocument;
  const tongue = { language, words: WORDS[language.slice(0, 2).toLowerCase()] ?? ENGLISH };
  const parts = write(resource, tongue).filter((part) => part !== undefined && part !== '');
  return parts.length > 0 ? parts.join(', ') : resource.id;
}

/** Short form for a resource that was cited before: its short title, its symbol or its title. */
export function shortResource(resource: Resource): string {
  return resource['title-short'] ?? resource.title ?? textOf(resource.number) ?? resource.id;
}

type Parts = readonly (string | undefined)[];

const WRITERS: Readonly<Record<string, (resource: Resource, tongue: Tongue) => Parts>> = {
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

function writeDocument(resource: Resource, tongue: Tongue): Parts {
  return [
    names(resource.author, tongue) ?? resource.authority,
    resource.title,
    resource.genre,
    textOf(resource.number) === undefined
      ? undefined
      : `(${textOf(resource.number)})`.replace(/^\(\((.*)\)\)$/u, '($1)'),
    publisher(resource),
    issued(resource, tongue),
    address(resource, tongue),
  ].reduce<(string | undefined)[]>(joinParenthesis, []);
}

/** A symbol in parentheses follows what stands before it without a comma. */
function joinParenthesis(parts: (string | undefined)[], part: string | undefined): (string | undefined)[] {
  const last = parts.findLastIndex((earlier) => earlier !== undefined);
  if (part?.startsWith('(') !== true || last === -1) return [...parts, part];
  return parts.with(last, `${parts[last]} ${part}`);
}

function writeTreaty(resource: Resource, tongue: Tongue): Parts {
  return [resource.title, textOf(resource.volume), issued(resource, tongue), address(resource, tongue)];
}

function writeBook(resource: Resource, tongue: Tongue): Parts {
  return [
    names(resource.author, tongue) ?? names(resource.editor, tongue),
    resource.title,
    publisher(resource),
    issued(resource, tongue),
    address(resource, tongue),
  ];
}

function writeArticle(resource: Resource, tongue: Tongue): Parts {
  return [
    names(resource.author, tongue),
    resource.title === undefined ? undefined : `“${resource.title}”`,
    resource['container-title'],
    volume(resource),
    issued(resource, tongue),
    resource.page === undefined ? undefined : `pp. ${textOf(resource.page)}`,
    address(resource, tongue),
  ];
}

function writeChapter(resource: Resource, tongue: Tongue): Parts {
  const container = resource['container-title'];
  return [
    names(resource.author, tongue),
    resource.title === undefined ? undefined : `“${resource.title}”`,
    container === undefined ? undefined : `${tongue.words.in} ${container}`,
    publisher(resource),
    issued(resource, tongue),
    address(resource, tongue),
  ];
}

function writeWebPage(resource: Resource, tongue: Tongue): Parts {
  return [
    names(resource.author, tongue) ?? resource.publisher,
    resource.title === undefined ? undefined : `“${resource.title}”`,
    resource['container-title'],
    issued(resource, tongue),
    address(resource, tongue),
  ];
}

function textOf(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

function names(list: Resource['author'], { words }: Tongue): string | undefined {
  const written = (list ?? []).map(
    (name) => name.literal ?? [name.given, name.family].filter((part) => part !== undefined).join(' '),
  );
  if (written.length === 0) return undefined;
  if (written.length > 3) return `${written[0]} ${words.others}`;
  return written.length === 1 ? written[0] : `${written.slice(0, -1).join(', ')} ${words.and} ${written.at(-1)}`;
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

function issued(resource: Resource, { language }: Tongue): string | undefined {
  const value = resource.issued;
  if (value === undefined) return undefined;
  if (typeof value !== 'object') return writeDate(String(value).split('-'), language);
  const parts = value['date-parts']?.[0] ?? (value.year === undefined ? [] : [value.year, value.month, value.day]);
  const known = parts.filter((part) => part !== undefined).map(String);
  return known.length > 0 ? writeDate(known, language) : (value.literal ?? value.raw);
}

/** CSL gives months and days without a leading zero. */
function writeDate(parts: readonly string[], language: string): string {
  return formatDate(parts.map((part) => (/^\d$/u.test(part) ? `0${part}` : part)).join('-'), language);
}

function address(resource: Resource, { words }: Tongue): string | undefined {
  if (resource.URL !== undefined) return `${words.at} ${resource.URL}`;
  return resource.DOI === undefined ? undefined : `https://doi.org/${resource.DOI}`;
}
