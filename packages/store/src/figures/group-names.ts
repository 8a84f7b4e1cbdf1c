import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

const nameSchema = z.object({ key: z.string(), label: z.string() });

/** Agents or queues by name; who or what is gone since goes by its id. */
export async function readGroupNames(
  db: Queryable,
  of: 'agent' | 'queue',
  keys: readonly string[],
): Promise<{ key: string; label: string }[]> {
  if (keys.length === 0) return [];
  const rows =
    of === 'agent'
      ? await db`
          select k.key, coalesce(u.display_name, k.key) as label
          from unnest(${[...keys]}::text[]) k (key) left join users u on u.id = k.key::uuid
          order by lower(coalesce(u.display_name, k.key)), k.key`
      : await db`
          select k.key, coalesce(q.name, k.key) as label
          from unnest(${[...keys]}::text[]) k (key) left join queues q on q.id = k.key
          order by lower(coalesce(q.name, k.key)), k.key`;
  return z.array(nameSchema).parse(rows);
}
