import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

const storybookProject = 'packages/ui/vitest.storybook.config.ts';
/** `server-only` throws outside a React server bundle; in tests the server modules are what is tested. */
const resolve = {
  // Tests of the workspace see the sources of `@agent/ui`; its built form has checks of its own.
  conditions: ['@agent/source', ...defaultClientConditions],
  alias: {
    'server-only': fileURLToPath(new URL('scripts/checks/empty-module.ts', import.meta.url)),
  },
};

const ssr = { resolve: { conditions: ['@agent/source', ...defaultServerConditions] } };

/** Vitest leaves one processor idle, half of a machine with two. Projects that run together must agree. */
const everyProcessor = { maxWorkers: '100%' };

/** A busy machine may be slow: only what never comes is a fault. */
const patience = { testTimeout: 20_000, expect: { poll: { timeout: 15_000 } } };

/** Every kind of test is a project, so that `scripts/check.ts` can run and count them one after another. */
export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'unit',
          include: ['{packages,bot,web,demo,bench,scripts,e2e}/**/*.test.ts'],
          exclude: [
            '**/node_modules/**',
            '**/*.integration.test.ts',
            '**/*.e2e.test.ts',
            '**/*.package.test.ts',
            '**/.next/**',
          ],
          environment: 'node',
          ...patience,
          ...everyProcessor,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'dom',
          include: ['{packages/ui,web}/**/*.test.tsx'],
          exclude: ['**/node_modules/**', '**/.next/**'],
          environment: 'jsdom',
          setupFiles: ['packages/ui/src/testing/patient-queries.ts'],
          ...patience,
          ...everyProcessor,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'integration',
          include: ['{packages,bot,web,demo,scripts}/**/*.integration.test.ts'],
          exclude: ['**/node_modules/**', '**/.next/**'],
          environment: 'node',
          ...patience,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'package',
          include: ['scripts/ui-package/*.package.test.ts'],
          environment: 'node',
          globalSetup: ['scripts/ui-package/package-setup.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          maxWorkers: 2,
        },
      },
      ...(existsSync(storybookProject) ? [storybookProject] : []),
      {
        resolve,
        ssr,
        test: {
          name: 'e2e',
          include: ['e2e/**/*.e2e.test.ts'],
          environment: 'node',
          ...patience,
          testTimeout: 180_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
