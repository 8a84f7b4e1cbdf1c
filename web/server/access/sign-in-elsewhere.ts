import 'server-only';
import { userIdSchema } from '@agent/protocol';
import {
  type AuditEntry,
  findUserOfIdentity,
  recordAudit,
  signInByIdentity,
  type Transaction,
  type User,
} from '@agent/store';
import type { Services } from '../services.ts';
import type { Identity } from './claims.ts';

/** What came of somebody whom the provider of single sign-on has sent. */
export type ElsewhereOutcome =
  | { outcome: 'signed-in'; user: User }
  | { outcome: 'no-role' }
  | { outcome: 'disabled' };

const how = 'single-sign-on';

/**
 * Lets somebody in as whom the provider knows them: with an account that is theirs by issuer and subject
 * alone, made at the first time, and with the role that they have there now. Who has none there, or is
 * disabled here, stays out.
 */
export async function signInElsewhere(
  { db, log, newId }: Pick<Services, 'db' | 'log' | 'newId'>,
  { role, ...identity }: Identity,
  address: string,
): Promise<ElsewhereOutcome> {
  if (!role) {
    await noteRefused(db, await findUserOfIdentity(db, identity), 'no-role', address);
    return { outcome: 'no-role' };
  }
  const signedIn = await db.begin(async (tx) => {
    const newUserId = userIdSchema.parse(newId());
    const done = await signInByIdentity(tx, { ...identity, role }, newUserId);
    const { user } = done;
    const actor = { userId: user.id, displayName: user.displayName };
    const record = (entry: Omit<AuditEntry, 'actor' | 'address'>) =>
      recordAudit(tx, { ...entry, actor, address });
    const subject = { kind: 'user', id: user.id } as const;
    switch (done.outcome) {
      case 'disabled':
        await noteRefused(tx, user, 'disabled', address);
        return undefined;
      case 'created':
        await record({ action: 'user.created', subject, data: { role, by: how } });
        break;
      case 'role-changed': {
        // The call of somebody who is no agent any more is taken at the next round of matching.
        const { roleBefore, version } = done;
        const data = { changed: ['role'], role, roleBefore, version, by: how };
        await record({ action: 'user.changed', subject, data });
        break;
      }
      case 'kept':
        log.warn(
          { userId: user.id },
          'the only admin keeps the role that single sign-on took away',
        );
        break;
      case 'known':
        break;
      default:
        done satisfies never;
    }
    await record({ action: 'session.signed-in', data: { how } });
    return user;
  });
  if (!signedIn) return { outcome: 'disabled' };
  log.info({ userId: signedIn.id, role: signedIn.role, how }, 'signed in');
  return { outcome: 'signed-in', user: signedIn };
}

function noteRefused(
  db: Services['db'] | Transaction,
  user: User | undefined,
  because: 'no-role' | 'disabled',
  address: string,
): Promise<void> {
  return recordAudit(db, {
    action: 'session.refused',
    actor: null,
    address,
    ...(user && { subject: { kind: 'user', id: user.id } }),
    data: { because, how },
  });
}
