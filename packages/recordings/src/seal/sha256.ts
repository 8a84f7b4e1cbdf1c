import { createHash } from 'node:crypto';

/** What proves later that an object is the one that was stored: its SHA-256 in hexadecimal. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
