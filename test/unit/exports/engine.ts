/** The form engine of ODK in a bare DOM, so that tests answer forms as a phone would. */
import { createRequire } from 'node:module';

/** A text of the engine. */
interface TextRange {
  readonly asString: string;
}

/** A node of a form that is being answered. */
export interface AnsweredNode {
  readonly nodeType: string;
  readonly definition: { readonly nodeset?: string };
  readonly currentState: {
    readonly reference: string;
    readonly relevant: boolean;
    readonly required: boolean;
    readonly readonly: boolean;
    readonly label: TextRange | null;
    readonly hint: TextRange | null;
    readonly children: readonly AnsweredNode[] | null;
    readonly valueOptions: readonly { readonly value: string; readonly label: TextRange }[] | null;
    readonly value: unknown;
  };
  readonly validationState: {
    readonly violation?: { readonly condition: string; readonly message: TextRange | null } | null;
    readonly violations?: readonly unknown[];
  };
  readonly setValue?: (value: unknown) => void;
  readonly selectValues?: (values: readonly string[]) => void;
  readonly selectValue?: (value: string) => void;
  readonly addInstances?: (after?: number, count?: number) => void;
}

interface RootNode extends AnsweredNode {
  readonly languages: readonly { readonly language: string }[];
  readonly setLanguage: (language: { readonly language: string }) => void;
  readonly prepareInstancePayload: () => Promise<{ readonly data: readonly { get(name: string): File }[] }>;
}

/** A form that is being answered. */
export interface Answering {
  readonly languages: readonly string[];
  readonly speak: (language: string) => void;
  /** The node at a path such as `/data/q1`, `/data/g[2]/q1`. */
  readonly node: (path: string) => AnsweredNode;
  /** Paths of all nodes there are now. */
  readonly paths: () => readonly string[];
  readonly answer: (path: string, value: string | number | readonly string[]) => void;
  /** What would be sent. */
  readonly xml: () => Promise<string>;
}

const GLOBALS = [
  'document DOMParser XMLSerializer Node Element Document XMLDocument Attr Text CDATASection Comment XPathResult',
  'XPathEvaluator XPathExpression NodeFilter HTMLElement ProcessingInstruction CharacterData',
]
  .join(' ')
  .split(' ');

/** The engine keeps the classes of the DOM it was loaded with, so that there is one for all forms. */
let engine: ReturnType<typeof loadEngine> | undefined;

async function loadEngine() {
  const { JSDOM } = await import('jsdom');
  const { window } = new JSDOM('<!doctype html>', { url: 'http://localhost/' });
  const target = globalThis as unknown as Record<string, unknown>;
  target.window = window;
  for (const name of GLOBALS) if (name in window) target[name] = window[name];
  target.require = createRequire(import.meta.url);
  target.__dirname = new URL('.', import.meta.url).pathname;
  return import('@getodk/xforms-engine');
}

/**
 * Opens a form to answer it.
 *
 * @param xml An XForm.
 * @throws Error in the engine's words where it does not take the form.
 */
export async function openForm(xml: string): Promise<Answering> {
  engine ??= loadEngine();
  const { loadForm, constants } = await engine;
  const options = { missingResourceBehavior: constants.MISSING_RESOURCE_BEHAVIOR.BLANK };
  const result = await loadForm(xml, options);
  if (result.status === 'failure') throw new Error(String(result.error?.message ?? result.error));
  const root = result.createInstance().root as unknown as RootNode;
  const node = (path: string) => find(root, path) ?? fail(`There is no ${path}; there is ${all(root).join(', ')}.`);
  return {
    languages: root.languages.map(({ language }) => language),
    speak: (name) => root.setLanguage(root.languages.find(({ language }) => language === name) ?? fail(`No ${name}.`)),
    node,
    paths: () => all(root),
    answer: (path, value) => setAnswer(node(path), value),
    xml: async () => (await root.prepareInstancePayload()).data[0]?.get('xml_submission_file').text() ?? '',
  };
}

function fail(message: string): never {
  throw new Error(message);
}

function find(node: AnsweredNode, path: string): AnsweredNode | undefined {
  for (const child of node.currentState.children ?? []) {
    if (child.currentState.reference === path && !child.nodeType.startsWith('repeat-range')) return child;
    if (child.nodeType.startsWith('repeat-range') && `${child.currentState.reference}[]` === path) return child;
    const found = find(child, path);
    if (found !== undefined) return found;
  }
  return undefined;
}

function all(node: AnsweredNode): readonly string[] {
  return (node.currentState.children ?? []).flatMap((child) => [child.currentState.reference, ...all(child)]);
}

function setAnswer(node: AnsweredNode, value: string | number | readonly string[]): void {
  if (node.selectValues !== undefined) node.selectValues(Array.isArray(value) ? value : [String(value)]);
  else if (node.setValue !== undefined) node.setValue(value);
  else fail(`A ${node.nodeType} can't be answered.`);
}
