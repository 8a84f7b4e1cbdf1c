import type { CallEvent, CallId } from '@agent/protocol';
import { readCallEvents } from '@agent/store';
import type { Harness } from './harness.ts';

/** The log of a call as people with an account may read it. */
export async function eventsOf({ services }: Harness, callId: CallId): Promise<CallEvent[]> {
  const options = { audience: 'staff', afterSeq: 0, limit: 500 } as const;
  const { envelopes } = await readCallEvents(services.db, callId, options);
  return envelopes.map(({ event }) => event);
}
