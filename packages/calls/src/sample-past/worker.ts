import type { CallId } from '@agent/protocol';
import type { Agenda } from './agenda.ts';
import type { SampleInterval } from './sample-past.types.ts';
import type { Hand } from './staff.ts';

type Status = SampleInterval['status'];
type BreakReason = SampleInterval['breakReason'];

/** An agent on the floor. What it does at each moment becomes intervals that follow one another. */
export interface Worker {
  hand: Hand;
  isAvailable(): boolean;
  /** Since when it waits for a call; it keeps its place when a customer takes an offer back. */
  idleSinceMs(): number;
  /** It is offered a call, has it, or wraps it up. */
  to(status: 'offered' | 'on-call' | 'wrap-up', atMs: number, callId: CallId): void;
  /** It has done with a call: available again, unless a break is due or its shift is over. */
  free(atMs: number): void;
  /** The offer was taken back. */
  freeAgain(atMs: number): void;
  /** It is on a break from now on, for so long. */
  rest(reason: BreakReason, forMs: number, atMs: number): void;
  /** It has gone, perhaps before that was noticed, and is back after so long. */
  leave(atMs: number, forMs: number, goneAtMs?: number): void;
  /** Takes a break as soon as it has no call. */
  wantsBreak(reason: BreakReason, forMs: number, atMs: number): void;
  comes(atMs: number): void;
  goes(atMs: number): void;
  /** Ends its last interval. */
  stop(atMs: number): void;
}

/** What a worker is made with: whom it tells that it is free, and who keeps its intervals. */
export interface WorkerParts {
  hand: Hand;
  fromMs: number;
  agenda: Agenda;
  onFree: (atMs: number) => void;
  onInterval: (interval: SampleInterval) => void;
}

/** Somebody who is not there yet. */
export function createWorker({ hand, fromMs, agenda, onFree, onInterval }: WorkerParts): Worker {
  let now: Omit<SampleInterval, 'endedAtMs'> = {
    ...{ agentId: hand.id, status: 'offline', callId: null, breakReason: null },
    startedAtMs: fromMs,
  };
  let isOnShift = false;
  let idleSinceMs = fromMs;
  let awayUntilMs = 0;
  const due: { reason: BreakReason; forMs: number }[] = [];

  return {
    hand,
    isAvailable: () => now.status === 'available',
    idleSinceMs: () => idleSinceMs,
    to: (status, atMs, callId) => become({ status, callId }, atMs),
    free: (atMs) => free(atMs, atMs),
    freeAgain: (atMs) => free(atMs, idleSinceMs),
    rest,
    leave(atMs, forMs, goneAtMs = atMs) {
      become({ status: 'offline' }, goneAtMs);
      awayFor(forMs, atMs);
    },
    wantsBreak(reason, forMs, atMs) {
      due.push({ reason, forMs });
      if (now.status === 'available') free(atMs, atMs);
    },
    comes(atMs) {
      isOnShift = true;
      if (now.status === 'offline' && awayUntilMs <= atMs) free(atMs, atMs);
    },
    goes(atMs) {
      isOnShift = false;
      due.length = 0;
      if (now.status === 'available') become({ status: 'offline' }, atMs);
    },
    stop: (atMs) => become({ status: 'offline' }, atMs),
  };

  function become(
    { status, callId = null, breakReason = null }: Partial<SampleInterval> & { status: Status },
    atMs: number,
  ): void {
    if (atMs > now.startedAtMs) onInterval({ ...now, endedAtMs: atMs });
    now = { ...now, status, callId, breakReason, startedAtMs: atMs };
  }

  function free(atMs: number, sinceMs: number): void {
    const next = isOnShift ? due.shift() : undefined;
    if (next) rest(next.reason, next.forMs, atMs);
    else if (isOnShift) {
      idleSinceMs = sinceMs;
      become({ status: 'available' }, atMs);
      onFree(atMs);
    } else become({ status: 'offline' }, atMs);
  }

  function rest(breakReason: BreakReason, forMs: number, atMs: number): void {
    become({ status: 'break', breakReason }, atMs);
    awayFor(forMs, atMs);
  }

  function awayFor(forMs: number, atMs: number): void {
    const backAtMs = atMs + forMs;
    awayUntilMs = backAtMs;
    agenda.add(backAtMs, () => {
      const isAway = now.status === 'break' || now.status === 'offline';
      if (isAway && awayUntilMs === backAtMs) free(backAtMs, backAtMs);
    });
  }
}
