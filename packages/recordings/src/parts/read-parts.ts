import { readOgg } from '../ogg/read-ogg.ts';
import type { DataKey } from '../seal/data-key.ts';
import { openBytes } from '../seal/seal.ts';
import type { SlotPeaks } from '../sound.ts';
import { peaksName, soundName } from './part.ts';
import type { PartFiles } from './part-file.ts';

/** What is left of one part, up to its last whole page. */
export interface PartContent {
  fromMs: number;
  packets: readonly Uint8Array[];
  /** One for each packet; fewer where the file was cut. */
  peaks: readonly SlotPeaks[];
}

/** What is left of a recording that has not been assembled yet. */
export interface PartsContent {
  /** In the order of the call's clock. */
  parts: PartContent[];
  /** Names of files in which there is no sound, or not for this key. */
  unreadable: string[];
}

/** Nobody talks for longer: a file that claims to begin later is not one of ours. */
const LONGEST_CALL_MS = 24 * 60 * 60 * 1000;

/** Reads all parts of a recording, whoever wrote them and however they ended. */
export async function readParts(files: PartFiles, key: DataKey): Promise<PartsContent> {
  const parts: PartContent[] = [];
  const unreadable: string[] = [];
  for (const fromMs of beginnings(await files.list())) {
    const { packets } = readOgg((await opened(files, soundName(fromMs), key)) ?? new Uint8Array());
    if (packets.length === 0) unreadable.push(soundName(fromMs));
    else parts.push({ fromMs, packets, peaks: pairs(await opened(files, peaksName(fromMs), key)) });
  }
  return { parts, unreadable };
}

function beginnings(names: readonly string[]): number[] {
  return names
    .map((name) => Number(/^(\d{1,8})\.ogg$/.exec(name)?.[1] ?? Number.NaN))
    .filter((fromMs) => fromMs < LONGEST_CALL_MS)
    .sort((a, b) => a - b);
}

/** Undefined where there is no such file, or not so much of it that it could be opened. */
async function opened(files: PartFiles, name: string, key: DataKey) {
  const isThere = (await files.list()).includes(name);
  const sealed = isThere ? await files.read(name) : new Uint8Array();
  return openBytes(sealed, key);
}

function pairs(bytes: Uint8Array | undefined): SlotPeaks[] {
  const count = Math.floor((bytes?.length ?? 0) / 2);
  return Array.from({ length: count }, (_, at) => [bytes?.[2 * at] ?? 0, bytes?.[2 * at + 1] ?? 0]);
}
