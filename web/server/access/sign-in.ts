import 'server-only';
import {
  type Credentials,
  type Database,
  findCredentials,
  forgetSignInAttempt,
  recordAudit,
  type SignInAttempt,
  takeRateLimit,
  takeSignInAttempt,
  type User,
} from '@agent/store';
import { z } from 'zod';
import type { Services } from '../services.ts';
import { type PasswordGate, passwordGate } from './password-gate.ts';

/** What the sign-in form sends. A name has no control characters, which Postgres would not take. */
export const credentialsSchema = z.object({
  username: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .regex(/^\P{C}*$/u),
  password: z.string().min(1).max(200),
});

/** Outcome of an attempt to sign in; `refused` does not tell whether the name exists. */
export type SignInOutcome =
  | { outcome: 'signed-in'; user: User }
  | { outcome: 'refused' }
  /** Too many failures: not looked at before the time is over. */
  | { outcome: 'throttled'; retryAfterMs: number }
  /** Too many people sign in at this moment: not looked at. */
  | { outcome: 'busy' };

/** How often a flood of attempts from one address is put on record. */
const throttledNote = { limit: 1, windowMs: 60_000 };

/**
 * Checks a name and a password. Unknown and disabled users are refused in the same words and the
 * same time; after too many failures nothing is looked at for a while.
 */
export async function signIn(
  { db, log }: Pick<Services, 'db' | 'log'>,
  input: unknown,
  address: string,
  gate: Pick<PasswordGate, 'check'> = passwordGate(),
): Promise<SignInOutcome> {
  const parsed = credentialsSchema.safeParse(input);
  if (!parsed.success) return { outcome: 'refused' };
  const { username, password } = parsed.data;
  const attempt = { username, address };
  // Counted as a failure before the slow check, so that a burst of guesses cannot slip through.
  const taken = await takeSignInAttempt(db, attempt);
  if (taken.outcome === 'throttled') {
    log.warn('sign-in throttled');
    await noteThrottled(db, attempt);
    return taken;
  }
  const found = await findCredentials(db, username);
  const isRight = await gate.check(found?.passwordHash ?? undefined, password);
  if (isRight === 'busy') {
    await forgetSignInAttempt(db, attempt, { success: false });
    return { outcome: 'busy' };
  }
  if (!found || !isRight || found.disabled) {
    await noteRefused(db, attempt, found, isRight);
    return { outcome: 'refused' };
  }
  await noteSignedIn(db, attempt, found);
  log.info({ userId: found.id, role: found.role }, 'signed in');
  const { passwordHash: _secret, ...user } = found;
  return { outcome: 'signed-in', user };
}

async function noteSignedIn(db: Database, attempt: SignInAttempt, user: User): Promise<void> {
  await db.begin(async (tx) => {
    await forgetSignInAttempt(tx, attempt, { success: true });
    await recordAudit(tx, {
      action: 'session.signed-in',
      actor: { userId: user.id, displayName: user.displayName },
      address: attempt.address,
      data: { how: 'password' },
    });
  });
}

async function noteRefused(
  db: Database,
  { username, address }: SignInAttempt,
  found: Credentials | undefined,
  isRight: boolean,
): Promise<void> {
  const because = found ? (isRight ? 'disabled' : 'password') : 'unknown';
  await recordAudit(db, {
    action: 'session.refused',
    actor: null,
    address,
    ...(found && { subject: { kind: 'user', id: found.id } }),
    data: { because, username: nameOnRecord(username) },
  });
}

async function noteThrottled(db: Database, { username, address }: SignInAttempt): Promise<void> {
  if (!(await takeRateLimit(db, `sign-in:noted:${address}`, throttledNote))) return;
  const data = { username: nameOnRecord(username) };
  await recordAudit(db, { action: 'session.throttled', actor: null, address, data });
}

/** Only what looks like a name is kept: people type passwords into the wrong field. */
function nameOnRecord(username: string): string | null {
  return /^[a-z][a-z0-9._-]*$/i.test(username) ? username.slice(0, 32).toLowerCase() : null;
}
