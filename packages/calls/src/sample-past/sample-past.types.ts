import type {
  breakKinds,
  CallEvent,
  CallId,
  CustomerId,
  EndReason,
  PlaybookCard,
  QueueId,
  UserId,
} from '@agent/protocol';

/** What a past is made from; the same gives the same past. */
export interface SamplePastOptions {
  seed: number;
  /** From when until when; whoever is on the line at the end is left out. Milliseconds since 1970. */
  fromMs: number;
  untilMs: number;
  /** In whose local time people call and work. */
  zone: string;
  /** On average, weekends included. */
  callsPerDay: number;
  /** Calls are spread over these, the first has most. */
  queues: readonly SampleQueue[];
  /** What customers call about; without any nothing is suggested. */
  topics: readonly SampleTopic[];
  /** How much is written down of each talk: so much time lies between two lines. Default 9,000. */
  lineEveryMs?: number;
  /** Odd hours, beside those that {@link SamplePastOptions.incidents} leaves to chance. */
  incidents: readonly SampleIncident[];
  /** What share of their time agents are to be busy; small centres need more people. Default 0.88. */
  busyShare?: number;
}

/** A queue as calls need it. */
export interface SampleQueue {
  id: QueueId;
  name: string;
  targetSeconds: number;
  outcomes: readonly { id: string; resolves: boolean }[];
}

/** What is needed of a card of the playbook. */
export type SampleTopic = Pick<
  PlaybookCard,
  'id' | 'title' | 'examples' | 'suggestion' | 'reasoning' | 'action' | 'confidence' | 'source'
> & { important?: boolean | undefined };

/**
 * Hours that a report would show. `surge`: twice as many calls; `slow`: people talk more than twice as long;
 * `impatient`: three times as many give up.
 */
export interface SampleIncident {
  kind: 'surge' | 'slow' | 'impatient';
  fromMs: number;
  untilMs: number;
}

/** An agent who never was. */
export interface SampleAgent {
  id: UserId;
  username: string;
  displayName: string;
}

/** What an agent did, from when until when; none overlaps another of the same agent. */
export interface SampleInterval {
  agentId: UserId;
  status: 'available' | 'offered' | 'on-call' | 'wrap-up' | 'break' | 'offline';
  callId: CallId | null;
  breakReason: (typeof breakKinds)[number] | 'no-answer' | null;
  startedAtMs: number;
  endedAtMs: number;
}

/** A call that is over, as its row has it, with its log. */
export interface SampleCall {
  row: SampleCallRow;
  events: readonly CallEvent[];
}

/** A row of `calls`. Times not reached are null. */
export interface SampleCallRow {
  id: CallId;
  status: 'closed' | 'abandoned';
  queueId: QueueId;
  queueName: string;
  targetSeconds: number;
  customerName: string;
  contact: string;
  customerId: CustomerId | null;
  transcribed: boolean;
  queuedAt: Date;
  agentId: UserId | null;
  agentName: string | null;
  answeredAt: Date | null;
  requeuedAt: Date | null;
  takenOnAt: Date | null;
  withoutAgentMs: number;
  endedAt: Date;
  talkEndedAt: Date | null;
  endReason: EndReason | null;
  wrapUpStartedAt: Date | null;
  wrappedUpAt: Date | null;
  closedBy: 'agent' | 'system' | null;
  disposition: string | null;
  notes: string;
  ratedAt: Date | null;
  rating: number | null;
  customerSeenAt: Date;
  agentSeenAt: Date | null;
  lastSeq: number;
  lastPublicSeq: number;
}
