import { readFileSync } from 'node:fs';

/** What this thread alone did, in nanoseconds, as Linux counts it; other systems have no such file. */
const OF_THIS_THREAD = '/proc/thread-self/schedstat';

/**
 * The seconds of processor time that some work takes on this thread.
 *
 * Tests run beside each other on threads of one process, so that the time of the whole process, which is counted
 * where the system does not tell threads apart, would be that of other tests as well.
 */
export function cpuSeconds(work: () => unknown): number {
  const began = used();
  work();
  return used() - began;
}

function used(): number {
  try {
    return Number(readFileSync(OF_THIS_THREAD, 'utf8').split(' ')[0]) / 1e9;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  }
}
