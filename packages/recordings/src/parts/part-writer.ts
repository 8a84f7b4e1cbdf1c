import type { EncodedSlot } from '../hold/hold.ts';
import { lacesOf, MOST_LACES } from '../ogg/ogg-page.ts';
import type { DataKey, RandomBytes } from '../seal/data-key.ts';
import { SLOT_MS, SLOTS_PER_SECOND, type Span } from '../sound.ts';
import { openPart, type Part } from './part.ts';
import type { PartFiles } from './part-file.ts';

/** Why sound did not get into a part. */
export type PartLoss = 'disk-refused' | 'disk-too-slow';

/** What a writer of parts needs. */
export interface PartWriterOptions {
  files: PartFiles;
  key: DataKey;
  /** Called with each second that is not in any part. */
  onLost: (span: Span, reason: PartLoss) => void;
  /**
   * Pages that may wait for the disk; what comes when they do is lost. Default 240: a full hold may
   * come at once, and twice as much may wait besides.
   */
  mostPages?: number;
  random?: RandomBytes;
}

/** Writes what left the hold, a page a second, while nobody waits for it. */
export interface PartWriter {
  /** Takes the next slots. */
  write(slots: readonly EncodedSlot[]): void;
  /** Writes what is left and closes the part. Closing twice is harmless. */
  close(): Promise<void>;
}

const defaults = { mostPages: 240 } as const satisfies Partial<PartWriterOptions>;

/** Creates a writer. After anything lost it goes on in a new part, named by its own beginning. */
export function createPartWriter(options: PartWriterOptions): PartWriter {
  const { files, key, random, onLost } = options;
  const mostPages = options.mostPages ?? defaults.mostPages;
  const pages: EncodedSlot[][] = [];
  let page: EncodedSlot[] = [];
  let part: Part | undefined;
  let writing: Promise<void> | undefined;

  function finishPage() {
    if (page.length === 0) return;
    if (pages.length >= mostPages) onLost(spanOf(page), 'disk-too-slow');
    else pages.push(page);
    page = [];
    writing ??= writeAll();
  }

  async function writeAll() {
    for (let next = pages.shift(); next; next = pages.shift()) await writePage(next);
    writing = undefined;
  }

  async function writePage(slots: EncodedSlot[]) {
    const first = slots[0] as EncodedSlot;
    try {
      if (part?.nextIndex !== first.index) {
        const before = part;
        part = undefined;
        await before?.close();
        part = await openPart(files, first.index, key, random);
      }
      await part.append(slots);
    } catch {
      onLost(spanOf(slots), 'disk-refused');
      await part?.abandon();
      part = undefined;
    }
  }

  return {
    write(slots) {
      for (const slot of slots) {
        if (!hasRoom(page, slot)) finishPage();
        page.push(slot);
      }
      if (page.length >= SLOTS_PER_SECOND) finishPage();
    },
    async close() {
      finishPage();
      await writing;
      const last = part;
      part = undefined;
      await last?.close();
    },
  };
}

function hasRoom(page: readonly EncodedSlot[], next: EncodedSlot): boolean {
  const laces = page.reduce((total, { packet }) => total + lacesOf(packet), 0);
  return page.length < SLOTS_PER_SECOND && laces + lacesOf(next.packet) <= MOST_LACES;
}

function spanOf(slots: readonly EncodedSlot[]): Span {
  const fromMs = (slots[0] as EncodedSlot).index * SLOT_MS;
  return { fromMs, toMs: fromMs + slots.length * SLOT_MS };
}
