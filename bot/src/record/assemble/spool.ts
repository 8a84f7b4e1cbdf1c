import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type CallId, callIdSchema } from '@agent/protocol';
import { createPartFolder, type PartFiles } from '@agent/recordings/record';

/** The folder in which bots of one machine keep the sound of calls that is not stored yet. */
export interface Spool {
  folderOf(callId: CallId): string;
  /** Where the parts of a call are. */
  partsOf(callId: CallId): PartFiles;
  /** The calls of which there is anything; what else lies in the folder is nobody's. */
  calls(): Promise<CallId[]>;
  /** Removes all of a call's; removing nothing is harmless. */
  remove(callId: CallId): Promise<void>;
}

/** Opens a spool; the folder is made with its first part. */
export function openSpool(root: string): Spool {
  const folderOf = (callId: CallId) => join(root, callId);
  return {
    folderOf,
    partsOf: (callId) => createPartFolder(folderOf(callId)),
    async calls() {
      const names = await readdir(root).catch(nothingThere);
      return names.flatMap((name) => callIdSchema.safeParse(name).data ?? []);
    },
    remove: (callId) => rm(folderOf(callId), { recursive: true, force: true }),
  };
}

function nothingThere(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}
