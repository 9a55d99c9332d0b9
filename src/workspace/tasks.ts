import type { TaskTable } from '../io/isolate.ts';
import type { SectionInput } from './plain-section-of.ts';

/** What a worker can be asked to do; each loads what it needs when it is first asked. */
export const TASKS: TaskTable = {
  'parse-section': async (input) => (await import('./parse-section.ts')).parseSection(input as SectionInput),
};
