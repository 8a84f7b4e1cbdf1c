import 'server-only';
import { errorFields } from '@agent/process';
import {
  type AppendedEvent,
  fanOut,
  type Reader,
  readersOf,
  supervisorReaders,
} from '@agent/protocol';
import { type CallRow, supervisorIdentitiesOf } from '@agent/store';
import type { Services } from '../services.ts';

type Delivering = Pick<Services, 'db' | 'rooms' | 'log' | 'meters'>;

/**
 * Sends a stored event to those on the call who may see it: first to its sides, then to the supervisors
 * who listen. These are not waited for: nothing reaches a side later because somebody listens, and no
 * request of a side is answered later, which could be timed. The log is the truth and readers refetch
 * what they miss, so a failure is only counted and logged.
 */
export async function deliver(
  services: Delivering,
  call: CallRow,
  appended: AppendedEvent,
): Promise<void> {
  if (call.answeredAt === null) return;
  await send(services, call, appended, readersOf(call));
  void sendToListeners(services, call, appended);
}

/** Never rejects. */
async function sendToListeners(
  services: Delivering,
  call: CallRow,
  appended: AppendedEvent,
): Promise<void> {
  await send(services, call, appended, await listenersOf(services, call));
}

async function listenersOf({ db, log, meters }: Delivering, call: CallRow): Promise<Reader[]> {
  try {
    return supervisorReaders(await supervisorIdentitiesOf(db, call.id));
  } catch (error) {
    meters.deliveryFailures.inc();
    log.warn({ callId: call.id, ...errorFields(error) }, 'not known who listens');
    return [];
  }
}

async function send(
  { rooms, log, meters }: Delivering,
  call: CallRow,
  appended: AppendedEvent,
  readers: readonly Reader[],
): Promise<void> {
  const deliveries = fanOut(call.id, appended, readers);
  await Promise.all(
    deliveries.map(async ({ reader, bytes }) => {
      if (!bytes) return;
      try {
        await rooms.send(call.id, reader.identity, bytes);
      } catch (error) {
        meters.deliveryFailures.inc();
        log.warn({ callId: call.id, ...errorFields(error) }, 'data message not sent');
      }
    }),
  );
}
