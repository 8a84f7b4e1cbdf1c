import type { DataMessage, SegmentId } from '@agent/protocol';
import type { ObservedCall, ReceivedMessage } from './observed-call.ts';

/** What can appear on the agent's screen after a customer's words. */
export type Appearance = 'playbook' | 'generic' | 'model-draft' | 'model';

/** How long after a customer's final text its suggestions were with the agent, in ms. */
export interface SuggestionLatencies {
  /** Final segments of the customer that the agent received. */
  customerFinals: number;
  /** First appearance of each kind after each of them, where there was one. */
  bySegment: Partial<Record<Appearance, number>>[];
}

/**
 * Measures suggestions where the agent is: from the message with a customer's final text to the
 * first message with a suggestion that answers this very segment.
 */
export function suggestionLatencies({ received }: ObservedCall): SuggestionLatencies {
  const segments = new Map<SegmentId, { finalAtMs: number; lags: SegmentLags }>();
  for (const { atMs, message } of received.agent) {
    const finalId = customerFinalOf(message);
    if (finalId && !segments.has(finalId)) segments.set(finalId, { finalAtMs: atMs, lags: {} });
    const appeared = appearanceOf(message);
    const segment = appeared && segments.get(appeared.segmentId);
    if (segment) segment.lags[appeared.kind] ??= atMs - segment.finalAtMs;
  }
  return {
    customerFinals: segments.size,
    bySegment: [...segments.values()].map(({ lags }) => lags),
  };
}

/** What the agent was told of the model, in order, as "status" or "status (reason)". */
export function modelStatesTold(received: readonly ReceivedMessage[]): string[] {
  return received.flatMap(({ message }) => {
    if (message.kind !== 'event' || message.envelope.event.type !== 'assist.changed') return [];
    const { model, reason } = message.envelope.event.data;
    return reason === null ? model : `${model} (${reason})`;
  });
}

type SegmentLags = Partial<Record<Appearance, number>>;

function customerFinalOf(message: DataMessage): SegmentId | undefined {
  if (message.kind !== 'event' || message.envelope.event.type !== 'segment.final') return undefined;
  const { speaker, segmentId } = message.envelope.event.data;
  return speaker === 'customer' ? segmentId : undefined;
}

function appearanceOf(
  message: DataMessage,
): { segmentId: SegmentId; kind: Appearance } | undefined {
  if (message.kind === 'suggestion-draft') {
    return { segmentId: message.draft.segmentId, kind: 'model-draft' };
  }
  if (message.kind !== 'event') return undefined;
  const { event } = message.envelope;
  if (event.type !== 'suggestion.offered') return undefined;
  return { segmentId: event.data.segmentId, kind: event.data.source.kind };
}
