import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PartFiles } from './part-file.ts';

/** Creates a place for the parts of one recording in a folder of its own. */
export function createPartFolder(folder: string): PartFiles {
  return {
    async create(name) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = await open(join(folder, name), 'ax', 0o600);
      return {
        append: (bytes) => file.appendFile(bytes),
        async close() {
          try {
            await file.sync();
          } finally {
            await file.close();
          }
        },
      };
    },
    read: (name) => readFile(join(folder, name)),
    list: () => readdir(folder).catch(nothingThere),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function nothingThere(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}
