import { defineConfig } from 'vitest/config';

/** Every kind of test is a project, so that `scripts/check.ts` can run and count them one after another. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{packages,bot,web,demo,bench,scripts,e2e}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.integration.test.ts', '**/*.e2e.test.ts', '**/.next/**'],
          environment: 'node',
        },
      },
      {
        test: {
          name: 'dom',
          include: ['{packages/ui,web}/**/*.test.tsx'],
          exclude: ['**/node_modules/**', '**/.next/**'],
          environment: 'jsdom',
        },
      },
      {
        test: {
          name: 'integration',
          include: ['{packages,bot,web,scripts}/**/*.integration.test.ts'],
          exclude: ['**/node_modules/**'],
          environment: 'node',
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      'packages/ui/vitest.storybook.config.ts',
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.e2e.test.ts'],
          environment: 'node',
          testTimeout: 180_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
