import 'server-only';
import { createHmac } from 'node:crypto';
import { type CallId, callIdSchema } from '@agent/protocol';
import { z } from 'zod';
import type { WebEnv } from '../env-schema.ts';
import { cookie, readCookie } from '../http/cookies.ts';

const cookieName = 'start';
const lifetimeSeconds = 24 * 60 * 60;
const keySchema = z.uuid();

/**
 * The key of a browser's next call, as its page has brought it along; undefined for a browser that has
 * never opened the page. It is good for one call: each call that starts brings the next one.
 */
export function startKey(headers: Pick<Headers, 'get'>): string | undefined {
  return keySchema.safeParse(readCookie(headers, cookieName)).data;
}

/** The `Set-Cookie` value that gives a browser the key of its next call. */
export function startCookie(env: Pick<WebEnv, 'NEXTAUTH_URL'>, key: string): string {
  const secure = env.NEXTAUTH_URL.startsWith('https:');
  return cookie(cookieName, key, { maxAgeSeconds: lifetimeSeconds, secure });
}

/**
 * The id of the call that a key starts: the same however often it is used. Nobody can choose the id of
 * a call, or tell the key by it, without our secret.
 */
export function callIdOfStart(env: Pick<WebEnv, 'CALL_COOKIE_SECRET'>, key: string): CallId {
  const bytes = createHmac('sha256', env.CALL_COOKIE_SECRET).update(`start ${key}`).digest();
  // Version 8 and the variant of RFC 9562: a UUID that its maker has filled.
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex', 0, 16);
  return callIdSchema.parse(hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'));
}
