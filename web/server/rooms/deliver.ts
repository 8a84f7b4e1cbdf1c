import 'server-only';
import { errorFields } from '@agent/process';
import { type AppendedEvent, fanOut, readersOf } from '@agent/protocol';
import type { CallRow } from '@agent/store';
import type { Services } from '../services.ts';

/**
 * Sends a stored event to those on the call who may see it. The log is the truth and readers
 * refetch what they miss, so a failure is only counted and logged.
 */
export async function deliver(
  { rooms, log, meters }: Pick<Services, 'rooms' | 'log' | 'meters'>,
  call: CallRow,
  appended: AppendedEvent,
): Promise<void> {
  if (call.answeredAt === null) return;
  const deliveries = fanOut(call.id, appended, readersOf(call));
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
