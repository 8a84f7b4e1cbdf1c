import type { CallEventType } from '@agent/protocol';

/** The events that facts are made of: the same come out whether or not the others are folded. */
export const factEventTypes = [
  'call.queued',
  'call.offered',
  'call.offer-declined',
  'call.offer-expired',
  'call.accepted',
  'call.requeued',
  'call.abandoned',
  'call.held',
  'call.resumed',
  'call.ended',
  'call.rated',
  'call.wrapped-up',
  'segment.final',
  'chat.message',
  'help.requested',
  'suggestion.offered',
  'suggestion.accepted',
  'suggestion.edited',
  'suggestion.dismissed',
  'suggestion.marked-wrong',
  'suggestion.expired',
  'sentiment.scored',
  'order.mentioned',
] as const satisfies readonly CallEventType[];

/** Those with which the facts of a call are written again: whatever changes where it stands. */
export const factWritingTypes: ReadonlySet<CallEventType> = new Set<CallEventType>([
  'call.queued',
  'call.offered',
  'call.offer-declined',
  'call.offer-expired',
  'call.accepted',
  'call.requeued',
  'call.abandoned',
  'call.ended',
  'call.rated',
  'call.wrapped-up',
  'customer.linked',
]);
