import 'server-only';
import type { LinkOwner, LinkUse } from '@agent/protocol';
import { findLinkOwner, hashPassword, recordAudit, takeUserLink } from '@agent/store';
import { limitRate } from '../http/limit-rate.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { passwordGate } from './password-gate.ts';

/** More than somebody needs who mistypes, and far too few to guess one of 2²⁵⁶. */
const limit = { limit: 20, windowMs: 60_000 };

/** The same whether it never was one, was used, was replaced, is too old, or its owner may not in. */
const noSuchLink =
  'This link cannot be used (any more). It works once, for 7 days, until a newer one is made. Ask your admin for another.';

/** For whom a link is. */
export async function lookAtLink(
  services: Pick<Services, 'db'>,
  address: string,
  { token }: Pick<LinkUse, 'token'>,
): Promise<LinkOwner> {
  const { kind, username, displayName, expiresAt } = await ownerOf(services, address, token);
  return { kind, username, displayName, expiresAt: expiresAt.toISOString() };
}

/** Gives the owner of a link the password, once; all of their sessions end. */
export async function setPasswordByLink(
  services: Pick<Services, 'db' | 'log'>,
  address: string,
  { token, password }: LinkUse,
): Promise<void> {
  const { username } = await ownerOf(services, address, token);
  if (password.toLowerCase().includes(username)) {
    const why = 'Your user name must not be part of it.';
    throw Problem.invalidInput(why, { password: why });
  }
  const passwordHash = await passwordGate().run(() => hashPassword(password));
  if (passwordHash === 'busy') throw Problem.unavailable();
  const userId = await services.db.begin(async (tx) => {
    const taken = await takeUserLink(tx, token, passwordHash);
    if (!taken) throw Problem.notFound(noSuchLink);
    const { userId, displayName, kind } = taken;
    await recordAudit(tx, {
      action: 'user.password-set',
      actor: { userId, displayName },
      address,
      subject: { kind: 'user', id: userId },
      data: { by: kind },
    });
    return userId;
  });
  services.log.info({ userId }, 'password set by a link');
}

async function ownerOf({ db }: Pick<Services, 'db'>, address: string, token: string) {
  const message = 'Too many attempts. Wait a minute, then try again.';
  await limitRate({ db }, `account-link:${address}`, limit, message);
  const owner = await findLinkOwner(db, token);
  if (!owner) throw Problem.notFound(noSuchLink);
  return owner;
}
