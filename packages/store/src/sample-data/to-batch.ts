import { foldFacts } from '@agent/calls';
import type { SampleCall, SampleInterval, SamplePart, SampleQueue } from '@agent/calls/sample-past';
import { audienceOf, type CallEvent } from '@agent/protocol';
import type { FoldedCall } from '../facts/read-facts.ts';

/** A made-up call that only has to be sent to Postgres. */
export interface BatchCall {
  row: SampleCall['row'];
  /** Its log as rows of `call_events`, each as JSON. */
  log: string[];
  folded: FoldedCall;
}

/** What is written in one transaction. */
export interface SampleBatch {
  readonly calls: BatchCall[];
  readonly intervals: SampleInterval[];
  add(part: SamplePart): void;
}

/** Gathers parts of a made-up past, and works out what can be before Postgres is asked. */
export function toBatch(queues: readonly SampleQueue[]): SampleBatch {
  const calls: BatchCall[] = [];
  const intervals: SampleInterval[] = [];
  return {
    calls,
    intervals,
    add({ call, intervals: some }) {
      intervals.push(...some);
      if (!call) return;
      const log = rowsOfLog(call.events).map((row) => JSON.stringify(row));
      calls.push({ row: call.row, log, folded: folding(call, queues) });
    },
  };
}

/** Customers count the public ones alone. */
function rowsOfLog(events: readonly CallEvent[]): object[] {
  let publicEvents = 0;
  return events.map(({ callId, seq, eventId, at, actor, type, data }) => {
    const audience = audienceOf(type);
    if (audience === 'public') publicEvents += 1;
    return {
      ...{ call_id: callId, seq, event_id: eventId, at, actor, type, audience, data },
      public_seq: audience === 'public' ? publicEvents : null,
    };
  });
}

/** The same rules that fold real calls. */
function folding({ row, events }: SampleCall, queues: readonly SampleQueue[]): FoldedCall {
  const { id: callId, transcribed: isTranscribed, wrappedUpAt: closedAt, disposition } = row;
  const { queueId, targetSeconds, agentId, customerId, queuedAt, answeredAt, endedAt } = row;
  const outcome = queues
    .find(({ id }) => id === queueId)
    ?.outcomes.find(({ id }) => id === disposition);
  const facts = foldFacts(
    {
      ...{ callId, queueId, targetSeconds, isTranscribed, agentId, customerId },
      ...{ queuedAt, answeredAt, endedAt, closedAt, closedBy: row.closedBy },
      resolves: outcome?.resolves ?? null,
    },
    events,
  );
  return { facts, foldedSeq: row.lastSeq, knownCustomerId: null, knownResolves: null };
}
