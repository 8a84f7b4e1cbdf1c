import 'server-only';
import { hkdfSync } from 'node:crypto';
import { EncryptJWT, type JWTPayload, jwtDecrypt } from 'jose';

/** The clocks of servers may differ by this much. */
const clockToleranceSeconds = 15;

/** Encrypts the claims of a session as next-auth does, but by the clock that is given. */
export async function encryptSession(
  claims: JWTPayload,
  { secret, maxAgeSeconds, now }: { secret: string; maxAgeSeconds: number; now: Date },
): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new EncryptJWT(claims)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + maxAgeSeconds)
    .setJti(crypto.randomUUID())
    .encrypt(keyOf(secret));
}

/** The claims; null for whatever cannot be decrypted: tampered, expired, made with another secret. */
export async function decryptSession(
  token: string,
  { secret, now }: { secret: string; now: Date },
): Promise<JWTPayload | null> {
  try {
    const options = { clockTolerance: clockToleranceSeconds, currentDate: now };
    return (await jwtDecrypt(token, keyOf(secret), options)).payload;
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

function keyOf(secret: string): Uint8Array {
  const info = 'NextAuth.js Generated Encryption Key';
  return new Uint8Array(hkdfSync('sha256', secret, '', info, 32));
}
