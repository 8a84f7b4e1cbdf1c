import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import { errorFields } from '@agent/process';
import type { Logger } from '@agent/process/log';
import { bulkhead, ConsecutiveBreaker, circuitBreaker, handleWhen, wrap } from 'cockatiel';
import type { Rooms } from './livekit.ts';

/** When a LiveKit that does not answer is left alone, and how much may wait for it. */
export interface RoomGuardOptions {
  /** Failures in a row after which nobody waits for it any more. Default 2. */
  failures: number;
  /** Time between two looks whether it answers again. Default 1 s. */
  probeEveryMs: number;
  /** Most requests at once. Default 16. */
  atOnce: number;
  /** Most requests that wait for their turn; more are refused. Default 500. */
  waiting: number;
}

export const defaultGuard = {
  failures: 2,
  probeEveryMs: 1_000,
  atOnce: 16,
  waiting: 500,
} as const satisfies RoomGuardOptions;

/**
 * Rooms that cost nobody time while LiveKit does not answer: after two failures in a row requests
 * fail at once, until a look from the side, which nobody waits for, finds it back.
 */
export function guardRooms(
  rooms: Rooms,
  { log, stopping }: { log: Logger; stopping: AbortController },
  options: RoomGuardOptions = defaultGuard,
): Rooms {
  const breaker = circuitBreaker(handleWhen(isOutage), {
    // The probe decides, never somebody's request.
    halfOpenAfter: Number.POSITIVE_INFINITY,
    breaker: new ConsecutiveBreaker(options.failures),
  });
  breaker.onBreak((reason) => {
    if (!('isolated' in reason)) void leaveAlone();
  });
  const guard = wrap(bulkhead(options.atOnce, options.waiting), breaker);
  return {
    open: (callId) => guard.execute(() => rooms.open(callId)),
    // Made here, without LiveKit.
    access: (...participant) => rooms.access(...participant),
    send: (...message) => guard.execute(() => rooms.send(...message)),
    remove: (...participant) => guard.execute(() => rooms.remove(...participant)),
    close: (callId) => guard.execute(() => rooms.close(callId)),
    participants: (callId) => guard.execute(() => rooms.participants(callId)),
    list: () => guard.execute(() => rooms.list()),
  };

  async function leaveAlone(): Promise<void> {
    const isolation = breaker.isolate();
    log.warn('LiveKit does not answer and is left alone');
    do await pause();
    while (!stopping.signal.aborted && !(await answers()));
    isolation.dispose();
    if (!stopping.signal.aborted) log.info('LiveKit answers again');
  }

  /** Ends early when this server stops. */
  async function pause(): Promise<void> {
    const { signal } = stopping;
    await wait(options.probeEveryMs, undefined, { signal, ref: false }).catch(() => undefined);
  }

  async function answers(): Promise<boolean> {
    try {
      await rooms.list();
      return true;
    } catch (error) {
      log.debug(errorFields(error), 'LiveKit does not answer yet');
      return !isOutage(error);
    }
  }
}

/** No answer in time, no connection, or trouble on its side; a refusal is an answer. */
function isOutage(error: unknown): boolean {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : undefined;
  return status === undefined || status >= 500;
}
