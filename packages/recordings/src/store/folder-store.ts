import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { Readable } from 'node:stream';
import { RecordingError } from '../recording-error.ts';
import { emptyStream } from './empty-stream.ts';
import { type ByteRange, type RecordingStore, requireObjectName } from './recording-store.ts';

/** Only the user that runs bot and web may look into it. */
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;
/** Names of half-written files begin so; no object's does. */
const HALF_WRITTEN = '.half-';

/** Creates a store in a folder, which is made when something is put into it. */
export function createFolderStore(root: string): RecordingStore {
  let puts = 0;
  const pathOf = (name: string) => {
    requireObjectName(name);
    return join(root, name);
  };

  return {
    async put(name, bytes) {
      const path = pathOf(name);
      const halfWritten = join(dirname(path), `${HALF_WRITTEN}${process.pid}-${puts++}`);
      try {
        await mkdir(dirname(path), { recursive: true, mode: FOLDER_MODE });
        await writeDurably(halfWritten, bytes);
        await rename(halfWritten, path);
        await syncFolder(dirname(path));
      } catch (error) {
        await rm(halfWritten, { force: true }).catch(nothingToDo);
        throw RecordingError.storeUnavailable(error);
      }
    },
    async read(name, range) {
      const path = pathOf(name);
      return reached(() => readFrom(path, range));
    },
    async head(name) {
      const path = pathOf(name);
      const found = await reached(() => stat(path));
      return found?.isFile() ? { bytes: found.size } : undefined;
    },
    async list(folder) {
      const path = pathOf(folder);
      const entries = await reached(() => readdir(path, { recursive: true, withFileTypes: true }));
      return (entries ?? [])
        .filter((entry) => entry.isFile() && !entry.name.startsWith(HALF_WRITTEN))
        .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
        .sort();
    },
    async remove(nameOrFolder) {
      const path = pathOf(nameOrFolder);
      await reached(() => rm(path, { recursive: true, force: true }));
    },
  };
}

/** What is not there is an outcome; a disk that is full or away is trouble. */
async function reached<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw RecordingError.storeUnavailable(error);
  }
}

/** What went wrong first is told; that tidying up went wrong as well adds nothing. */
function nothingToDo() {}

async function readFrom(path: string, range: ByteRange | undefined) {
  const file = await open(path, 'r');
  const isFile = (await file.stat()).isFile();
  if (!isFile || (range && range.to <= range.from)) {
    await file.close();
    return isFile ? emptyStream() : undefined;
  }
  // The end that Node wants is the last byte itself.
  const stream = file.createReadStream(range ? { start: range.from, end: range.to - 1 } : {});
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
}

async function writeDurably(path: string, bytes: Uint8Array) {
  const file = await open(path, 'wx', FILE_MODE);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The rename itself has to reach the disk. */
async function syncFolder(path: string) {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
