import { audienceOf, type CallEvent, type CallEventEnvelope } from './call-event.ts';
import { publicEvent } from './public-event.ts';
import type { Audience } from './roles.ts';

/** An event as the log has stored it. */
export interface AppendedEvent {
  event: CallEvent;
  /** Its place among the events that customers may see, from 1 without holes; null: it is not one. */
  publicSeq: number | null;
}

/** The event as people with an account get it, who may see every one. */
export function staffEnvelope({ event }: AppendedEvent): CallEventEnvelope {
  return { event, prevSeq: event.seq - 1 };
}

/** The event as an audience gets it; undefined when it is not for that audience. */
export function envelopeFor(
  audience: Audience,
  appended: AppendedEvent,
): CallEventEnvelope | undefined {
  if (audience === 'staff') return staffEnvelope(appended);
  const { event, publicSeq } = appended;
  if (publicSeq === null || audienceOf(event.type) === 'staff') return undefined;
  return { event: publicEvent(event, publicSeq), prevSeq: publicSeq - 1 };
}
