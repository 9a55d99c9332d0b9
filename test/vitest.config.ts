import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    globalSetup: ['test/global-setup.ts'],
    setupFiles: ['test/setup.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'inside',
          include: ['test/**/*.test.ts'],
          exclude: ['test/commands/**', 'test/deep/**'],
          pool: 'threads',
        },
      },
      // These start other programs again and again, which takes the longer the more memory the process has that starts them.
      { extends: true, test: { name: 'commands', include: ['test/commands/**/*.test.ts'], pool: 'forks' } },
    ],
    // Unless said one core is left out, which is half of a small machine; the main thread has little to do.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
