import { defineConfig } from 'tsdown';

/** One module per source file, so that each keeps its `'use client'` and bundlers drop what is unused. */
export default defineConfig({
  entry: {
    index: 'src/index.ts',
    figures: 'src/figures/index.ts',
    live: 'src/live/index.ts',
    'live/testing': 'src/live/testing.ts',
    replay: 'src/replay/index.ts',
    sessions: 'src/sessions/index.ts',
    supervision: 'src/supervision/index.ts',
    wall: 'src/wall/index.ts',
    'wrap-up': 'src/wrap-up/index.ts',
    styles: 'src/styles/index.css',
  },
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  unbundle: true,
  dts: { eager: true },
  copy: ['src/styles/styles.css.d.ts'],
  sourcemap: false,
  logLevel: 'warn',
  inputOptions: { checks: { bundlerTimings: false } },
});
