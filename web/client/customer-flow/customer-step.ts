import type { CallView } from '@agent/protocol';

/** Where a customer is on its way through a call. */
export type CustomerStep =
  | 'loading'
  | 'away'
  | 'queue'
  | 'details'
  | 'notice'
  | 'microphone'
  | 'waiting'
  | 'call'
  | 'rating'
  | 'thanks'
  | 'left'
  | 'lost';

/** Where a call that exists puts its customer: after a reload, and whenever its status changes. */
export function stepOfCall(call: CallView | null): CustomerStep {
  if (!call) return 'details';
  switch (call.status) {
    case 'queued':
    case 'offered':
      // What was said stays on the page while another agent is waited for.
      return call.waitsAgainSince === null ? 'waiting' : 'call';
    case 'active':
      return 'call';
    case 'wrap-up':
    case 'closed':
      return call.rated ? 'thanks' : 'rating';
    case 'abandoned':
      return 'lost';
    default:
      return call.status satisfies never;
  }
}

/** Where a customer starts: calls that are over do not come back after a reload, unless unrated. */
export function firstStep(call: CallView | null): CustomerStep {
  const step = stepOfCall(call);
  return step === 'thanks' || step === 'lost' ? 'details' : step;
}
