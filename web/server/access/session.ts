import 'server-only';
import { type Role, roleSchema, type UserId, userIdSchema } from '@agent/protocol';
import { findUser } from '@agent/store';
import { z } from 'zod';
import type { WebEnv } from '../env-schema.ts';
import { cookie, readCookie } from '../http/cookies.ts';
import type { Services } from '../services.ts';
import { decryptSession, encryptSession } from './session-cipher.ts';

/** A session ends after this time without a request. */
export const idleSeconds = 30 * 60;
/** A session ends after this time in any case. */
export const absoluteSeconds = 12 * 60 * 60;
/** A session in use gets a new cookie when the old one is older than this. */
const renewAfterSeconds = 60;

/** A person with an account, as Postgres knows it now. */
export interface Session {
  userId: UserId;
  displayName: string;
  role: Role;
  /** Grows when sessions issued before must no longer count. */
  sessionVersion: number;
  /** When the session ends at the latest. */
  endsAt: Date;
}

/** What the encrypted cookie holds. */
export const sessionTokenSchema = z.object({
  sub: userIdSchema,
  role: roleSchema,
  sessionVersion: z.number().int(),
  /** Milliseconds since the epoch. */
  signedInAt: z.number().int(),
  iat: z.number().int().optional(),
});
export type SessionToken = z.infer<typeof sessionTokenSchema>;

/** A session with its cookie, to be renewed while it is used. */
export interface ReadSession {
  session: Session;
  token: SessionToken;
}

/** Name of the session cookie; browsers keep `__Secure-` cookies to https. */
export function sessionCookieName(env: Pick<WebEnv, 'NEXTAUTH_URL'>): string {
  const prefix = isSecure(env) ? '__Secure-' : '';
  return `${prefix}next-auth.session-token`;
}

/** The session of a request; undefined when there is none, it is over, or the user is disabled. */
export async function readSession(
  services: Pick<Services, 'env' | 'db' | 'now'>,
  headers: Pick<Headers, 'get'>,
): Promise<ReadSession | undefined> {
  const { env, now } = services;
  const raw = readCookie(headers, sessionCookieName(env));
  const cipher = { secret: env.NEXTAUTH_SECRET, now: now() };
  const token = raw && parseToken(await decryptSession(raw, cipher));
  if (!token) return undefined;
  const session = await currentSession(services, token);
  return session && { session, token };
}

/** The session a token stands for, checked against Postgres. */
export async function currentSession(
  { db, now }: Pick<Services, 'db' | 'now'>,
  token: SessionToken,
): Promise<Session | undefined> {
  const endsAt = new Date(token.signedInAt + absoluteSeconds * 1000);
  if (endsAt <= now()) return undefined;
  const user = await findUser(db, token.sub);
  if (!user || user.disabled || user.sessionVersion !== token.sessionVersion) return undefined;
  const { id: userId, displayName, role, sessionVersion } = user;
  return { userId, displayName, role, sessionVersion, endsAt };
}

/** The `Set-Cookie` value that prolongs a session in use; undefined while the cookie is young. */
export async function renewedCookie(
  { env, now }: Pick<Services, 'env' | 'now'>,
  { token }: ReadSession,
): Promise<string | undefined> {
  const ageSeconds = now().getTime() / 1000 - (token.iat ?? 0);
  return ageSeconds < renewAfterSeconds ? undefined : sessionCookie({ env, now }, token);
}

/** The `Set-Cookie` value of a session. */
export async function sessionCookie(
  { env, now }: Pick<Services, 'env' | 'now'>,
  token: SessionToken,
): Promise<string> {
  const { iat: _old, ...claims } = token;
  const cipher = { secret: env.NEXTAUTH_SECRET, maxAgeSeconds: idleSeconds, now: now() };
  const value = await encryptSession(claims, cipher);
  return cookie(sessionCookieName(env), value, {
    maxAgeSeconds: idleSeconds,
    secure: isSecure(env),
  });
}

/** A decoded token of ours; undefined for any other. */
export function parseToken(token: unknown): SessionToken | undefined {
  return sessionTokenSchema.safeParse(token).data;
}

/** Whether browsers reach us over https. */
export function isSecure(env: Pick<WebEnv, 'NEXTAUTH_URL'>): boolean {
  return env.NEXTAUTH_URL.startsWith('https:');
}
