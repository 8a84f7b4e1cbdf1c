import type { CallEvent } from './call-event.ts';
import { firstName } from './first-name.ts';

/**
 * An event that is public as a customer gets it: with its place among the public events, and without
 * what is only for people with an account.
 */
export function publicEvent(event: CallEvent, publicSeq: number): CallEvent {
  if (event.type === 'call.accepted') {
    const { agentName } = event.data;
    return { ...event, seq: publicSeq, data: { agentName: firstName(agentName) } };
  }
  if (event.type === 'supervisor.joined') {
    const { joinId, name } = event.data;
    return { ...event, seq: publicSeq, data: { joinId, name: firstName(name) } };
  }
  if (event.type === 'segment.final') {
    const { corrections, ...data } = event.data;
    return { ...event, seq: publicSeq, data };
  }
  return { ...event, seq: publicSeq };
}
