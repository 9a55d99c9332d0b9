import type { FormNode } from './form-nodes.ts';

/** How `${name}` is written as a path. */
export interface References {
  /**
   * An expression with paths for names.
   *
   * @param expression As the form has it.
   * @param from The node it belongs to: within one repeat, paths are relative to it.
   * @param isFilter In the filter of a list, paths start from the question, not from the choice.
   */
  readonly resolve: (expression: string, from: FormNode, isFilter?: boolean) => string;
  /** The path of a name seen from a node. */
  readonly pathOf: (name: string, from: FormNode) => string;
}

/**
 * Finds names in a form.
 *
 * @param nodes All nodes.
 * @param root Name of the root of the data.
 */
export function references(nodes: readonly FormNode[], root: string): References {
  const byName = new Map<string, FormNode>();
  for (const node of nodes) if (!byName.has(node.name)) byName.set(node.name, node);
  const pathOf = (name: string, from: FormNode): string => {
    const target = byName.get(name);
    if (target === undefined) return `/${root}/${name}`;
    const shared = sharedRepeat(from, target);
    return shared === '' ? target.path : relativePath(from.path, target.path);
  };
  const resolve = (expression: string, from: FormNode, isFilter = false): string =>
    expression.replace(/\$\{\s*([^{}\s]+)\s*\}/gu, (_, name: string) => {
      const path = pathOf(name, from);
      return isFilter && path.startsWith('..') ? `current()/${path}` : path;
    });
  return { resolve, pathOf };
}

/** The innermost repeat that holds both nodes. */
function sharedRepeat(from: FormNode, target: FormNode): string {
  const outer = from.repeat;
  for (let path = outer; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
    if (`${target.path}/`.startsWith(`${path}/`) && target.repeat.startsWith(path)) return path;
  }
  return '';
}

function relativePath(from: string, target: string): string {
  const [here, there] = [from.split('/'), target.split('/')];
  let same = 0;
  while (same < here.length - 1 && same < there.length - 1 && here[same] === there[same]) same += 1;
  return [...here.slice(same).map(() => '..'), ...there.slice(same)].join('/');
}
