import type { Session, SessionComment } from '@agent/protocol';
import { aUserId } from '@agent/testing/ids';
import type { WaveformPeaks } from '@agent/ui/replay';
import { storedCall, storedLog } from '../../../agent/test-support/stored-call.ts';

const timeOf = (type: string) => storedLog.find(({ event }) => event.type === type)?.event.at;
const answeredAt = timeOf('call.accepted') ?? storedCall.queuedAt;
const endedAt = timeOf('call.ended') ?? storedCall.queuedAt;
const talkMs = Date.parse(endedAt) - Date.parse(answeredAt);

/** What the server says of the stored call; it was not recorded. */
export const storedSession: Session = {
  ...{ callId: storedCall.callId, status: 'closed', customerName: 'Maria Santos' },
  queue: storedCall.queue,
  ...{ agentId: aUserId(), agentName: 'Alex Agent', contact: 'maria@example.com' },
  ...{ queuedAt: storedCall.queuedAt, answeredAt, endedAt, talkMs },
  ...{ endReason: 'agent-hung-up', disposition: 'follow-up', rating: 2, ratingComment: null },
  outcome: { label: 'Follow-up needed', resolves: false },
  sentiment: { start: 0, end: -0.6, trend: [] },
  ...{ orderNumbers: ['4521'], topics: ['Late deliveries'], sound: 'none' },
  ...{ customerId: null, transcribed: true, recorded: false, notes: 'Call back on Friday.' },
  ...{ recording: null, legalHold: false },
};

/** Two remarks, of the reader and of somebody else. */
export const storedComments: SessionComment[] = [
  {
    ...{ commentId: '3f2c1e1e-3f5a-4a2e-9d5e-0a6a3a1b2c3d', atMs: 12_000, at: endedAt },
    ...{ authorName: 'Sofia Supervisor', text: 'A calm beginning.', mayDelete: true },
  },
  {
    ...{ commentId: '4f2c1e1e-3f5a-4a2e-9d5e-0a6a3a1b2c3d', atMs: 31_000, at: endedAt },
    ...{ authorName: 'Alex Agent', text: 'Here I should have named the date.', mayDelete: false },
  },
];

/** A waveform as loud as the call was talkative: 40 ms a point. */
export const storedPeaks: WaveformPeaks = {
  stepMs: 40,
  customer: lane('customer'),
  agent: lane('agent'),
};

function lane(speaker: 'customer' | 'agent'): Float32Array {
  const points = new Float32Array(Math.ceil(talkMs / 40));
  for (const { event } of storedLog) {
    if (event.type !== 'segment.final' || event.data.speaker !== speaker) continue;
    const [from, to] = [event.data.startMs / 40, event.data.endMs / 40].map(Math.round);
    points.fill(0.3, from, to);
  }
  return points;
}
