/** Stands in for the native compiler and writes down what it was asked, so that the compiler can be measured alone. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env.PENHOLDER_BENCH_RECORD;
let count = 0;

function keep(bytes) {
  count += 1;
  const name = `${count}.bin`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), bytes);
  return name;
}

/** What `@myriaddreamin/typst-ts-node-compiler` exports under this name, as far as it is used. */
export const NodeCompiler = {
  create: ({ workspace, fontArgs }) => {
    const job = { workspace, fonts: fontArgs.flatMap(({ fontBlobs }) => fontBlobs.map(keep)), sources: [], files: [] };
    return {
      resetShadow: () => undefined,
      evictCache: () => undefined,
      addSource: (path, text) => job.sources.push([path, text]),
      mapShadow: (path, bytes) => job.files.push([path, keep(bytes)]),
      compile: (options) => {
        job.compile = options;
        return { result: {}, takeDiagnostics: () => null, hasError: () => false };
      },
      fetchDiagnostics: () => [],
      pdf: (_, options) => {
        writeFileSync(join(folder, 'job.json'), JSON.stringify({ ...job, pdf: options }));
        return Buffer.from('%PDF-1.7\n');
      },
    };
  },
};
