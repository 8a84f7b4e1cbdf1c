/** A file that only ever grows. */
export interface AppendFile {
  /** Appends all of it, or fails. */
  append(bytes: Uint8Array): Promise<void>;
  /** Makes sure that it is on the disk, and closes it. */
  close(): Promise<void>;
}

/** Where the parts of a recording are while it goes on. */
export interface PartFiles {
  /** Creates a file; fails if there is one of that name. */
  create(name: string): Promise<AppendFile>;
  read(name: string): Promise<Uint8Array>;
  list(): Promise<string[]>;
  /** Removes all of them. */
  remove(): Promise<void>;
}
