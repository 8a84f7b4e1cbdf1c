import { roleSchema, type UserId, userIdSchema } from '@agent/protocol';
import { z } from 'zod';
import { inTransaction, type Queryable, type Transaction } from '../database/connect.ts';
import { hashPassword, verifyPassword } from './passwords.ts';

/** The queue that the tables begin with. */
const FIRST_QUEUE = 'main';

const userSchema = z.object({
  id: userIdSchema,
  username: z.string(),
  displayName: z.string(),
  role: roleSchema,
  /** Grows when sessions issued before must no longer count. */
  sessionVersion: z.number().int(),
  disabled: z.boolean(),
});
/** A person with an account. */
export type User = z.infer<typeof userSchema>;

const credentialsSchema = userSchema.extend({ passwordHash: z.string().nullable() });
/** A user with the hash of its password, null when it has none; only sign-in has a use for it. */
export type Credentials = z.infer<typeof credentialsSchema>;

/** The user of this name, in any case of letters. */
export async function findUserByUsername(
  db: Queryable,
  username: string,
): Promise<User | undefined> {
  const [row] = await db`select * from users where username = ${canonicalUsername(username)}`;
  return row && userSchema.parse(row);
}

/** The user of this id. */
export async function findUser(db: Queryable, userId: UserId): Promise<User | undefined> {
  const [row] = await db`select * from users where id = ${userId}`;
  return row && userSchema.parse(row);
}

/** The user of this name with its password hash, for sign-in. */
export async function findCredentials(
  db: Queryable,
  username: string,
): Promise<Credentials | undefined> {
  const [row] = await db`select * from users where username = ${canonicalUsername(username)}`;
  return row && credentialsSchema.parse(row);
}

/** What `upsertUser` stores. */
export type NewUser = Pick<User, 'id' | 'username' | 'displayName' | 'role'> & {
  passwordHash: string;
};

/**
 * Creates a user, or changes the one of this name (which keeps its id). Who becomes an agent by it and
 * has no queue takes the calls of the first.
 */
export async function upsertUser(db: Queryable, user: NewUser): Promise<User> {
  const username = canonicalUsername(user.username);
  return inTransaction(db, async (tx) => {
    const [row] = await tx`
      with before as (select role from users where username = ${username})
      insert into users (id, username, display_name, role, password_hash)
      values (${user.id}, ${username}, ${user.displayName}, ${user.role}, ${user.passwordHash})
      on conflict (username) do update set display_name = excluded.display_name,
        role = excluded.role, password_hash = excluded.password_hash
      returning *, role = 'agent' and (select role from before) is distinct from 'agent' as is_new_agent`;
    if (row?.isNewAgent) await joinFirstQueue(tx, userSchema.parse(row).id);
    return userSchema.parse(row);
  });
}

/** Somebody who is to take calls and whom nobody has given a queue. */
export async function joinFirstQueue(tx: Transaction, agentId: UserId): Promise<void> {
  await tx`
    insert into agent_queues (agent_id, queue_id)
    select ${agentId}, id from queues where id = ${FIRST_QUEUE} and removed_at is null
      and not exists (select 1 from agent_queues where agent_id = ${agentId})`;
}

/**
 * Creates a user with this password, or gives the password to the one of this name, who keeps the name
 * and role that admins have given it since. A password that is the same as before is left as it is
 * stored: another hash of it would end the user's sessions.
 */
export async function saveUserWithPassword(
  db: Queryable,
  { password, ...user }: Omit<NewUser, 'passwordHash'> & { password: string },
): Promise<User> {
  const found = await findCredentials(db, user.username);
  const stored = found?.passwordHash;
  const isSame = !!stored && (await verifyPassword(stored, password));
  const { displayName, role } = found ?? user;
  const passwordHash = isSame ? stored : await hashPassword(password);
  return upsertUser(db, { ...user, displayName, role, passwordHash });
}

/**
 * Ends all sessions of a user at once: streams, rooms and cookies. Triggers do the same when its
 * password or role changes or it is disabled, and tell `session`.
 */
export async function bumpSessionVersion(db: Queryable, userId: UserId): Promise<void> {
  await db`update users set session_version = session_version + 1 where id = ${userId}`;
}

/** The spelling under which a name is stored and throttled. */
export function canonicalUsername(username: string): string {
  return username.trim().toLowerCase();
}
