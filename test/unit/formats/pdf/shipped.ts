/** Assets for tests of the PDF format: fonts from the packages they are copied from, templates from the checkout. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { SHIPPED_FACES } from '../../../../src/formats/pdf/faces.ts';
import type { Assets } from '../../../../src/model/contracts.ts';
import type { Finding } from '../../../../src/model/finding.ts';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

/** A picture that Typst can show. */
export const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>';

function pathOf(name: string): string | undefined {
  const face = SHIPPED_FACES.find(({ file }) => name === `fonts/${file}`);
  if (face !== undefined) return `${ROOT}node_modules/${face.from.package}/${face.from.path}`;
  return name.startsWith('typst/') ? `${ROOT}templates/${name}` : undefined;
}

/**
 * Assets with the findings that were reported to them.
 * @param pictures by path
 * @param settings such as `{ pdf: 'wasm' }`
 */
export function testAssets(
  pictures: Readonly<Record<string, string>> = {},
  settings: Assets['settings'] = {},
): Assets & { readonly findings: Finding[] } {
  const findings: Finding[] = [];
  return {
    findings,
    settings,
    picture: async (path) => (Object.hasOwn(pictures, path) ? new TextEncoder().encode(pictures[path]) : undefined),
    shipped: async (name) => {
      const path = pathOf(name);
      return path === undefined ? undefined : readFile(path);
    },
    shippedIn: async () => [],
    report: (finding) => {
      findings.push(finding);
    },
  };
}
