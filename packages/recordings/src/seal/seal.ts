import { type Cipheriv, createCipheriv, randomBytes } from 'node:crypto';
import type { DataKey, RandomBytes } from './data-key.ts';

/** What a sealed object begins with: what it is, then where its cipher starts counting. */
export const SEAL_HEAD_BYTES = 20;

const MARK = Buffer.from('ARS1');
const BLOCK_BYTES = 16;
const PIECE_BYTES = 64 * 1024;
const COUNTER_END = 1n << 128n;

/** Seals bytes in their order, as they come. */
export interface Sealer {
  /** Comes first in the object. */
  readonly head: Uint8Array;
  seal(plain: Uint8Array): Uint8Array;
}

/**
 * Creates a sealer: AES-256-CTR, so that any range opens alone and what is left of a cut file opens
 * too. Each object counts from a random place of its own. Changes are noticed by the SHA-256 in the
 * recording's row, not by the cipher.
 */
export function createSealer(key: DataKey, random: RandomBytes = randomBytes): Sealer {
  const start = random(BLOCK_BYTES);
  const cipher = createCipheriv('aes-256-ctr', key, start);
  return {
    head: Buffer.concat([MARK, start]),
    seal: (plain) => cipher.update(plain),
  };
}

/** Seals a whole object, piece by piece: it may be large, and one copy of it is enough. */
export function sealBytes(plain: Uint8Array, key: DataKey, random?: RandomBytes): Uint8Array {
  const { head, seal } = createSealer(key, random);
  const sealed = Buffer.allocUnsafe(SEAL_HEAD_BYTES + plain.length);
  sealed.set(head);
  for (let at = 0; at < plain.length; at += PIECE_BYTES) {
    sealed.set(seal(plain.subarray(at, at + PIECE_BYTES)), SEAL_HEAD_BYTES + at);
  }
  return sealed;
}

/** Opens a whole object, or what is left of one; undefined if it does not begin as one. */
export function openBytes(sealed: Uint8Array, key: DataKey): Uint8Array | undefined {
  const start = readSealHead(sealed);
  return start && createOpener(start, key, 0).update(sealed.subarray(SEAL_HEAD_BYTES));
}

/** Reads from the head of an object where its cipher starts counting. */
export function readSealHead(bytes: Uint8Array): Uint8Array | undefined {
  const isHead = bytes.length >= SEAL_HEAD_BYTES && MARK.equals(bytes.subarray(0, MARK.length));
  return isHead ? bytes.subarray(MARK.length, SEAL_HEAD_BYTES) : undefined;
}

/** Creates what opens the bytes of an object from `fromByte` of its content on. */
export function createOpener(
  start: Uint8Array,
  key: DataKey,
  fromByte: number,
): Pick<Cipheriv, 'update'> {
  const counter = counterAt(start, Math.floor(fromByte / BLOCK_BYTES));
  // Counter mode is the same both ways.
  const opener = createCipheriv('aes-256-ctr', key, counter);
  opener.update(Buffer.alloc(fromByte % BLOCK_BYTES));
  return opener;
}

function counterAt(start: Uint8Array, block: number): Buffer {
  const first = BigInt(`0x${Buffer.from(start).toString('hex')}`);
  const counter = (first + BigInt(block)) % COUNTER_END;
  return Buffer.from(counter.toString(16).padStart(2 * BLOCK_BYTES, '0'), 'hex');
}
