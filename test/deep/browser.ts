import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium } from 'playwright-core';
import type { Assets } from '../../src/model/contracts.ts';

const BROWSERS = [
  process.env.PENHOLDER_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const executablePath = BROWSERS.find((path) => path !== undefined && existsSync(path));

/** The source of axe-core, to be run in a page. */
export const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What pages are made with: the shipped styles and no pictures. */
export const PAGE_ASSETS: Assets = {
  picture: async () => undefined,
  shipped: async (path) => readFileSync(new URL(`../../templates/${path}`, import.meta.url)),
  shippedIn: async () => [],
  settings: {},
  report: () => undefined,
};

/**
 * Whether there is a browser to test in; where there is none, it is said what was not tried.
 *
 * @param untried The end of "… : no Chromium here".
 */
export function hasBrowser(untried: string): boolean {
  if (executablePath === undefined) {
    process.stderr.write(`${untried}: no Chromium here. Name one in PENHOLDER_CHROMIUM.\n`);
  }
  return executablePath !== undefined;
}

/** Starts the browser; ask {@link hasBrowser} first. */
export function openBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'];
  return chromium.launch({ executablePath: executablePath ?? '', args });
}
