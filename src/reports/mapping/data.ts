import type { Process } from '../../model/process.ts';
import type { Resource } from '../../model/resource.ts';
import { yearOf } from '../../model/resource-year.ts';

/** What a mapping is made from. */
export interface MappingContext {
  readonly process: Process;
  readonly resources: readonly Resource[];
  /** ISO date that the report carries. */
  readonly date: string;
}

/** A resource of the mapping. */
export interface MappedResource {
  readonly id: string;
  readonly title: string;
  readonly entity: string;
  readonly year?: string;
  /** Codes of the codebook it has. */
  readonly codes: readonly string[];
}

/** How many resources have a code of each of two kinds, or an entity and a code. */
export interface MappingTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly number[])[];
}

/** What the mapping of existing resources holds, and what it lacks. */
export interface MappingData {
  readonly resources: readonly MappedResource[];
  /** Dimensions of the codebook that stand for the pillar and for the level; absent where there is none. */
  readonly pillar?: string;
  readonly level?: string;
  readonly entities: MappingTable;
  readonly levels?: MappingTable;
  readonly gaps: {
    /** Members of the core group of whom nothing is mapped. */
    readonly members: readonly string[];
    readonly codes: readonly string[];
    /** Pairs of pillar and level that nothing is mapped for, though there is something for each of them. */
    readonly pairs: readonly (readonly [pillar: string, level: string])[];
    /** Ids of resources without any code. */
    readonly uncoded: readonly string[];
  };
}

const PILLARS = ['pillar', 'pillars'];
const LEVELS = ['addresses', 'level', 'levels'];
/** Where a resource says nobody. */
const NOBODY = 'No entity named';

/** Gathers the mapping. */
export function mappingData({ process, resources }: MappingContext): MappingData {
  const codebook = process.codebook ?? {};
  const pillar = PILLARS.find((name) => Object.hasOwn(codebook, name));
  const level = LEVELS.find((name) => Object.hasOwn(codebook, name));
  const mapped = resources.map((resource) => mapResource(resource, process));
  const codesOf = (dimension: string | undefined): string[] =>
    (dimension === undefined ? [] : (codebook[dimension]?.values ?? [])).map(({ id }) => `${dimension}/${id}`);
  const [pillars, levels] = [codesOf(pillar), codesOf(level)];
  const entities = [...new Set(mapped.map(({ entity }) => entity))].sort(byCount(mapped));
  const cross = crossing(mapped, pillars, levels);
  return {
    resources: mapped,
    ...(pillar !== undefined && { pillar }),
    ...(level !== undefined && { level }),
    entities: {
      rows: entities,
      columns: pillars,
      cells: entities.map((entity) =>
        pillars.map((code) => mapped.filter((one) => one.entity === entity && one.codes.includes(code)).length),
      ),
    },
    ...(pillars.length > 0 && levels.length > 0 && { levels: cross }),
    gaps: {
      members: membersWithout(process, resources),
      codes: [...pillars, ...levels].filter((code) => !mapped.some(({ codes }) => codes.includes(code))),
      pairs: emptyPairs(cross),
      uncoded: mapped.filter(({ codes }) => codes.length === 0).map(({ id }) => id),
    },
  };
}

function byCount(mapped: readonly MappedResource[]): (one: string, other: string) => number {
  const number = (entity: string): number => mapped.filter((one) => one.entity === entity).length;
  return (one, other) => number(other) - number(one) || (one < other ? -1 : 1);
}

function crossing(
  mapped: readonly MappedResource[],
  rows: readonly string[],
  columns: readonly string[],
): MappingTable {
  const number = (row: string, column: string): number =>
    mapped.filter(({ codes }) => codes.includes(row) && codes.includes(column)).length;
  return { rows, columns, cells: rows.map((row) => columns.map((column) => number(row, column))) };
}

function emptyPairs({ rows, columns, cells }: MappingTable): [string, string][] {
  const hasRow = rows.map((_, row) => (cells[row] ?? []).some((number) => number > 0));
  const hasColumn = columns.map((_, column) => cells.some((line) => (line[column] ?? 0) > 0));
  return rows.flatMap((row, at) =>
    columns.flatMap((column, index): [string, string][] =>
      cells[at]?.[index] === 0 && hasRow[at] === true && hasColumn[index] === true ? [[row, column]] : [],
    ),
  );
}

function mapResource(resource: Resource, process: Process): MappedResource {
  const { id, title } = resource;
  const year = yearOf(resource);
  return {
    id,
    title: resource['title-short'] ?? title ?? id,
    entity: entitiesOf(resource)[0] ?? NOBODY,
    ...(year !== undefined && { year }),
    codes: codesOfResource(resource, process),
  };
}

/** Whose a resource is: as the mapping says, else the authority, its authors as bodies, the publisher, its authors as persons. */
function entitiesOf({ entity, authority, author = [], publisher }: Resource): readonly string[] {
  const bodies = author.flatMap(({ literal, family, given }) => literal ?? (given === undefined ? (family ?? []) : []));
  const persons = author.some(({ given }) => given !== undefined) ? ['Individual authors'] : [];
  return [entity, authority, ...bodies, publisher, ...persons].filter((name) => name !== undefined);
}

/** Codes under `codes:`, and keywords of a library that are codes, or titles of values, of the codebook. */
function codesOfResource(resource: Resource, { codebook = {} }: Process): string[] {
  const known = Object.entries(codebook).flatMap(([dimension, { values }]) =>
    values.map(({ id, title }) => ({ code: `${dimension}/${id}`, title: title.toLowerCase() })),
  );
  const keywords = typeof resource.keyword === 'string' ? resource.keyword.split(/[;,]/u) : [];
  const said = [...(resource.codes ?? []), ...keywords].map((word) => word.trim().replace(/^#/u, '').toLowerCase());
  return known
    .filter(({ code, title }) => said.includes(code.toLowerCase()) || said.includes(title))
    .map(({ code }) => code);
}

function membersWithout(process: Process, resources: readonly Resource[]): string[] {
  const named = resources.flatMap(entitiesOf).map((name) => name.toLowerCase());
  const members = process['core-group'] ?? [];
  const isNamed = (word: string): boolean =>
    named.some((name) => name === word || name.split(/[^\p{L}\p{N}-]+/u).includes(word) || name.includes(word));
  return members
    .filter(({ id, name }) => !isNamed(id.toLowerCase()) && !isNamed(name.toLowerCase()))
    .map(({ id }) => id);
}
