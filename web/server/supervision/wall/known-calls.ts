import 'server-only';
import type { CallId } from '@agent/protocol';
import { type Database, readWallCalls, readWallEvents, type WallCallRow } from '@agent/store';
import { foldInto, type HeldCall, holdCall } from './held-call.ts';

/** So many events of a call are read at once, … */
const mostEvents = 40;
/** … and of so many calls: parsing them holds up nothing else for long. */
const mostCalls = 25;

/** The calls that wait or go on, as far as they are known in this process. */
export interface KnownCalls {
  held(): Iterable<HeldCall>;
  /** Looks at these calls again; `all`: at every call there is. */
  look(callIds: ReadonlySet<CallId> | 'all'): Promise<void>;
}

/** Knows no call until it is told to look. */
export function createKnownCalls(db: Database): KnownCalls {
  const byId = new Map<CallId, HeldCall>();
  return {
    held: () => byId.values(),
    async look(callIds) {
      if (callIds !== 'all' && callIds.size === 0) return;
      const rows = await readWallCalls(db, callIds === 'all' ? 'all' : [...callIds]);
      const gone = new Set(callIds === 'all' ? byId.keys() : callIds);
      for (const row of rows) gone.delete(row.id);
      const looked = rows.map(note);
      await readLogs(
        db,
        looked.filter(({ row }) => row.answeredAt !== null),
      );
      for (const callId of gone) byId.delete(callId);
    },
  };

  function note(row: WallCallRow): HeldCall {
    const held = byId.get(row.id) ?? holdCall(row);
    held.row = row;
    byId.set(row.id, held);
    return held;
  }
}

/** Folds into these calls what their logs say since they were read. */
export async function readLogs(db: Database, calls: readonly HeldCall[]): Promise<void> {
  let behind = calls;
  while (behind.length > 0) {
    const [now, later] = [behind.slice(0, mostCalls), behind.slice(mostCalls)];
    const known = now.map(({ row, readThrough }) => ({ callId: row.id, afterSeq: readThrough }));
    const events = await readWallEvents(db, known, mostEvents);
    const byId = Map.groupBy(events, ({ callId }) => callId);
    const unfinished = now.filter((held) => {
      const news = byId.get(held.row.id) ?? [];
      for (const event of news) foldInto(held, event);
      return news.length === mostEvents;
    });
    behind = [...later, ...unfinished];
  }
}
