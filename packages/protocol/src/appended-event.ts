import { audienceOf, type CallEvent, type CallEventEnvelope } from './call-event.ts';
import { publicEvent } from './public-event.ts';
import type { Audience } from './roles.ts';

/** An event as the log has stored it. */
export interface AppendedEvent {
  event: CallEvent;
  /** Its place among the events that customers may see, from 1 without holes; null: it is not one. */
  publicSeq: number | null;
}

/** The event as an audience gets it; undefined when it is not for that audience. */
export function envelopeFor(
  audience: Audience,
  { event, publicSeq }: AppendedEvent,
): CallEventEnvelope | undefined {
  if (audience === 'staff') return { event, prevSeq: event.seq - 1 };
  if (publicSeq === null || audienceOf(event.type) === 'staff') return undefined;
  return { event: publicEvent(event, publicSeq), prevSeq: publicSeq - 1 };
}
