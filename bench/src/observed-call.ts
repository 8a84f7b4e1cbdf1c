import type { CallEventEnvelope, CallId, DataMessage, Side } from '@agent/protocol';
import type { Script } from '@agent/testing/script';

/** A data message and when it arrived, in epoch ms. */
export interface ReceivedMessage {
  atMs: number;
  message: DataMessage;
}

/** All that was seen of one call from outside. Times are epoch ms of this machine's one clock. */
export interface ObservedCall {
  callId: CallId;
  script: Script;
  /** When the call was answered: zero of the times in call events. */
  answeredAtMs: number;
  /** When the first sample of each side's recording left. */
  soundStartMs: Record<Side, number>;
  /** What each side received, in order. */
  received: Record<Side, ReceivedMessage[]>;
  /** The call's log, read over HTTP after the end. */
  log: CallEventEnvelope[];
  /** How much later than planned sound left because the bench itself was late. */
  publisherStalledMs: number;
}

/** Both sides, in the order of tables. */
export const sides = ['customer', 'agent'] as const satisfies readonly Side[];
