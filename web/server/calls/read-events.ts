import 'server-only';
import { audienceFor, type CallId, type EventPage } from '@agent/protocol';
import { readCallEvents, type UnreadableEvent } from '@agent/store';
import { z } from 'zod';
import { callOfOwner, type Viewer } from '../access/viewer.ts';
import type { Services } from '../services.ts';

const pageSize = 500;
const mostLogged = 10;

/** `GET /api/calls/{id}/events?after=seq`. */
export const eventsQuerySchema = z.object({
  after: z.coerce.number('Give a number.').int().min(0).max(2_147_483_647).default(0),
});

/** A page of the call's log, as far as the asking side may see it, in the numbering of that side. */
export async function readEvents(
  services: Services,
  viewer: Viewer,
  callId: CallId,
  afterSeq: number,
): Promise<EventPage> {
  const { side } = await callOfOwner(services, viewer, callId);
  const audience = audienceFor(side);
  return readCallEvents(services.db, callId, {
    ...{ audience, afterSeq, limit: pageSize },
    onUnreadable: (events) => noteUnreadable(services, events),
  });
}

/** Of what cannot be read only ids and types are told: its payload may be what somebody said. */
function noteUnreadable(
  { meters, log }: Pick<Services, 'meters' | 'log'>,
  events: readonly UnreadableEvent[],
): void {
  meters.unreadableEvents.inc(events.length);
  log.error({ events: events.slice(0, mostLogged) }, 'stored events cannot be read');
}
