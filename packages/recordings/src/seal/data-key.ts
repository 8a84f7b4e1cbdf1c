import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { RecordingError } from '../recording-error.ts';

/** 32 bytes that seal everything of one recording. */
export type DataKey = Uint8Array;

/** 32 bytes that wrap the keys of recordings. */
export type MasterKey = Uint8Array;

/** Gives random bytes, as `randomBytes` of Node does. */
export type RandomBytes = (count: number) => Uint8Array;

const KEY_BYTES = 32;
const NAME_BYTES = 4;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Makes the key of a new recording. */
export function createDataKey(random: RandomBytes = randomBytes): DataKey {
  return random(KEY_BYTES);
}

/** Reads a master key as it stands in the environment: 32 bytes in base64. */
export function parseMasterKey(text: string): MasterKey {
  if (!/^[A-Za-z0-9+/]{43}=$/.test(text)) throw RecordingError.invalidMasterKey();
  return Buffer.from(text, 'base64');
}

/**
 * Wraps a recording's key (AES-256-GCM) for its row in the database. Only for `recordingId` can it be
 * unwrapped; it carries four bytes that name the master key, so that a new one may come beside it.
 */
export function wrapDataKey(
  key: DataKey,
  recordingId: string,
  master: MasterKey,
  random: RandomBytes = randomBytes,
): Uint8Array {
  const iv = random(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', master, iv).setAAD(Buffer.from(recordingId));
  const wrapped = Buffer.concat([cipher.update(key), cipher.final()]);
  return Buffer.concat([nameOf(master), iv, cipher.getAuthTag(), wrapped]);
}

/** Unwraps a recording's key by whichever of the master keys wrapped it. */
export function unwrapDataKey(
  wrapped: Uint8Array,
  recordingId: string,
  masters: readonly MasterKey[],
): DataKey {
  const [name, iv, tag, sealed] = cut(wrapped, NAME_BYTES, IV_BYTES, TAG_BYTES);
  const master = masters.find((candidate) => nameOf(candidate).equals(name));
  if (!master) throw RecordingError.unknownMasterKey();
  try {
    const decipher = createDecipheriv('aes-256-gcm', master, iv, { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(recordingId))
      .setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed), decipher.final()]);
  } catch (error) {
    throw RecordingError.damagedKey(error);
  }
}

function nameOf(master: MasterKey): Buffer {
  return createHash('sha256').update(master).digest().subarray(0, NAME_BYTES);
}

function cut(bytes: Uint8Array, ...lengths: [number, number, number]) {
  const [first, second, third] = lengths;
  return [
    bytes.subarray(0, first),
    bytes.subarray(first, first + second),
    bytes.subarray(first + second, first + second + third),
    bytes.subarray(first + second + third),
  ] as const;
}
