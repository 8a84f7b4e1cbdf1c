import 'server-only';
import { errorFields } from '@agent/process';
import type { CallId } from '@agent/protocol';
import {
  callsWithMonitors,
  endMonitor,
  noteSight,
  tellEndedMonitors,
  watchedMonitors,
} from '@agent/store';
import pLimit from 'p-limit';
import { type Pursuit, type PursuitTimings, startPursuit } from '../pursuit.ts';
import { deliver } from '../rooms/deliver.ts';
import type { Services } from '../services.ts';
import { lookAtRoom, type RoomLook } from './look-at-room.ts';
import { putOutOfRoom } from './put-out-of-room.ts';

/** Requests to LiveKit that run at once; others need it, too. */
const atOnce = 8;

type GuardServices = Pick<Services, 'db' | 'rooms' | 'log' | 'meters'>;

/**
 * Sees to it that in the rooms of calls are only those supervisors who have a row that is open, and that
 * the rows say who is there: every second, and at once when a row or a session has ended. What is written
 * down comes from LiveKit's own list, not from what a page says.
 */
export function startGuarding(
  services: GuardServices & Pick<Services, 'changeFeed'>,
  timings?: PursuitTimings,
): Pursuit {
  const { changeFeed } = services;
  return startPursuit({
    look: () => guardOnce(services),
    subscribe(ask) {
      const stops = [changeFeed.onAnyMonitor(ask), changeFeed.onAnySessionEnd(ask)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    ...(timings && { timings }),
  });
}

/** Looks at all rooms once; tells whether somebody was put out. It never throws. */
export async function guardOnce(services: GuardServices): Promise<boolean> {
  const { db, log } = services;
  try {
    for (const { call, appended } of await tellEndedMonitors(db)) {
      void deliver(services, call, appended);
    }
    const lists = await listRooms(services, await callsWithMonitors(db));
    return await compare(services, lists);
  } catch (error) {
    log.warn(errorFields(error), 'not known which supervisors may be in rooms');
    return false;
  }
}

/** Rooms that LiveKit does not tell of are left out: nobody in them counts as gone. */
async function listRooms(
  { rooms, log }: GuardServices,
  callIds: readonly CallId[],
): Promise<Map<CallId, string[]>> {
  const lists = new Map<CallId, string[]>();
  let failure: unknown;
  await pLimit(atOnce).map(callIds, async (callId) => {
    try {
      lists.set(callId, await rooms.participants(callId));
    } catch (error) {
      failure = error;
    }
  });
  if (failure) {
    const missing = callIds.length - lists.size;
    log.warn({ missing, ...errorFields(failure) }, 'not known who is in rooms');
  }
  return lists;
}

/** The rows are read after the lists: whoever is in a list had a row before it came. */
async function compare(
  services: GuardServices,
  lists: ReadonlyMap<CallId, string[]>,
): Promise<boolean> {
  const { monitors, now = new Date() } = await watchedMonitors(services.db, [...lists.keys()]);
  const looks = [...lists].map(([callId, identities]) => {
    const ofCall = monitors.filter((one) => one.callId === callId);
    return { callId, look: lookAtRoom({ identities, monitors: ofCall, now }) };
  });
  const found = await pLimit(atOnce).map(
    looks.flatMap(({ callId, look }) => look.strangers.map((identity) => ({ callId, identity }))),
    (stranger) => putOutStranger(services, stranger),
  );
  await noteSight(services.db, {
    there: looks.flatMap(({ look }) => look.there),
    gone: looks.flatMap(({ look }) => look.gone),
  });
  for (const { look } of looks) await endThose(services, look);
  return found.includes(true);
}

async function putOutStranger(
  { rooms, log }: GuardServices,
  { callId, identity }: { callId: CallId; identity: string },
): Promise<boolean> {
  try {
    const wasThere = await rooms.remove(callId, identity);
    if (wasThere) log.warn({ callId, identity }, 'put out of a room: no row lets it in any more');
    return wasThere;
  } catch (error) {
    log.warn({ callId, ...errorFields(error) }, 'not put out of a room');
    return false;
  }
}

async function endThose(services: GuardServices, { ending }: RoomLook): Promise<void> {
  for (const { monitor, by } of ending) {
    const ended = await endMonitor(services.db, monitor, by);
    if (!ended) continue;
    const { id: monitorId, callId } = monitor;
    services.log.info({ callId, monitorId, by }, 'a supervisor is in a room no more');
    await putOutOfRoom(services, monitor);
    if (ended.told) void deliver(services, ended.told.call, ended.told.appended);
  }
}
