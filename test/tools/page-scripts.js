/** Bundles the scripts of pages, each into one file that the HTML format puts into its pages. */
import { join } from 'node:path';
import { build } from 'esbuild';

/** Where each script begins, by the file it becomes. */
const SCRIPTS = { 'templates/html/explorer.js': 'src/browser/explorer/main.ts' };

/**
 * Bundles all of them.
 *
 * @param {string} root The repository.
 * @returns {Promise<[path: string, text: string][]>}
 */
export async function pageScripts(root) {
  return Promise.all(
    Object.entries(SCRIPTS).map(async ([path, entry]) => {
      const { outputFiles } = await build({
        absWorkingDir: root,
        entryPoints: [join(root, entry)],
        bundle: true,
        format: 'iife',
        platform: 'browser',
        target: ['chrome109', 'firefox115', 'safari16.4'],
        minify: true,
        charset: 'utf8',
        legalComments: 'none',
        logLevel: 'error',
        write: false,
      });
      return [path, outputFiles[0].text];
    }),
  );
}
