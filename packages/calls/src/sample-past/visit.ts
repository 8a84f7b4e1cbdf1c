import type { CallId, CustomerId } from '@agent/protocol';
import type { SampleQueue, SampleTopic } from './sample-past.types.ts';
import type { Hand } from './staff.ts';

/** Somebody who calls, once or again. */
export interface Caller {
  number: number;
  name: string;
  contact: string;
  /** Null: nobody knows who it is. */
  customerId: CustomerId | null;
  orderNumber: string;
  /** What it is about; the first most. */
  topics: readonly SampleTopic[];
}

/** What happened to a call, in order. */
export type VisitStep =
  | { what: 'offered' | 'declined' | 'expired' | 'accepted'; atMs: number; hand: Hand }
  | { what: 'requeued'; atMs: number }
  /** `goneAtMs`: before it was noticed where somebody vanished. */
  | { what: 'abandoned'; atMs: number; goneAtMs: number }
  | { what: 'ended'; atMs: number; by: 'customer' | 'agent' | 'nobody'; goneAtMs: number }
  /** By the system where the agent had gone then. */
  | { what: 'wrapped-up'; atMs: number; goneAtMs: number | null };

/** A call as the floor of a call centre sees it: who waited and who talked when, not what was said. */
export interface Visit {
  number: number;
  callId: CallId;
  caller: Caller;
  queue: SampleQueue;
  queuedAtMs: number;
  isResolved: boolean;
  steps: VisitStep[];
}
