import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { Finding } from '../../model/finding.ts';

/** Elements that surround the words of a page. */
type Kind = 'header' | 'footer' | 'nav';

/** The same as pages built from plain boxes say it. */
const ROLES: Readonly<Record<string, Kind>> = { banner: 'header', contentinfo: 'footer', navigation: 'nav' };
/** Inside these, a header or footer belongs to an article or a section, and so to what is said. */
const SECTIONING: ReadonlySet<string> = new Set('article aside main section blockquote td'.split(' '));
const HEADING = /^h[1-6]$/u;

/** Letters outside headings and links from which such an element holds text of its own, such as a preamble. */
const TEXT_FROM: Readonly<Record<Kind, number>> = { header: 200, nav: 200, footer: 600 };
/** A character of these scripts says about as much as three letters. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/**
 * Takes out of a page what every page of its site has: navigation, the banner but for its headings, the footer.
 *
 * Nothing goes where nothing else would be left; footnotes stay wherever they stand, and so does what is long enough to
 * be text: in some pages the header is the preamble.
 *
 * @param page Changed in place.
 * @param name Name of the file, for findings.
 * @returns Findings that say how much went; never its words.
 */
export function dropLandmarks(page: Root, name: string): readonly Finding[] {
  const found = landmarksIn(page, false);
  if (words(page) <= words(...found.map(({ element }) => element))) return [];
  return found.flatMap(({ element, kind, parent }) => {
    const headings = kind === 'header' ? headingsIn(element) : [];
    const at = parent.children.indexOf(element as never);
    const lost = words(element) - words(...headings);
    parent.children.splice(at, 1, ...(headings as never[]));
    return lost === 0 ? [] : [dropped(element, lost, name)];
  });
}

interface Landmark {
  readonly element: Element;
  readonly kind: Kind;
  readonly parent: Root | Element;
}

function landmarksIn(parent: Root | Element, inSection: boolean): Landmark[] {
  return (parent.children as RootContent[]).flatMap((child) => {
    if (child.type !== 'element') return [];
    const kind = kindOf(child, inSection);
    if (kind !== undefined) return hasNotes(child) || hasText(child, kind) ? [] : [{ element: child, kind, parent }];
    return landmarksIn(child, inSection || SECTIONING.has(child.tagName));
  });
}

/** A header or footer inside a section belongs to that. */
function kindOf({ tagName, properties }: Element, inSection: boolean): Kind | undefined {
  const role = String(properties.role ?? '');
  if (role !== '') return Object.hasOwn(ROLES, role) ? ROLES[role] : undefined;
  if (tagName === 'nav') return 'nav';
  return (tagName === 'header' || tagName === 'footer') && !inSection ? tagName : undefined;
}

/** Whether it holds notes of the text, which some programs put into the footer. */
function hasNotes(element: Element): boolean {
  const { role, className, id } = element.properties;
  const said = [role, id, ...(Array.isArray(className) ? className : [])].join(' ');
  return /\bdoc-|\b(?:foot|end)?notes?\b/iu.test(said) || childElements(element).some(hasNotes);
}

function hasText(element: Element, kind: Kind): boolean {
  const text = plain(element, APART);
  const letters = (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) + 2 * (text.match(DENSE)?.length ?? 0);
  return letters >= TEXT_FROM[kind];
}

function childElements(element: Element): Element[] {
  return element.children.filter((child): child is Element => child.type === 'element');
}

function headingsIn(element: Element): Element[] {
  return childElements(element).flatMap((child) => (HEADING.test(child.tagName) ? [child] : headingsIn(child)));
}

/** Elements whose text is no words of the page. */
const MUTE: ReadonlySet<string> = new Set('script style template noscript head'.split(' '));

function words(...nodes: readonly (Root | Element)[]): number {
  return nodes.reduce((sum, node) => sum + (plain(node).match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
}

/** Elements that are no running text either. */
const APART: ReadonlySet<string> = new Set([...MUTE, ...'a button h1 h2 h3 h4 h5 h6'.split(' ')]);

function plain(node: Root | RootContent | ElementContent, without: ReadonlySet<string> = MUTE): string {
  if (node.type === 'text') return `${node.value} `;
  if (node.type === 'element' && without.has(node.tagName)) return '';
  return 'children' in node ? node.children.map((child) => plain(child, without)).join('') : '';
}

function dropped({ tagName, position }: Element, count: number, name: string): Finding {
  return {
    check: 'ingest/landmark-dropped',
    severity: 'info',
    message: `A "${tagName}" element around the text was left out, with ${count === 1 ? 'one word' : `${count} words`}.`,
    why: 'Navigation, banners and footers stand on every page of a site; nobody who contributed said them.',
    hint: 'If it holds something to be answered, put that into the note by hand.',
    place: { file: name, line: position?.start.line ?? 1, column: 1 },
  };
}
