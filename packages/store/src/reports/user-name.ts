import type { UserId } from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

/** What somebody is called; undefined: nobody is known by that id. */
export async function readUserName(db: Queryable, userId: UserId): Promise<string | undefined> {
  const [row] = await db`select display_name from users where id = ${userId}`;
  return row && z.object({ displayName: z.string() }).parse(row).displayName;
}
