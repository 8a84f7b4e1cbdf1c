import type { CallEvent, CallEventType, CallId } from '@agent/protocol';
import { closeDatabase, openDatabase, readCallEvents } from '@agent/store';

/** Reads the stored log of a call, as staff sees it. */
export async function storedEvents(databaseUrl: string, callId: CallId): Promise<CallEvent[]> {
  const db = openDatabase(databaseUrl, { max: 1, applicationName: 'e2e' });
  try {
    const page = await readCallEvents(db, callId, { audience: 'staff', afterSeq: 0, limit: 500 });
    return page.envelopes.map(({ event }) => event);
  } finally {
    await closeDatabase(db);
  }
}

/** Events of one type, in order. */
export function eventsOf<T extends CallEventType>(
  events: readonly CallEvent[],
  type: T,
): CallEvent<T>[] {
  return events.filter((event) => event.type === type) as CallEvent<T>[];
}

/** Runs one query against the stack's database. */
export async function query<Row extends object>(databaseUrl: string, text: string): Promise<Row[]> {
  const db = openDatabase(databaseUrl, { max: 1, applicationName: 'e2e' });
  try {
    return await db.raw<Row[]>(text);
  } finally {
    await closeDatabase(db);
  }
}

/** State of a call, as stored; undefined when there is no such call. */
export async function statusOf(databaseUrl: string, callId: CallId): Promise<string | undefined> {
  const text = `select status from calls where id = '${callId}'`;
  return (await query<{ status: string }>(databaseUrl, text))[0]?.status;
}
