import 'server-only';
import { errorFields } from '@agent/process';
import type { CallEventEnvelope, CallId } from '@agent/protocol';
import { readCallEvents } from '@agent/store';
import { sessionOfReader } from '../access/session-of-reader.ts';
import type { Viewer } from '../access/viewer.ts';
import { noteUnreadable } from '../calls/note-unreadable.ts';
import type { Services } from '../services.ts';
import { noteReading } from './note-reading.ts';

const pageSize = 500;

/**
 * The whole log of a call that is over, as people with an account see it, in pages of which each is read
 * when the one before has been taken. What is stored meanwhile is not in it.
 */
export async function readSessionEvents(
  services: Services,
  viewer: Viewer,
  callId: CallId,
): Promise<AsyncGenerator<CallEventEnvelope[]>> {
  const { lastSeq } = await sessionOfReader(services, viewer, callId);
  await noteReading(services, viewer, callId);
  return notingFailure(services, callId, pagesOf(services, callId, lastSeq));
}

/** The answer has begun when a later page cannot be read: nobody else would tell of it. */
async function* notingFailure<T>(
  { log }: Pick<Services, 'log'>,
  callId: CallId,
  pages: AsyncGenerator<T>,
) {
  try {
    yield* pages;
  } catch (error) {
    log.warn({ callId, ...errorFields(error) }, 'log of a call not read to its end');
    throw error;
  }
}

async function* pagesOf(services: Services, callId: CallId, untilSeq: number) {
  let throughSeq = 0;
  let prevSeq = 0;
  while (throughSeq < untilSeq) {
    const page = await readCallEvents(services.db, callId, {
      ...{ audience: 'staff', afterSeq: throughSeq },
      limit: Math.min(pageSize, untilSeq - throughSeq),
      onUnreadable: (events) => noteUnreadable(services, events),
    });
    // An answer of its own, so each event follows the one before it in here, over what is left out.
    const envelopes = page.envelopes.map(({ event }) => {
      const envelope = { event, prevSeq };
      prevSeq = event.seq;
      return envelope;
    });
    if (envelopes.length > 0) yield envelopes;
    const reached = page.throughSeq ?? prevSeq;
    if (reached <= throughSeq) return;
    throughSeq = reached;
  }
}
