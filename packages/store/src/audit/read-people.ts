import { type UserId, userIdSchema } from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

/** More are not offered to choose from. */
const mostPeople = 2_000;

/** Everybody with an account, disabled or not, by name. */
export async function readPeople(db: Queryable): Promise<{ id: UserId; name: string }[]> {
  const rows = await db`
    select id, display_name as name from users order by lower(display_name), id limit ${mostPeople}`;
  return z.array(z.object({ id: userIdSchema, name: z.string() })).parse(rows);
}
