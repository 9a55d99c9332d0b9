/** What an independent reader of Word files says: the validator of the Open XML SDK, and its accepting and rejecting. */
import { docxDiffAcceptRevisions, docxDiffRejectRevisions, initialize, verifyDeliverable } from 'docxodus/core';

let ready: Promise<unknown> | undefined;

function start(): Promise<unknown> {
  ready ??= initialize();
  return ready;
}

/** Words between braces, and those like “to be determined”, are what a text says, no gap that somebody forgot to fill. */
const OF_THE_TEXT = /template|placeholder/u;

/** What is wrong with a Word file; empty where it is valid and whole. */
export async function faultsOf(bytes: Uint8Array): Promise<string[]> {
  await start();
  const { findings } = await verifyDeliverable(bytes);
  return findings
    .filter(({ blocksDelivery, code }) => blocksDelivery && !OF_THE_TEXT.test(code))
    .map(({ code, message, xPath }) => [code, message, xPath].join(' · '));
}

/** A Word file with all its tracked changes accepted, and with all rejected. */
export async function resolved(bytes: Uint8Array): Promise<{ accepted: Uint8Array; rejected: Uint8Array }> {
  await start();
  return { accepted: await docxDiffAcceptRevisions(bytes), rejected: await docxDiffRejectRevisions(bytes) };
}
