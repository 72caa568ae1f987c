import { defineConfig } from 'vitest/config'

/** One project a kind of surrounding: what a test may touch stands in its file name (`x.test.ts`, `x.sites.test.ts`, `x.browser.test.ts`). */
const setupFiles = ['test/support/offline-guard.ts', 'test/support/typescript-children.ts']
const ignored = ['node_modules/**', 'dist/**', 'reports-out/**']

export default defineConfig({
  test: {
    // The default leaves one of two cores idle.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          // Nothing is mocked and nothing global is changed, so files may share what they import: half the time.
          isolate: false,
          // Far from Taipei on purpose: a calendar question that asks the machine's zone shows here.
          env: { TZ: 'America/New_York' },
          setupFiles,
          include: ['test/**/*.test.ts'],
          exclude: [...ignored, 'test/**/*.sites.test.ts', 'test/**/*.browser.test.ts'],
          // A property test on a busy machine of 2 cores; an endless loop is still found.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'sites',
          setupFiles,
          include: ['test/**/*.sites.test.ts'],
          exclude: ignored,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          setupFiles,
          include: ['test/**/*.browser.test.ts'],
          exclude: ignored,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
