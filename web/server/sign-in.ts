import 'server-only';
import {
  clearSignInFailures,
  findCredentials,
  isSignInThrottled,
  recordSignInFailure,
  type User,
  verifyPassword,
} from '@agent/store';
import { z } from 'zod';
import type { Services } from './services.ts';

/** What the sign-in form sends. */
export const credentialsSchema = z.object({
  username: z.string().trim().min(1).max(100),
  password: z.string().min(1).max(200),
});

/** Outcome of an attempt to sign in; `refused` does not tell whether the name exists. */
export type SignInOutcome =
  | { outcome: 'signed-in'; user: User }
  | { outcome: 'refused' }
  | { outcome: 'throttled' };

/**
 * Checks a name and a password. Unknown and disabled users are refused in the same words and the
 * same time; too many failures of a name from an address are not looked at for a while.
 */
export async function signIn(
  { db, log }: Pick<Services, 'db' | 'log'>,
  input: unknown,
  address: string,
): Promise<SignInOutcome> {
  const parsed = credentialsSchema.safeParse(input);
  if (!parsed.success) return { outcome: 'refused' };
  const { username, password } = parsed.data;
  const attempt = { username, address };
  if (await isSignInThrottled(db, attempt)) {
    log.warn('sign-in throttled');
    return { outcome: 'throttled' };
  }
  // Counted before the slow check, so that a burst of guesses at once cannot slip through.
  await recordSignInFailure(db, attempt);
  const found = await findCredentials(db, username);
  const isRight = await verifyPassword(found?.passwordHash, password);
  if (!found || !isRight || found.disabled) return { outcome: 'refused' };
  await clearSignInFailures(db, attempt);
  log.info({ userId: found.id, role: found.role }, 'signed in');
  const { passwordHash: _secret, ...user } = found;
  return { outcome: 'signed-in', user };
}
