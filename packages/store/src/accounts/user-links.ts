import { createHash, randomBytes } from 'node:crypto';
import {
  type LinkOwner,
  type UserId,
  type UserLinkKind,
  userIdSchema,
  userLinkKindSchema,
} from '@agent/protocol';
import { z } from 'zod';
import type { Queryable, Transaction } from '../database/connect.ts';

/** A one-time link is good for so many days. */
export const LINK_DAYS = 7;

/** A link as it leaves the store: its secret is kept nowhere. */
export interface MadeLink {
  kind: UserLinkKind;
  token: string;
  expiresAt: Date;
}

/** Makes a link for somebody; older ones of its kind are of no use from then on. */
export async function makeUserLink(
  tx: Transaction,
  userId: UserId,
  kind: UserLinkKind,
  by: UserId,
): Promise<MadeLink> {
  await endUserLinks(tx, userId, kind);
  const token = randomBytes(32).toString('base64url');
  const [row] = await tx<{ expiresAt: Date }[]>`
    insert into user_links (token_hash, user_id, kind, made_by, expires_at)
    values (${hashOf(token)}, ${userId}, ${kind}, ${by}, now() + make_interval(days => ${LINK_DAYS}))
    returning expires_at`;
  if (!row) throw new Error('A link was not stored.');
  return { kind, token, expiresAt: row.expiresAt };
}

/** Ends the links that somebody still could use: all of them, or those of one kind. */
export async function endUserLinks(
  tx: Transaction,
  userId: UserId,
  kind?: UserLinkKind,
): Promise<void> {
  await tx`
    update user_links set ended_at = now()
    where user_id = ${userId} and used_at is null and ended_at is null
      and (${kind ?? null}::text is null or kind = ${kind ?? null})`;
}

const ownerSchema = z.object({
  userId: userIdSchema,
  kind: userLinkKindSchema,
  username: z.string(),
  displayName: z.string(),
  expiresAt: z.date(),
});

/** For whom a link is; undefined when it is unknown, used, replaced or too old, or the person may not in. */
export async function findLinkOwner(
  db: Queryable,
  token: string,
): Promise<(Omit<LinkOwner, 'expiresAt'> & { userId: UserId; expiresAt: Date }) | undefined> {
  const [row] = await db`
    select u.id as user_id, l.kind, u.username, u.display_name, l.expires_at
    from user_links l join users u on u.id = l.user_id and not u.disabled
    where l.token_hash = ${hashOf(token)} and ${isOpen(db)}`;
  return row && ownerSchema.parse(row);
}

/**
 * Takes a link and gives its owner the password. Of two who send the same link at once one gets
 * undefined, as with a link that cannot be used. All other links of the person end with it.
 */
export async function takeUserLink(
  tx: Transaction,
  token: string,
  passwordHash: string,
): Promise<
  { userId: UserId; username: string; displayName: string; kind: UserLinkKind } | undefined
> {
  const found = await findLinkOwner(tx, token);
  if (!found) return undefined;
  const { userId } = found;
  // The person's row before the link's, as everybody who changes both does.
  const [user] = await tx`select 1 from users where id = ${userId} and not disabled for update`;
  const [taken] = user
    ? await tx`
        update user_links l set used_at = now()
        where token_hash = ${hashOf(token)} and ${isOpen(tx)} returning 1`
    : [];
  if (!taken) return undefined;
  await endUserLinks(tx, userId);
  await tx`update users set password_hash = ${passwordHash} where id = ${userId}`;
  const { username, displayName, kind } = found;
  return { userId, username, displayName, kind };
}

function isOpen(db: Queryable) {
  return db`l.used_at is null and l.ended_at is null and l.expires_at > now()`;
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
