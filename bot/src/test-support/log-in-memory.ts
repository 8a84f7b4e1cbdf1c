import type { CallEvent, NewCallEvent } from '@agent/protocol';
import type { CallLog } from '../publish/call-publisher.ts';

/** How a log in memory differs from one that takes everything. */
export interface LogInMemoryOptions extends Partial<Omit<CallLog, 'append'>> {
  /** Asked before each append; an error lets it fail. */
  failureOf?: (event: NewCallEvent) => Error | undefined;
  /** So many events before the first are for staff alone. */
  staffEvents?: number;
}

/** A call's log that keeps what it takes, in order, in `stored`. */
export function logInMemory({
  failureOf,
  staffEvents = 0,
  ...rules
}: LogInMemoryOptions = {}): CallLog & { stored: NewCallEvent[] } {
  const stored: NewCallEvent[] = [];
  return {
    stored,
    isUnavailable: () => false,
    mayPass: () => true,
    ...rules,
    async append(callId, event) {
      const failure = failureOf?.(event);
      if (failure) throw failure;
      const publicSeq = stored.push(event);
      const at = new Date(0).toISOString();
      const full = { ...event, callId, seq: publicSeq + staffEvents, at } as CallEvent;
      return { event: full, publicSeq };
    },
  };
}
