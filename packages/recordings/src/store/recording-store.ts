import { RecordingError } from '../recording-error.ts';

/** Bytes of an object; `to` is after the last one. */
export interface ByteRange {
  from: number;
  to: number;
}

/** What is known of an object without reading it. */
export interface ObjectHead {
  bytes: number;
}

/** Where finished recordings lie. Objects are at most a few tens of megabytes and never change. */
export interface RecordingStore {
  /** Puts an object, whole or not at all; one of the same name is replaced. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** Reads an object, or a range of it; undefined if there is none. Cancel what you do not read to its end. */
  read(name: string, range?: ByteRange): Promise<ReadableStream<Uint8Array> | undefined>;
  /** Undefined if there is no such object. */
  head(name: string): Promise<ObjectHead | undefined>;
  /** Names of all objects in a folder and its folders, sorted. */
  list(folder: string): Promise<string[]>;
  /** Removes an object, or a folder with all that is in it. What is not there is removed already. */
  remove(nameOrFolder: string): Promise<void>;
}

/** Names come from ids and our own words: nothing else can be one, least of all a way out of the store. */
export function requireObjectName(name: string): void {
  const parts = name.length > 200 ? [] : name.split('/');
  const isName = parts.length > 0 && parts.every((part) => /^[a-z0-9][a-z0-9._-]*$/i.test(part));
  if (!isName) throw RecordingError.invalidObjectName(name.slice(0, 200));
}
