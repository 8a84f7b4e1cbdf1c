import { identityPrefixes, supervisorIdentity } from '@agent/protocol';
import type { MonitorEnding, WatchedMonitor } from '@agent/store';

/** How long a supervisor may be missing in a room. */
export interface AbsenceTimings {
  /** Who was there and is not any more comes back within this time, or asks anew. */
  lostAfterMs: number;
  /** Who has never come had a token for no longer. */
  neverJoinedAfterMs: number;
}

/** A page comes back by itself after a tunnel or a restart of LiveKit; a token lasts half a minute. */
export const absenceTimings = {
  lostAfterMs: 15_000,
  neverJoinedAfterMs: 30_000,
} as const satisfies AbsenceTimings;

/** A room as LiveKit has it, and the rows of its call. */
export interface RoomToLookAt {
  identities: readonly string[];
  monitors: readonly WatchedMonitor[];
  now: Date;
}

/** What is found in a room. */
export interface RoomLook {
  /** Supervisors who are there without a row that is open. */
  strangers: string[];
  /** Ids of the rows whose supervisor is there. */
  there: string[];
  /** Ids of the rows whose supervisor is not there, or not any more. */
  gone: string[];
  /** Rows that must end, and how. */
  ending: { monitor: WatchedMonitor; by: MonitorEnding }[];
}

/** Compares who is in a room with who may be. */
export function lookAtRoom(
  { identities, monitors, now }: RoomToLookAt,
  timings: AbsenceTimings = absenceTimings,
): RoomLook {
  const inside = new Set(identities);
  const open = monitors.filter(({ endedAt }) => endedAt === null);
  const known = new Set(open.map(({ id }) => supervisorIdentity(id)));
  const isThere = ({ id }: WatchedMonitor) => inside.has(supervisorIdentity(id));
  return {
    strangers: identities.filter(
      (one) => one.startsWith(identityPrefixes.supervisor) && !known.has(one),
    ),
    there: open.filter(isThere).map(({ id }) => id),
    gone: monitors.filter((one) => !isThere(one)).map(({ id }) => id),
    ending: open.flatMap((monitor) => {
      const by = endOf(monitor, isThere(monitor), now, timings);
      return by ? [{ monitor, by }] : [];
    }),
  };
}

function endOf(
  { mayStay, joinedAt, askedAt, leftAt }: WatchedMonitor,
  isThere: boolean,
  now: Date,
  { lostAfterMs, neverJoinedAfterMs }: AbsenceTimings,
): MonitorEnding | undefined {
  const msSince = (then: Date) => now.getTime() - then.getTime();
  if (!mayStay) return 'removed';
  if (isThere) return undefined;
  if (!joinedAt) return msSince(askedAt) >= neverJoinedAfterMs ? 'never-joined' : undefined;
  return leftAt && msSince(leftAt) >= lostAfterMs ? 'lost' : undefined;
}
