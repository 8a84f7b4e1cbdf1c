import {
  type CallCustomer,
  type CallEventEnvelope,
  type CallView,
  callEventSchema,
} from '@agent/protocol';
import { aQueueId } from '@agent/testing/ids';
import log from './late-delivery.log.json' with { type: 'json' };

/** The log of a call that was had with the product, as its agent read it. */
export const storedLog: readonly CallEventEnvelope[] = log.map((stored) => {
  const event = callEventSchema.parse(stored);
  return { event, prevSeq: event.seq - 1 };
});

const [queued] = storedLog;
if (!queued) throw new Error('A log begins with an event.');

/** What the server says of that call now. */
export const storedCall: CallView = {
  callId: queued.event.callId,
  queue: { id: aQueueId(), name: 'Main' },
  status: 'closed',
  viewer: 'agent',
  customerName: 'Maria Santos',
  contact: 'maria@example.com',
  agentName: 'Alex Agent',
  transcribed: true,
  recorded: false,
  queuedAt: queued.event.at,
  answeredAt: null,
  waitsAgainSince: null,
  endedAt: null,
  rated: true,
  wrapUp: null,
};

/** Nobody's record: that is not in the log. */
export const storedCustomer: CallCustomer = { linkedBy: null, record: null, candidates: [] };
