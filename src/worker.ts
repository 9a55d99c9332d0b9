import { serveTasks } from './io/isolate.ts';
import { TASKS } from './workspace/tasks.ts';

serveTasks(TASKS);
