import type { CallEventEnvelope } from '@agent/protocol';
import { isStoreError } from '@agent/store';
import {
  type CallLog,
  type CallPublisher,
  createCallPublisher,
} from '../publish/call-publisher.ts';
import { createDataSender, type SendBytes, type UnsentReason } from '../publish/data-sender.ts';
import { createSupervisorMail } from '../publish/supervisor-mail.ts';
import { createServerSender, type DataApi } from '../room/server-sender.ts';
import type { Identities } from './identities.ts';
import type { ServedCall } from './served-call.ts';

export interface SessionPublisherOptions {
  /** Who is told. */
  identities: Pick<Identities, 'readers' | 'supervisors'>;
  log: CallLog;
  /** The way to both sides; undefined while the bot is not in the room. */
  room: () => SendBytes | undefined;
  /** The way to the agent alone, and to supervisors, past the room. */
  dataApi: DataApi;
  onStored: (envelope: CallEventEnvelope) => void;
}

/** Creates the publisher of a session: over the room and past it, with what fails counted and told. */
export function createSessionPublisher(
  { callId, metrics, logger }: ServedCall,
  options: SessionPublisherOptions,
): CallPublisher {
  const { identities, log, room, dataApi, onStored } = options;
  const onUnsent = (reason: UnsentReason) => metrics.unsentMessages.inc({ reason });
  const toAgent = createServerSender(dataApi, callId);
  const toSupervisors = createServerSender(dataApi, callId);
  const mail = createSupervisorMail({
    identities: identities.supervisors,
    send: createDataSender({ room: () => toSupervisors, onUnsent }),
    onCrowdedOut: () => onUnsent('behind'),
  });
  return createCallPublisher({
    callId,
    readers: identities.readers,
    log,
    send: createDataSender({ room, onUnsent }),
    sendToStaff: createDataSender({ room: () => toAgent, onUnsent }),
    tellSupervisors: mail.send,
    onStored,
    onAppended: (_event, tookMs) => metrics.appendSeconds.observe(tookMs / 1000),
    onLost({ type }, err) {
      metrics.lostEvents.inc();
      if (isStoreError(err, 'event-id-taken')) metrics.takenEventIds.inc();
      logger.error({ type, err }, 'An event could not be stored.');
    },
  });
}
