import type { PartFiles } from '../parts/part-file.ts';

/** Files in memory, on a disk that fails when it is told to. */
export interface MemoryFiles extends PartFiles {
  readonly contents: Map<string, Buffer>;
  /** Called before each append; what it throws is the disk's answer, after half of the bytes. */
  beforeAppend: (name: string) => void | Promise<void>;
}

/** Creates an empty disk. */
export function createMemoryFiles(): MemoryFiles {
  const contents = new Map<string, Buffer>();
  const files: MemoryFiles = {
    contents,
    beforeAppend: () => {},
    async create(name) {
      if (contents.has(name)) throw new Error(`${name} is there.`);
      contents.set(name, Buffer.alloc(0));
      const add = (bytes: Uint8Array) => {
        contents.set(name, Buffer.concat([contents.get(name) ?? Buffer.alloc(0), bytes]));
      };
      return {
        async append(bytes) {
          try {
            await files.beforeAppend(name);
          } catch (error) {
            add(bytes.subarray(0, bytes.length / 2));
            throw error;
          }
          add(bytes);
        },
        close: async () => {},
      };
    },
    read: async (name) => contents.get(name) ?? Buffer.alloc(0),
    list: async () => [...contents.keys()],
    remove: async () => contents.clear(),
  };
  return files;
}
