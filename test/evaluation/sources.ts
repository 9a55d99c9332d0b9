import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownText } from './own-texts.ts';
import { type Piece, readPieces } from './pieces.ts';

/** A text that is edited. */
export interface Source {
  readonly name: string;
  readonly pieces: readonly Piece[];
}

const OWN_PIECES = 300;

/** Made-up texts, two of them. */
export function ownSources(seed: number): Source[] {
  return [1, 2].map((number) => ({ name: `made up ${number}`, pieces: ownText(OWN_PIECES, seed * 10 + number) }));
}

/** Folder of real policy texts; undefined where there is none. */
export function policyFolder(): string | undefined {
  const data = process.env.PENHOLDER_TEST_DATA;
  const folder = data === undefined || data === '' ? undefined : join(data, 'policy');
  return folder !== undefined && existsSync(folder) ? folder : undefined;
}

/** Real policy texts: the last version of each, and the first. */
export function realSources(): Source[] {
  const folder = policyFolder();
  if (folder === undefined) return [];
  const number = (file: string) => Number.parseInt(file.slice(1), 10);
  return readdirSync(folder)
    .sort()
    .flatMap((policy) => {
      const versions = readdirSync(join(folder, policy)).filter((file) => /^v\d+-.*\.md$/u.test(file));
      const ordered = versions.sort((a, b) => number(a) - number(b));
      return [ordered[0], ordered.at(-1)].flatMap((file) => {
        if (file === undefined) return [];
        return [
          {
            name: `${policy} ${file.split('-')[0]}`,
            pieces: readPieces(readFileSync(join(folder, policy, file), 'utf8')),
          },
        ];
      });
    });
}
