import {
  type AdminUser,
  adminUserSchema,
  type UserId,
  type UserQuery,
  userIdSchema,
} from '@agent/protocol';
import { z } from 'zod';
import type { Fragment, Queryable } from '../database/connect.ts';
import { readCursor, writeCursor } from '../database/cursor.ts';

/** People of one page. */
export const USERS_OF_A_PAGE = 50;

/** A page of people. `no-place`: the cursor is none of ours. */
export type FoundUsers =
  | { outcome: 'found'; users: AdminUser[]; nextCursor: string | null }
  | { outcome: 'no-place' };

const rowSchema = adminUserSchema
  .omit({ lastSignedInAt: true, createdAt: true, link: true })
  .extend({
    lastSignedInAt: z.date().nullable(),
    createdAt: z.date(),
    linkKind: z.enum(['invite', 'password']).nullable(),
    linkExpiresAt: z.date().nullable(),
  });

/** People with an account by name; with a query those in whose names, accents aside, it stands. */
export async function findUsers(
  db: Queryable,
  { query = '', cursor }: UserQuery,
): Promise<FoundUsers> {
  const place = cursor === undefined ? undefined : readCursor(placeSchema, cursor);
  if (cursor !== undefined && !place) return { outcome: 'no-place' };
  const behind = place ? db`(${sortName(db)}, u.id) > (${place[0]}, ${place[1]}::uuid)` : db`true`;
  const rows = await db`
    ${selectUsers(db)}
    where (strpos(search_text(u.display_name), search_text(${query})) > 0
        or strpos(u.username, lower(${query})) > 0)
      and ${behind}
    order by ${sortName(db)}, u.id limit ${USERS_OF_A_PAGE + 1}`;
  const users = rows.slice(0, USERS_OF_A_PAGE).map(userOf);
  const last = rows.length > USERS_OF_A_PAGE ? rows[USERS_OF_A_PAGE - 1] : undefined;
  return { outcome: 'found', users, nextCursor: last ? writePlace(last) : null };
}

/** Somebody with an account, as admins see them. */
export async function findAdminUser(db: Queryable, userId: UserId): Promise<AdminUser | undefined> {
  const [row] = await db`${selectUsers(db)} where u.id = ${userId}`;
  return row && userOf(row);
}

function sortName(db: Queryable): Fragment {
  return db`(lower(u.display_name) collate "C")`;
}

function selectUsers(db: Queryable): Fragment {
  return db`
    select u.id, u.username, u.display_name, u.role, u.version, u.created_at,
      ${sortName(db)} as sort_name,
      u.password_hash is not null as has_password,
      has_single_sign_on,
      case when u.disabled then 'disabled'
        when u.password_hash is not null or has_single_sign_on then 'active'
        else 'invited' end as status,
      queues, last_signed_in_at, link.kind as link_kind, link.expires_at as link_expires_at,
      (
        select status from calls
        where coalesce(agent_id, offered_to) = u.id and status in ('offered', 'active', 'wrap-up')
      ) as open_call,
      signs_in_as_admin(u) and not exists (
        select from users other where other.id <> u.id and signs_in_as_admin(other)
      ) as is_last_admin
    from users u
    cross join lateral (
      select exists (select from user_identities where user_id = u.id) as has_single_sign_on
    ) identities
    cross join lateral (
      select coalesce(
        jsonb_agg(jsonb_build_object('id', q.id, 'name', q.name) order by lower(q.name), q.id), '[]'
      ) as queues
      from queues q where q.removed_at is null and q.id in (
        select queue_id from agent_queues where agent_id = u.id and u.role = 'agent'
        union all
        select queue_id from queue_supervisors where user_id = u.id and u.role = 'supervisor'
      )
    ) of_role
    cross join lateral (
      select max(at) as last_signed_in_at from audit_log
      where actor_id = u.id and action = 'session.signed-in'
    ) signed_in
    left join lateral (
      select kind, expires_at from user_links
      where user_id = u.id and used_at is null and ended_at is null and expires_at > now()
      order by made_at desc limit 1
    ) link on true`;
}

function userOf(row: unknown): AdminUser {
  const { linkKind, linkExpiresAt, lastSignedInAt, createdAt, ...user } = rowSchema.parse(row);
  return {
    ...user,
    link:
      linkKind && linkExpiresAt ? { kind: linkKind, expiresAt: linkExpiresAt.toISOString() } : null,
    lastSignedInAt: lastSignedInAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}

/** Postgres takes no NUL. */
const name = z
  .string()
  .max(200)
  .regex(/^[^\0]*$/);
const placeSchema = z.tuple([name, userIdSchema]);

function writePlace(row: Record<string, unknown>): string {
  return writeCursor(placeSchema.parse([row.sortName, row.id]));
}
