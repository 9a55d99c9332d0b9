import { readXml } from './xml-parts.ts';
import type { ZipArchive } from './zip-read.ts';

/** Bytes of a part that is in memory as a whole. */
const MOST = 16 * 1024 * 1024;

/** That a part of an Office file points at another part, or outside. */
export interface Relation {
  readonly id: string;
  /** Last part of the type, the same in all variants of the format. */
  readonly type: string;
  /** Name of the part; for what lies outside, the address as written. */
  readonly target: string;
  readonly external: boolean;
}

/**
 * Where a part points, external targets included.
 *
 * @param archive The file.
 * @param part Name of the part; `''` for the file itself.
 * @throws FileProblemError where the relationships can't be read.
 */
export function allRelations(archive: ZipArchive, part: string): readonly Relation[] {
  const slash = part.lastIndexOf('/') + 1;
  const bytes = archive.read(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`, MOST);
  const relations: Relation[] = [];
  if (bytes === undefined) return relations;
  readXml(bytes, {
    open: (name, attribute) => {
      if (name !== 'Relationship') return;
      const external = attribute('TargetMode') === 'External';
      const type = attribute('Type') ?? '';
      const written = attribute('Target') ?? '';
      const target = external ? written : resolve(part.slice(0, slash), written);
      relations.push({ id: attribute('Id') ?? '', type: type.slice(type.lastIndexOf('/') + 1), target, external });
    },
  });
  return relations;
}

/**
 * Parts of the same file that a part points at.
 *
 * @param archive The file.
 * @param part Name of the part; `''` for the file itself.
 * @throws FileProblemError where the relationships can't be read.
 */
export function relationsOf(archive: ZipArchive, part: string): readonly Relation[] {
  return allRelations(archive, part).filter(({ external }) => !external);
}

/** A target as the name of a part; what would lead out of the file names none. */
function resolve(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
