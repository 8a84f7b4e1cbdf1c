import { z } from 'zod';
import type { Transaction } from '../database/connect.ts';

interface About {
  subjectKind: string | null;
  subjectId: string | null;
}
/** What something is called now, and for a call when it was begun. */
interface Named {
  subjectName: string | null;
  subjectAt: Date | null;
}

const foundSchema = z.object({
  kind: z.string(),
  id: z.string(),
  name: z.string().nullable(),
  at: z.date().nullable(),
});

/** Entries with what they are about by its name, where it has one (an erased call has none). */
export async function subjectNames<Entry extends About>(
  tx: Transaction,
  entries: readonly Entry[],
): Promise<(Entry & Named)[]> {
  const rows = await tx`
    select 'user' as kind, id::text, display_name as name, null::timestamptz as at from users
      where id = any(${idsOf(entries, 'user')}::uuid[])
    union all select 'call', id::text, nullif(customer_name, ''), queued_at from calls
      where id = any(${idsOf(entries, 'call')}::uuid[])
    union all select 'customer', id, name, null from customers
      where id = any(${idsOf(entries, 'customer')}::text[])
    union all select 'card', id, card ->> 'title', null from playbook_cards
      where id = any(${idsOf(entries, 'card')}::text[])
    union all select 'queue', id, name, null from queues
      where id = any(${idsOf(entries, 'queue')}::text[])`;
  const names = new Map(
    z
      .array(foundSchema)
      .parse(rows)
      .map((found) => [`${found.kind}:${found.id}`, found]),
  );
  return entries.map((entry) => {
    const found = names.get(`${entry.subjectKind}:${entry.subjectId}`);
    return { ...entry, subjectName: found?.name ?? null, subjectAt: found?.at ?? null };
  });
}

const uuidKinds = ['user', 'call'];

function idsOf(entries: readonly About[], kind: string): string[] {
  const ids = entries.flatMap(({ subjectKind, subjectId }) =>
    subjectKind === kind && subjectId !== null ? [subjectId] : [],
  );
  const readable = uuidKinds.includes(kind)
    ? ids.filter((id) => z.guid().safeParse(id).success)
    : ids;
  return [...new Set(readable)];
}
