import { type FactsContext, SHORT_ABANDON_MS } from '@agent/calls';
import {
  type CallEvent,
  type CallEventData,
  type CallEventType,
  endReasonSchema,
  eventIdSchema,
} from '@agent/protocol';
import { z } from 'zod';
import { stableId } from '../database/stable-id.ts';

const time = z.coerce.date().nullable();

/** What the row of an erased call still tells. */
export const erasedCallSchema = z.object({
  queueName: z.string(),
  talkEndedAt: time,
  withoutAgentMs: z.number(),
  customerSeenAt: z.coerce.date(),
  wrapUpStartedAt: time,
  wrapUpAwayMs: z.number(),
  disposition: z.string().nullable(),
  rating: z.number().nullable(),
  ratedAt: time,
  endReason: endReasonSchema.nullable(),
});
/** What the row of an erased call still tells. */
export type ErasedCall = z.infer<typeof erasedCallSchema>;

/**
 * The log that an erased call must have had, as far as its row tells: for calls that were erased before there
 * were facts. Offers, holds, words and suggestions are not known of them any more.
 */
export function logOfErased(call: FactsContext, erased: ErasedCall): CallEvent[] {
  const events: CallEvent[] = [];
  function add<T extends CallEventType>(type: T, at: Date, data: CallEventData<T>): void {
    const seq = events.length + 1;
    const eventId = eventIdSchema.parse(stableId(call.callId, String(seq)));
    const head = { eventId, callId: call.callId, seq, at: at.toISOString(), actor: 'system' };
    events.push({ ...head, type, data } as CallEvent);
  }
  const { queuedAt, answeredAt, endedAt, closedAt, queueId: id, agentId } = call;
  const queue = { id, name: erased.queueName };
  add('call.queued', queuedAt, { customerName: '', transcribed: call.isTranscribed, queue });
  if (answeredAt) {
    const accepted = { agentName: '', ...(agentId && { agentId }) };
    add('call.accepted', answeredAt, accepted);
    if (erased.withoutAgentMs > 0) {
      add('call.requeued', answeredAt, { reason: 'agent-left' });
      add('call.accepted', after(answeredAt, erased.withoutAgentMs), accepted);
    }
  }
  if (endedAt) addEnd(endedAt);
  if (closedAt) {
    const wrapUpMs = Math.max(0, between(erased.wrapUpStartedAt, closedAt) - erased.wrapUpAwayMs);
    add('call.wrapped-up', closedAt, { disposition: erased.disposition, notes: '', wrapUpMs });
  }
  if (erased.rating !== null && erased.ratedAt) {
    add('call.rated', erased.ratedAt, { score: erased.rating, comment: '' });
  }
  return events;

  function addEnd(at: Date): void {
    const { endReason, talkEndedAt, customerSeenAt } = erased;
    if (endReason) {
      const lostMs = talkEndedAt ? { lostMs: between(answeredAt, talkEndedAt) } : {};
      add('call.ended', at, { reason: endReason, ...lostMs });
      return;
    }
    // Who left says so, and was seen just before; who vanished was seen last long before it was noticed.
    const isLost = between(customerSeenAt, at) > SHORT_ABANDON_MS;
    const waitedMs = between(talkEndedAt ?? queuedAt, isLost ? customerSeenAt : at);
    if (talkEndedAt) add('call.requeued', talkEndedAt, { reason: 'agent-left' });
    add('call.abandoned', at, { reason: isLost ? 'customer-lost' : 'customer-left', waitedMs });
  }
}

function after(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}

function between(from: Date | null, to: Date): number {
  return from ? Math.max(0, to.getTime() - from.getTime()) : 0;
}
