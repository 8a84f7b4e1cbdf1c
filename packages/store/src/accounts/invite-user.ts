import type { AdminUser, NewUserRequest, QueueId, UserId } from '@agent/protocol';
import type { Transaction } from '../database/connect.ts';
import { findAdminUser } from './admin-users.ts';
import { lockQueues, lockUsersAs } from './change-user.ts';
import { setQueuesOfUser } from './queues-of-user.ts';
import { type MadeLink, makeUserLink } from './user-links.ts';

/** What came of an invitation. */
export type InviteOutcome =
  | { outcome: 'invited'; user: AdminUser; link: MadeLink }
  | { outcome: 'not-admin' }
  | { outcome: 'name-taken' }
  | { outcome: 'unknown-queue'; queueId: QueueId };

/** Adds somebody who chooses a password by a link; until then there is no way to sign in. */
export async function inviteUser(
  tx: Transaction,
  userId: UserId,
  { username, displayName, role, queues }: NewUserRequest,
  by: UserId,
): Promise<InviteOutcome> {
  if (!(await lockUsersAs(tx, by))) return { outcome: 'not-admin' };
  const unknown = await lockQueues(tx, queues);
  if (unknown) return { outcome: 'unknown-queue', queueId: unknown };
  const [added] = await tx`
    insert into users (id, username, display_name, role)
    values (${userId}, ${username}, ${displayName}, ${role})
    on conflict (username) do nothing returning 1`;
  if (!added) return { outcome: 'name-taken' };
  await setQueuesOfUser(tx, userId, role, queues);
  const link = await makeUserLink(tx, userId, 'invite', by);
  const user = await findAdminUser(tx, userId);
  if (!user) throw new Error('Somebody vanished while being invited.');
  return { outcome: 'invited', user, link };
}

/** What came of asking for another link. */
export type NewLinkOutcome =
  | { outcome: 'made'; link: MadeLink }
  | { outcome: 'not-admin' }
  | { outcome: 'not-found' }
  | { outcome: 'disabled' };

/** Another link for somebody: an invitation until they have a way to sign in, then one for a password. */
export async function renewUserLink(
  tx: Transaction,
  userId: UserId,
  by: UserId,
): Promise<NewLinkOutcome> {
  if (!(await lockUsersAs(tx, by))) return { outcome: 'not-admin' };
  await tx`select 1 from users where id = ${userId} for update`;
  const user = await findAdminUser(tx, userId);
  if (!user) return { outcome: 'not-found' };
  if (user.status === 'disabled') return { outcome: 'disabled' };
  const kind = user.status === 'invited' ? 'invite' : 'password';
  return { outcome: 'made', link: await makeUserLink(tx, userId, kind, by) };
}
