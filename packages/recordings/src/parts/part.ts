import type { EncodedSlot } from '../hold/hold.ts';
import { createOggWriter } from '../ogg/ogg-writer.ts';
import type { DataKey, RandomBytes } from '../seal/data-key.ts';
import { createSealer } from '../seal/seal.ts';
import { SLOT_MS } from '../sound.ts';
import type { AppendFile, PartFiles } from './part-file.ts';

/** One piece of a recording: what one bot wrote without a break. */
export interface Part {
  /** The slot that must come next. */
  readonly nextIndex: number;
  /** Appends a page: at most a second of slots. */
  append(slots: readonly EncodedSlot[]): Promise<void>;
  /** Ends the stream and closes its files; every packet is in it already, so nothing can be lost. */
  close(): Promise<void>;
  /** Closes its files as they are, after a failure. */
  abandon(): Promise<void>;
}

/** The file of a part's packets, by where on the call's clock it begins. */
export function soundName(fromMs: number): string {
  return `${fromMs}.ogg`;
}

/** The file of its peaks: two bytes a slot. */
export function peaksName(fromMs: number): string {
  return `${fromMs}.peaks`;
}

/** Creates the files of a part that begins with slot `index`; they are sealed as they grow. */
export async function openPart(
  files: PartFiles,
  index: number,
  key: DataKey,
  random?: RandomBytes,
): Promise<Part> {
  const ogg = createOggWriter();
  const sound = await createSealedFile(files, soundName(index * SLOT_MS), key, random);
  const peaks = await createSealedFile(files, peaksName(index * SLOT_MS), key, random);
  let nextIndex = index;
  let head: Uint8Array = ogg.head();

  const abandon = async () => {
    await Promise.allSettled([sound.close(), peaks.close()]);
  };

  return {
    get nextIndex() {
      return nextIndex;
    },
    async append(slots) {
      const page = ogg.page(slots.map(({ packet }) => packet));
      await sound.append(Buffer.concat([head, page]));
      await peaks.append(Uint8Array.from(slots.flatMap((slot) => slot.peaks)));
      head = Buffer.alloc(0);
      nextIndex += slots.length;
    },
    async close() {
      await Promise.allSettled([sound.append(Buffer.concat([head, ogg.page([], 'last')]))]);
      await abandon();
    },
    abandon,
  };
}

async function createSealedFile(
  files: PartFiles,
  name: string,
  key: DataKey,
  random?: RandomBytes,
): Promise<AppendFile> {
  const file = await files.create(name);
  const sealer = createSealer(key, random);
  let head = sealer.head;
  return {
    async append(bytes) {
      await file.append(Buffer.concat([head, sealer.seal(bytes)]));
      head = Buffer.alloc(0);
    },
    close: file.close,
  };
}
