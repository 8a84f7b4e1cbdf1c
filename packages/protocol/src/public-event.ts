import type { CallEvent } from './call-event.ts';
import { firstName } from './first-name.ts';

/**
 * An event that is public as a customer gets it: with its place among the public events, and without
 * what is only for people with an account.
 */
export function publicEvent(event: CallEvent, publicSeq: number): CallEvent {
  if (event.type !== 'call.accepted') return { ...event, seq: publicSeq };
  const { agentName } = event.data;
  return { ...event, seq: publicSeq, data: { agentName: firstName(agentName) } };
}
