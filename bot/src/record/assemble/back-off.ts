import type { CallId } from '@agent/protocol';

/** When what has failed is tried again: later and later. */
export interface BackOff {
  isDue(callId: CallId): boolean;
  /** Takes note of a failure; gives how long to wait. */
  failed(callId: CallId): number;
  forget(callId: CallId): void;
}

const FIRST_WAIT_MS = 1_000;
const LAST_WAIT_MS = 60_000;

/** Starts with nothing failed. */
export function createBackOff(now: () => number): BackOff {
  const failures = new Map<CallId, { waitMs: number; dueAtMs: number }>();
  return {
    isDue: (callId) => (failures.get(callId)?.dueAtMs ?? 0) <= now(),
    failed(callId) {
      const waitMs = Math.min(
        (failures.get(callId)?.waitMs ?? FIRST_WAIT_MS / 2) * 2,
        LAST_WAIT_MS,
      );
      failures.set(callId, { waitMs, dueAtMs: now() + waitMs });
      return waitMs;
    },
    forget: (callId) => void failures.delete(callId),
  };
}
