/** Puts the recording compiler in the place of the native one; loaded with `node --import`. */
import { register } from 'node:module';

const instead = new URL('./recording-compiler.js', import.meta.url).href;
register(
  `data:text/javascript,${encodeURIComponent(`
export const resolve = (name, context, next) =>
  name === '@myriaddreamin/typst-ts-node-compiler'
    ? { url: ${JSON.stringify(instead)}, shortCircuit: true }
    : next(name, context);
`)}`,
);
