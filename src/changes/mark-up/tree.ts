import type { Nodes, Parents, Root, TableCell } from 'mdast';

/** A block of the marked-up version and the containers it belongs in. */
export interface Entry {
  readonly block: Nodes;
  /** Containers, outermost first. Those of the earlier stage are nodes of that stage. */
  readonly path: readonly Parents[];
  /** True for blocks of the later stage: their containers are never opened twice. */
  readonly later: boolean;
}

/** Gives containers of the earlier stage the later container they became. */
export type ContainerMap = ReadonlyMap<Parents, Parents>;

/** What some containers may hold, and what stands in for it where something else has to be put there. */
const ONLY_CHILD: Readonly<Partial<Record<Nodes['type'], Nodes['type']>>> = {
  list: 'listItem',
  table: 'tableRow',
  alternatives: 'alternative',
  notes: 'footnoteDefinition',
};

/** Where the blocks of a container stand among all blocks. */
export interface Span {
  readonly first: number;
  last: number;
  /** How many copies of it were opened. */
  copies: number;
}

/** A tree, and where in it the blocks of each container stand. */
export interface BuiltTree {
  readonly root: Root;
  readonly spans: ReadonlyMap<Parents, Span>;
}

interface Builder {
  readonly root: Root;
  /** How many blocks stand in the tree already. */
  count: number;
  readonly spans: Map<Parents, Span>;
  /** Open containers: the node they are a copy of, and the copy. */
  readonly stack: { readonly source: Parents; readonly copy: Parents }[];
  readonly closed: Set<Parents>;
  readonly copyOf: (container: Parents) => Parents;
}

