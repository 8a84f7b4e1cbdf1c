import { decodeOggPage } from './ogg-page.ts';

/** What the whole pages at the beginning of a file hold. */
export interface OggContent {
  /** The packets of sound, without the two heads. */
  packets: Uint8Array[];
  /** Where the last whole page ends. */
  wholeBytes: number;
}

/** Reads up to the last whole page: a file may have been cut at any byte. */
export function readOgg(bytes: Uint8Array): OggContent {
  const packets: Uint8Array[] = [];
  let wholeBytes = 0;
  for (let page = decodeOggPage(bytes, 0); page; page = decodeOggPage(bytes, page.end)) {
    packets.push(...page.packets);
    wholeBytes = page.end;
  }
  return { packets: packets.slice(2), wholeBytes };
}
