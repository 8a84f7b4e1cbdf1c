import 'server-only';
import { audienceFor, type CallId, type EventPage } from '@agent/protocol';
import { readCallEvents } from '@agent/store';
import { z } from 'zod';
import { callOfReader } from '../access/supervised-call.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Services } from '../services.ts';
import { noteUnreadable } from './note-unreadable.ts';

const pageSize = 500;

/** `GET /api/calls/{id}/events?after=seq`. */
export const eventsQuerySchema = z.object({
  after: z.coerce.number('Give a number.').int().min(0).max(2_147_483_647).default(0),
});

/** A page of the call's log, as far as who asks may see it, in the numbering of that reader. */
export async function readEvents(
  services: Services,
  viewer: Viewer,
  callId: CallId,
  afterSeq: number,
): Promise<EventPage> {
  const { reader } = await callOfReader(services, viewer, callId);
  const audience = audienceFor(reader);
  return readCallEvents(services.db, callId, {
    ...{ audience, afterSeq, limit: pageSize },
    onUnreadable: (events) => noteUnreadable(services, events),
  });
}