function commonLength(a: readonly Parents[], b: readonly Parents[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

/** The containers of an earlier block: those that became a later container which is open or about to be, then its own. */
function wantedPath(builder: Builder, entry: Entry, next: readonly Parents[], map: ContainerMap): Parents[] {
  const reachable = new Set<Parents>([...builder.stack.map(({ source }) => source), ...next]);
  const path: Parents[] = [];
  let mapping = true;
  for (const container of entry.path) {
    const later: Parents | undefined = mapping ? map.get(container) : undefined;
    const usable: boolean = later !== undefined && reachable.has(later) && !builder.closed.has(later);
    mapping = usable && later !== undefined && reaches(path, later, [builder.stack.map(({ source }) => source), next]);
    path.push(mapping && later ? later : container);
  }
  return path;
}

/** Whether a container is the direct continuation of a path that is open or about to be. */
function reaches(path: readonly Parents[], container: Parents, known: readonly (readonly Parents[])[]): boolean {
  return known.some((other) => other[path.length] === container && commonLength(path, other) === path.length);
}

/** What has to stay open because the next later block needs it. */
function forcedPath(builder: Builder, next: readonly Parents[]): Parents[] {
  const open = builder.stack.map(({ source }) => source);
  return open.slice(0, commonLength(open, next));
}

interface Placement {
  readonly path: readonly Parents[];
  readonly block: Nodes;
}

/** Containers that only stand in one kind of parent: an item put into an item leaves its own frame behind. */
const ONLY_PARENT: Readonly<Partial<Record<Nodes['type'], Nodes['type']>>> = {
  listItem: 'list',
  alternative: 'alternatives',
};

function unframed(parent: Parents | undefined, rest: readonly Parents[]): readonly Parents[] {
  const first = rest[0];
  const wanted = first ? ONLY_PARENT[first.type] : undefined;
  return wanted !== undefined && parent?.type !== wanted ? rest.slice(1) : rest;
}

/**
 * A table holds rows only. A row of another table joins it; words that stood between two of them become a row of one cell. What no cell can hold ends
 * the table, which goes on after it.
 */
function fitIntoTable(base: readonly Parents[], rest: readonly Parents[], block: Nodes): Placement {
  if (block.type === 'tableRow') return { path: base, block };
  const change = block.data?.change;
  if (!change || (block.type !== 'paragraph' && block.type !== 'heading'))
    return { path: [...base.slice(0, -1), ...rest], block };
  const cell: TableCell = { type: 'tableCell', children: block.children };
  return { path: base, block: { type: 'tableRow', data: { change }, children: [cell] } };
}

/** Makes the rest of a path fit into a container that has to stay open. */
function fitInto(base: readonly Parents[], wanted: readonly Parents[], block: Nodes): Placement {
  const parent = base.at(-1);
  const rest = unframed(parent, wanted);
  const only = parent ? ONLY_CHILD[parent.type] : undefined;
  if (!only || rest[0]?.type === only || (rest.length === 0 && block.type === only))
    return { path: [...base, ...rest], block };
  if (only === 'tableRow') return fitIntoTable(base, rest, block);
  if (rest[0]?.type === parent?.type && rest[1]?.type === only) return { path: [...base, ...rest.slice(1)], block };
  return { path: [...base, standIn(only), ...rest], block };
}

function standIn(type: Nodes['type']): Parents {
  if (type === 'alternative') return { type: 'alternative', children: [] };
  if (type === 'footnoteDefinition')
    return { type: 'footnoteDefinition', identifier: 'former', label: 'former', children: [] };
  return { type: 'listItem', spread: false, children: [] };
}

function append(parent: Parents, child: Nodes): void {
  (parent.children as Nodes[]).push(child);
}

/** A container that goes on after an interruption has its number, caption and id once. */
function continued(copy: Parents): Parents {
  const { id: _id, number: _number, label: _label, caption: _caption, ...data } = copy.data ?? {};
  return { ...copy, data };
}

/** A block without the frame that came, went or moved with all that stood in it has the mark of that frame itself. */
function withMarkOfFrame(builder: Builder, entry: Entry, { path, block }: Placement): Placement {
  const frame = entry.path.find((container) => !path.includes(container) && builder.copyOf(container).data?.change);
  if (!frame || block.data?.change) return { path, block };
  const { change, id } = builder.copyOf(frame).data ?? {};
  const named = id !== undefined && !builder.closed.has(frame);
  builder.closed.add(frame);
  return {
    path,
    block: { ...block, data: { ...block.data, ...(named && { id }), ...(change && { change }) } } as Nodes,
  };
}

function extend(builder: Builder, source: Parents, opened: boolean): void {
  const span = builder.spans.get(source);
  if (!span) {
    builder.spans.set(source, { first: builder.count, last: builder.count, copies: 1 });
    return;
  }
  span.last = builder.count;
  if (opened) span.copies += 1;
}

function put(builder: Builder, { path, block }: Placement): void {
  const open = builder.stack.map(({ source }) => source);
  const shared = commonLength(open, path);
  for (const { source } of builder.stack.splice(shared)) builder.closed.add(source);
  for (const source of path.slice(shared)) {
    const copy = builder.closed.has(source) ? continued(builder.copyOf(source)) : builder.copyOf(source);
    append(builder.stack.at(-1)?.copy ?? builder.root, copy);
    builder.stack.push({ source, copy });
  }
  append(builder.stack.at(-1)?.copy ?? builder.root, block);
  path.forEach((source, depth) => {
    extend(builder, source, depth >= shared);
  });
  builder.count += 1;
}

function nextLaterPaths(entries: readonly Entry[]): (readonly Parents[])[] {
  const paths: (readonly Parents[])[] = new Array(entries.length);
  let next: readonly Parents[] = [];
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index];
    if (entry?.later) next = entry.path;
    paths[index] = next;
  }
  return paths;
}

/**
 * Builds a tree from blocks in order. Blocks of the earlier stage go into the later stage's containers where these
 * became theirs, and into copies of their own containers elsewhere. No later container but a table is torn apart.
 *
 * @param entries blocks with their containers, in order
 * @param map which earlier container became which later one
 * @param copyOf makes an empty copy of a container
 */
export function buildTree(
  entries: readonly Entry[],
  map: ContainerMap,
  copyOf: (container: Parents) => Parents,
): BuiltTree {
  const builder: Builder = {
    root: { type: 'root', children: [] },
    count: 0,
    spans: new Map(),
    stack: [],
    closed: new Set(),
    copyOf,
  };
  const nextPaths = nextLaterPaths(entries);
  entries.forEach((entry, index) => {
    if (entry.later) {
      put(builder, entry);
      return;
    }
    const next = nextPaths[index] ?? [];
    const base = forcedPath(builder, next);
    const wanted = wantedPath(builder, entry, next, map);
    const shared = commonLength(base, wanted);
    const rest = wanted.slice(shared);
    put(builder, withMarkOfFrame(builder, entry, fitInto(base, rest, entry.block)));
  });
  return builder;
}
