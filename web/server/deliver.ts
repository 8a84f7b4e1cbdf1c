import 'server-only';
import { type Audience, encodeDataMessage, MAX_DATA_MESSAGE_BYTES } from '@agent/protocol';
import { type AppendedEvent, type CallRow, envelopeFor } from '@agent/store';
import { errorFields } from './log.ts';
import type { Services } from './services.ts';

/**
 * Sends a stored event to those on the call who may see it. The log is the truth and readers
 * refetch what they miss, so a failure is only counted and logged.
 */
export async function deliver(
  services: Pick<Services, 'rooms' | 'log' | 'metrics'>,
  call: CallRow,
  appended: AppendedEvent,
): Promise<void> {
  if (call.answeredAt === null) return;
  await Promise.all([
    deliverTo(services, call, appended, { identity: call.customerIdentity, audience: 'public' }),
    deliverTo(services, call, appended, { identity: call.agentIdentity, audience: 'staff' }),
  ]);
}

async function deliverTo(
  { rooms, log, metrics }: Pick<Services, 'rooms' | 'log' | 'metrics'>,
  call: CallRow,
  appended: AppendedEvent,
  reader: { identity: string | null; audience: Audience },
): Promise<void> {
  const envelope = envelopeFor(reader.audience, appended);
  if (!envelope || !reader.identity) return;
  const message = encodeDataMessage({ kind: 'event', callId: call.id, envelope });
  if (message.byteLength > MAX_DATA_MESSAGE_BYTES) return;
  try {
    await rooms.send(call.id, reader.identity, message);
  } catch (error) {
    metrics.deliveryFailures.inc();
    log.warn({ callId: call.id, ...errorFields(error) }, 'data message not sent');
  }
}
