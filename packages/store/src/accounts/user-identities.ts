import { type AdminUser, type Role, type UserId, userIdSchema } from '@agent/protocol';
import { z } from 'zod';
import type { Queryable, Transaction } from '../database/connect.ts';
import { findAdminUser } from './admin-users.ts';
import { lockUsers } from './change-user.ts';
import { setQueuesOfAgent } from './queues-of-user.ts';
import { findUser, joinFirstQueue, type User } from './users.ts';

/** Who somebody is at a provider of single sign-on, as it has proved. */
export interface UserIdentity {
  issuer: string;
  subject: string;
  role: Role;
  /** For the account that is made when there is none yet. */
  displayName: string;
  username: string;
}

/** What came of somebody who proved who they are. Their role is that of the identity but with `kept`. */
export type IdentitySignIn =
  | { outcome: 'known'; user: User }
  | { outcome: 'created'; user: User }
  /** `version` is the one that the change has made. */
  | { outcome: 'role-changed'; user: User; roleBefore: Role; version: number }
  /** The only admin who can sign in stays one, whatever the identity says. */
  | { outcome: 'kept'; user: User }
  | { outcome: 'disabled'; user: User };

/** The account of an identity; an e-mail or a name that is the same makes nobody the same. */
export async function findUserOfIdentity(
  db: Queryable,
  { issuer, subject }: Pick<UserIdentity, 'issuer' | 'subject'>,
): Promise<User | undefined> {
  const [row] = await db`
    select user_id from user_identities where issuer = ${issuer} and subject = ${subject}`;
  return row && findUser(db, z.object({ userId: userIdSchema }).parse(row).userId);
}

/** Finds or makes the account of an identity, and gives it the role that the identity has now. */
export async function signInByIdentity(
  tx: Transaction,
  identity: UserIdentity,
  newUserId: UserId,
): Promise<IdentitySignIn> {
  const found = await findUserOfIdentity(tx, identity);
  if (found && (found.disabled || found.role === identity.role)) return unchanged(found);
  // Two first sign-ins at once make one account, and admins do not change it meanwhile.
  await lockUsers(tx);
  const user = await findUserOfIdentity(tx, identity);
  if (!user) return create(tx, identity, newUserId);
  if (user.disabled || user.role === identity.role) return unchanged(user);
  return changeRole(tx, user, identity.role);
}

function unchanged(user: User): IdentitySignIn {
  return { outcome: user.disabled ? 'disabled' : 'known', user };
}

async function create(
  tx: Transaction,
  { issuer, subject, role, displayName, username }: UserIdentity,
  userId: UserId,
): Promise<IdentitySignIn> {
  const free = await freeUsername(tx, username, userId);
  await tx`
    insert into users (id, username, display_name, role)
    values (${userId}, ${free}, ${displayName}, ${role})`;
  await tx`
    insert into user_identities (issuer, subject, user_id) values (${issuer}, ${subject}, ${userId})`;
  if (role === 'agent') await joinFirstQueue(tx, userId);
  return { outcome: 'created', user: await there(tx, userId) };
}

async function changeRole(tx: Transaction, user: User, role: Role): Promise<IdentitySignIn> {
  await tx`select 1 from users where id = ${user.id} for update`;
  if ((await seenByAdmins(tx, user.id)).isLastAdmin) return { outcome: 'kept', user };
  await tx`update users set role = ${role} where id = ${user.id}`;
  if (role === 'agent') await joinFirstQueue(tx, user.id);
  else await setQueuesOfAgent(tx, user.id, []);
  const { version } = await seenByAdmins(tx, user.id);
  return {
    outcome: 'role-changed',
    user: await there(tx, user.id),
    roleBefore: user.role,
    version,
  };
}

/** How many numbers are tried behind a name that is taken. */
const mostNumbers = 20;

/** The name, one with a number behind it, or one that nobody can have. */
async function freeUsername(tx: Transaction, wanted: string, userId: UserId): Promise<string> {
  const names = Array.from({ length: mostNumbers }, (_, index) =>
    index === 0 ? wanted : `${wanted}-${index + 1}`,
  );
  const rows = await tx<{ username: string }[]>`
    select username from users where username = any (${names}::text[])`;
  const taken = new Set(rows.map(({ username }) => username));
  return names.find((name) => !taken.has(name)) ?? `person-${userId}`;
}

async function seenByAdmins(tx: Transaction, userId: UserId): Promise<AdminUser> {
  const user = await findAdminUser(tx, userId);
  if (!user) throw new Error('Somebody vanished while signing in.');
  return user;
}

async function there(tx: Transaction, userId: UserId): Promise<User> {
  const user = await findUser(tx, userId);
  if (!user) throw new Error('Somebody vanished while signing in.');
  return user;
}
