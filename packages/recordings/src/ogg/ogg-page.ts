import { oggCrc } from './ogg-crc.ts';

/** One page of an Ogg stream that holds whole packets only (RFC 3533). */
export interface OggPage {
  packets: readonly Uint8Array[];
  /** Samples up to the end of the page, pre-skip included; 0 for heads. */
  granule: number;
  /** Counts the pages of the stream. */
  sequence: number;
  place: 'first' | 'middle' | 'last';
}

/** More pieces of 255 bytes than this do not fit into one page. */
export const MOST_LACES = 255;

/** All streams of ours are alone in their file: any number does. */
const SERIAL = 1;
const HEAD_BYTES = 27;
const FLAGS = { first: 2, middle: 0, last: 4 } as const;
const CRC_AT = 22;
/** A packet goes on in the next page. Ours never do. */
const CONTINUED = 1;

/** How many pieces a packet takes: the last one is shorter than 255 bytes, if need be empty. */
export function lacesOf(packet: Uint8Array): number {
  return Math.floor(packet.length / 255) + 1;
}

/** Gives the bytes of a page. */
export function encodeOggPage(page: OggPage): Uint8Array {
  const laces = page.packets.flatMap(lacing);
  const body = page.packets.reduce((total, packet) => total + packet.length, 0);
  const bytes = Buffer.alloc(HEAD_BYTES + laces.length + body);
  bytes.write('OggS');
  bytes.writeUInt8(FLAGS[page.place], 5);
  bytes.writeBigUInt64LE(BigInt(page.granule), 6);
  bytes.writeUInt32LE(SERIAL, 14);
  bytes.writeUInt32LE(page.sequence, 18);
  bytes.writeUInt8(laces.length, 26);
  bytes.set(laces, HEAD_BYTES);
  let at = HEAD_BYTES + laces.length;
  for (const packet of page.packets) {
    bytes.set(packet, at);
    at += packet.length;
  }
  bytes.writeUInt32LE(oggCrc(bytes), CRC_AT);
  return bytes;
}

/** Reads the page that begins at `at`: its packets and where it ends; undefined if it is not whole. */
export function decodeOggPage(
  bytes: Uint8Array,
  at: number,
): { packets: Uint8Array[]; end: number } | undefined {
  const laceCount = bytes[at + HEAD_BYTES - 1];
  if (laceCount === undefined) return undefined;
  const bodyAt = at + HEAD_BYTES + laceCount;
  const laces = bytes.subarray(at + HEAD_BYTES, bodyAt);
  const end = bodyAt + laces.reduce((total, lace) => total + lace, 0);
  if (
    end > bytes.length ||
    laces.at(-1) === 255 ||
    !isOurs(Uint8Array.from(bytes.subarray(at, end)))
  )
    return undefined;
  return { packets: packetsIn(bytes.subarray(bodyAt, end), laces), end };
}

function lacing(packet: Uint8Array): number[] {
  const laces = new Array<number>(lacesOf(packet)).fill(255);
  laces[laces.length - 1] = packet.length % 255;
  return laces;
}

/** Takes a copy, whose checksum it blanks. */
function isOurs(page: Uint8Array): boolean {
  const view = Buffer.from(page.buffer, page.byteOffset, page.length);
  if (view.toString('latin1', 0, 5) !== 'OggS\0' || ((page[5] ?? 0) & CONTINUED) !== 0)
    return false;
  const crc = view.readUInt32LE(CRC_AT);
  view.writeUInt32LE(0, CRC_AT);
  return oggCrc(page) === crc;
}

function packetsIn(body: Uint8Array, laces: Uint8Array): Uint8Array[] {
  const packets: Uint8Array[] = [];
  let from = 0;
  let to = 0;
  for (const lace of laces) {
    to += lace;
    if (lace === 255) continue;
    packets.push(body.subarray(from, to));
    from = to;
  }
  return packets;
}
