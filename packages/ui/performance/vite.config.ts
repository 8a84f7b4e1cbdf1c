import { defineConfig } from 'vite';

const page = (name: string) => `${import.meta.dirname}/${name}.html`;

/** Builds the pages that are measured, with or without the development checks of React by `--mode`. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    target: 'es2022',
    emptyOutDir: true,
    chunkSizeWarningLimit: 5_000,
    rolldownOptions: { input: [page('transcript'), page('audio-call')] },
  },
});
