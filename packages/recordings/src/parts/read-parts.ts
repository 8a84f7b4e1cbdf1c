import { readOgg } from '../ogg/read-ogg.ts';
import type { DataKey } from '../seal/data-key.ts';
import { openBytes } from '../seal/seal.ts';
import { peaksName, soundName } from './part.ts';
import type { PartFiles } from './part-file.ts';

/** What is left of one part, up to its last whole page. */
export interface PartContent {
  fromMs: number;
  packets: readonly Uint8Array[];
  /** Two bytes for each packet, customer and agent; fewer where the file was cut. */
  peaks: Uint8Array;
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
    const { packets } = readOgg(await opened(files, soundName(fromMs), key));
    if (packets.length === 0) unreadable.push(soundName(fromMs));
    else parts.push({ fromMs, packets, peaks: await opened(files, peaksName(fromMs), key) });
  }
  return { parts, unreadable };
}

function beginnings(names: readonly string[]): number[] {
  return names
    .map((name) => Number(/^(\d{1,8})\.ogg$/.exec(name)?.[1] ?? Number.NaN))
    .filter((fromMs) => fromMs < LONGEST_CALL_MS)
    .sort((a, b) => a - b);
}

/** Nothing where there is no such file, or not so much of it that it could be opened. */
async function opened(files: PartFiles, name: string, key: DataKey): Promise<Uint8Array> {
  const isThere = (await files.list()).includes(name);
  const content = isThere ? openBytes(await files.read(name), key) : undefined;
  return content ?? new Uint8Array();
}
