/** Installs the fault that the environment names; loaded before a program whose own code knows nothing of it. */
import { isMainThread } from 'node:worker_threads';
import { type Fault, installFault } from './fault.ts';

const fault = process.env.PENHOLDER_TEST_FAULT;
if (fault !== undefined && isMainThread) installFault(JSON.parse(fault) as Fault);
