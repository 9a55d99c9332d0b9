/** Asks the independent reader, on a thread of its own. */
import { parentPort } from 'node:worker_threads';
import { docxDiffAcceptRevisions, docxDiffRejectRevisions, initialize, verifyDeliverable } from 'docxodus/core';

const QUESTIONS = {
  findings: async (bytes) => (await verifyDeliverable(bytes)).findings,
  accepted: docxDiffAcceptRevisions,
  rejected: docxDiffRejectRevisions,
};

const ready = initialize();

parentPort?.on('message', async ({ question, bytes }) => {
  try {
    await ready;
    parentPort?.postMessage({ answer: await QUESTIONS[question](bytes) });
  } catch (error) {
    parentPort?.postMessage({ problem: String(error) });
  }
});
