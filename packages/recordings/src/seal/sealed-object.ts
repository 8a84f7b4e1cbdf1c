import { RecordingError } from '../recording-error.ts';
import type { ByteRange, RecordingStore } from '../store/recording-store.ts';
import type { DataKey } from './data-key.ts';
import { createOpener, readSealHead, SEAL_HEAD_BYTES } from './seal.ts';

/** A sealed object in a store, as what it holds. */
export interface SealedObject {
  /** Length of the content. */
  readonly bytes: number;
  /** Reads the content, or a range of it. Cancel what you do not read to its end. */
  read(range?: ByteRange): Promise<ReadableStream<Uint8Array>>;
}

/** Opens an object for reading; undefined if it is not there. Only what is read is fetched. */
export async function openSealedObject(
  store: RecordingStore,
  name: string,
  key: DataKey,
): Promise<SealedObject | undefined> {
  const stored = await store.head(name);
  const headStream = stored && (await store.read(name, { from: 0, to: SEAL_HEAD_BYTES }));
  if (!headStream) return undefined;
  const start = readSealHead(await bytesOf(headStream));
  if (!start) throw RecordingError.notSealed(name);
  const bytes = stored.bytes - SEAL_HEAD_BYTES;

  return {
    bytes,
    async read({ from, to } = { from: 0, to: bytes }) {
      const end = Math.min(to, bytes) + SEAL_HEAD_BYTES;
      const sealed = await store.read(name, { from: from + SEAL_HEAD_BYTES, to: end });
      // Removed meanwhile: there is nothing more to hear.
      if (!sealed) return new ReadableStream({ start: (stream) => stream.close() });
      const opener = createOpener(start, key, from);
      return sealed.pipeThrough(
        new TransformStream({
          transform: (chunk, plain) => plain.enqueue(opener.update(chunk)),
        }),
      );
    },
  };
}

/** Reads a stream to its end. */
export async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
