import { concise } from './concise.ts';
import { github } from './github.ts';
import { json } from './json.ts';
import type { Reporter } from './reporter.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

/** Ways to print findings, by the name `--format` takes. */
export const reporters = { text, concise, json, github, sarif } as const satisfies Readonly<Record<string, Reporter>>;
