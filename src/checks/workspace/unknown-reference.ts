import type { Check } from '../../model/contracts.ts';
import { EXAMPLE_PROCESS } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** What the process refers to, it also declares. */
export const unknownReference: Check = readingCheck({
  id: 'workspace/unknown-reference',
  about: 'What the process refers to, it also declares.',
  why: 'A stage that waits for an unknown round, or a target for an unknown group, can never be reached.',
  severity: 'error',
  needs: [],
  examples: {
    file: 'penholder.yaml',
    failing: EXAMPLE_PROCESS.replace(
      '- { id: zero, title: Zero draft, after: [first] }',
      '- { id: zero, title: Zero draft, after: [frist] }',
    ),
    passing: EXAMPLE_PROCESS.replace(
      '- { id: zero, title: Zero draft, after: [first] }',
      '- { id: zero, title: Zero draft, after: [first] }',
    ),
  },
});
