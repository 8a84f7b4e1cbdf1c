import 'server-only';
import { type CallId, callIdSchema } from '@agent/protocol';
import { jwtVerify, SignJWT } from 'jose';
import type { WebEnv } from '../env-schema.ts';
import { cookie, readCookie } from '../http/cookies.ts';

const cookieName = 'call';
const audience = 'call-customer';
const lifetimeSeconds = 24 * 60 * 60;

type CookieEnv = Pick<WebEnv, 'CALL_COOKIE_SECRET' | 'NEXTAUTH_URL'>;

/** The `Set-Cookie` value that makes its bearer the customer of one call, for a day at most. */
export async function customerCookie(env: CookieEnv, callId: CallId, now: Date): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(callId)
    .setAudience(audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifetimeSeconds)
    .sign(keyOf(env));
  const secure = env.NEXTAUTH_URL.startsWith('https:');
  return cookie(cookieName, token, { maxAgeSeconds: lifetimeSeconds, secure });
}

/** The call whose customer sends this request; undefined without a valid cookie. */
export async function customerCallId(
  env: CookieEnv,
  headers: Pick<Headers, 'get'>,
  now: Date,
): Promise<CallId | undefined> {
  const token = readCookie(headers, cookieName);
  if (!token) return undefined;
  try {
    const { payload } = await jwtVerify(token, keyOf(env), {
      algorithms: ['HS256'],
      audience,
      currentDate: now,
      requiredClaims: ['exp', 'sub'],
    });
    return callIdSchema.safeParse(payload.sub).data;
  } catch (error) {
    if (isRefusedToken(error)) return undefined;
    throw error;
  }
}

function keyOf(env: CookieEnv): Uint8Array {
  return new TextEncoder().encode(env.CALL_COOKIE_SECRET);
}

/** By its code, as jose advises: bundlers may give it two classes of one error. */
function isRefusedToken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^ERR_J/.test(String(error.code));
}
