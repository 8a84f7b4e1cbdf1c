import type { AdminUser, QueueId, UserChangeRequest, UserId } from '@agent/protocol';
import { z } from 'zod';
import type { Transaction } from '../database/connect.ts';
import { findAdminUser } from './admin-users.ts';
import { setQueuesOfUser } from './queues-of-user.ts';
import { endUserLinks } from './user-links.ts';

/** A part of a person that an admin changes. */
export type UserPart = 'name' | 'role' | 'queues' | 'disabled' | 'enabled';

/** What came of a change. Nothing is stored but with `changed`. */
export type UserChangeOutcome =
  | { outcome: 'changed'; before: AdminUser; user: AdminUser; parts: readonly UserPart[] }
  | { outcome: 'same'; user: AdminUser }
  /** Somebody else was faster. */
  | { outcome: 'stale'; user: AdminUser; since: readonly UserChangeNote[] }
  /** Who asks is no admin any more. */
  | { outcome: 'not-admin' }
  | { outcome: 'not-found' }
  | { outcome: 'last-admin' }
  /** Nobody takes their own rights away: the next admin would have to be asked to undo it. */
  | { outcome: 'own-account' }
  | { outcome: 'unknown-queue'; queueId: QueueId }
  /** Admins have no queues. */
  | { outcome: 'admin-of-queues' };

/** A change of a person as it is on record. */
export interface UserChangeNote {
  byName: string | null;
  parts: readonly string[];
}

/**
 * Changes somebody with an account, as the admin `by`. One change of a person goes after another, all
 * over the place. Who is disabled or gets another role has no session and no open link any more.
 */
export async function changeUser(
  tx: Transaction,
  userId: UserId,
  change: UserChangeRequest,
  by: UserId,
): Promise<UserChangeOutcome> {
  if (!(await lockUsersAs(tx, by))) return { outcome: 'not-admin' };
  const unknown = await lockQueues(tx, change.queues ?? []);
  if (unknown) return { outcome: 'unknown-queue', queueId: unknown };
  await tx`select 1 from users where id = ${userId} for update`;
  const before = await findAdminUser(tx, userId);
  if (!before) return { outcome: 'not-found' };
  const parts = partsOf(before, change);
  if (parts.length === 0) return { outcome: 'same', user: before };
  if (before.version !== change.version) {
    return { outcome: 'stale', user: before, since: await notesSince(tx, userId, change.version) };
  }
  const losesRights = parts.includes('disabled') || parts.includes('role');
  if (losesRights && before.isLastAdmin) return { outcome: 'last-admin' };
  if (losesRights && userId === by) return { outcome: 'own-account' };
  const role = change.role ?? before.role;
  if (role === 'admin' && (change.queues?.length ?? 0) > 0) return { outcome: 'admin-of-queues' };
  await store(tx, before, change);
  if (parts.includes('disabled')) await endUserLinks(tx, userId);
  const user = await findAdminUser(tx, userId);
  if (!user) throw new Error('Somebody vanished while being changed.');
  return { outcome: 'changed', before, user, parts };
}

/** Lets acts on people happen one after another; false when `by` may not act on anybody any more. */
export async function lockUsersAs(tx: Transaction, by: UserId): Promise<boolean> {
  await lockUsers(tx);
  const rows = await tx`select 1 from users where id = ${by} and role = 'admin' and not disabled`;
  return rows.length > 0;
}

/** The lock under which somebody's rights change; triggers take the same. */
export async function lockUsers(tx: Transaction): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtext('admins'))`;
}

/** Keeps queues from going away; returns one that is not there. */
export async function lockQueues(
  tx: Transaction,
  queueIds: readonly QueueId[],
): Promise<QueueId | undefined> {
  const rows = await tx<{ id: QueueId }[]>`
    select id from queues where id = any (${[...queueIds]}::text[]) and removed_at is null
    order by id for key share`;
  const found = new Set(rows.map(({ id }) => id));
  return queueIds.find((id) => !found.has(id));
}

async function store(
  tx: Transaction,
  before: AdminUser,
  { displayName, role = before.role, disabled, queues }: UserChangeRequest,
): Promise<void> {
  await tx`
    update users set display_name = ${displayName ?? before.displayName}, role = ${role},
      disabled = ${disabled ?? before.status === 'disabled'}
    where id = ${before.id}`;
  if (queues || role !== before.role) await setQueuesOfUser(tx, before.id, role, queues ?? []);
}

function partsOf(before: AdminUser, change: UserChangeRequest): UserPart[] {
  const { displayName, role, queues, disabled } = change;
  const isDisabled = before.status === 'disabled';
  const parts: UserPart[] = [];
  if (displayName !== undefined && displayName !== before.displayName) parts.push('name');
  const changesRole = role !== undefined && role !== before.role;
  if (changesRole) parts.push('role');
  // Those of the role before go with it.
  if (queues && !isSame(queues, changesRole ? [] : before.queues)) parts.push('queues');
  if (disabled !== undefined && disabled !== isDisabled) {
    parts.push(disabled ? 'disabled' : 'enabled');
  }
  return parts;
}

function isSame(queueIds: readonly QueueId[], queues: AdminUser['queues']): boolean {
  const wanted = new Set(queueIds);
  return wanted.size === queues.length && queues.every(({ id }) => wanted.has(id));
}

const noteSchema = z.object({
  byName: z.string().nullable(),
  parts: z.array(z.string()).catch([]),
});

/** What is on record of a person's changes since a version, oldest first. */
async function notesSince(
  tx: Transaction,
  userId: UserId,
  version: number,
): Promise<UserChangeNote[]> {
  const rows = await tx`
    select actor_name as by_name, data -> 'changed' as parts from audit_log
    where subject_kind = 'user' and subject_id = ${userId}
      and action in ('user.changed', 'user.disabled', 'user.enabled')
      and (data ->> 'version')::integer > ${version}
    order by id desc limit 20`;
  return z.array(noteSchema).parse(rows).reverse();
}
