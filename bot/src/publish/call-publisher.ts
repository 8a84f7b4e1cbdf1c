import type { CallEventEnvelope, CallId, DataMessage, NewCallEvent } from '@agent/protocol';
import type { SendData } from './data-sender.ts';
import { createOutbox } from './outbox.ts';

/** An event as the log stored it, in the form each side may see. */
export interface StoredEvent {
  forCustomer: CallEventEnvelope | undefined;
  forAgent: CallEventEnvelope | undefined;
}

/** The call's event log. Appending the same event twice stores it once. */
export interface CallLog {
  append(callId: CallId, event: NewCallEvent): Promise<StoredEvent>;
  /** Tells whether an append failed only because the log cannot be reached now. */
  isUnavailable(error: unknown): boolean;
}

export interface CallPublisherOptions {
  callId: CallId;
  identities: { customer: string; agent: string };
  log: CallLog;
  send: SendData;
  onAppended: (event: NewCallEvent, tookMs: number) => void;
  onLost: (event: NewCallEvent, error?: unknown) => void;
}

/** What a call tells the log and the people on it. */
export interface CallPublisher {
  readonly depth: number;
  /** Appends to the log, in order, then tells the readers. Waits while the log is away. */
  append(event: NewCallEvent): void;
  /** Tells both sides at once something that is not kept. */
  say(message: DataMessage): void;
  drained(): Promise<void>;
  stop(): void;
}

/** Creates the publisher of one call. */
export function createCallPublisher(options: CallPublisherOptions): CallPublisher {
  const { callId, identities, log, send, onAppended, onLost } = options;

  const outbox = createOutbox<NewCallEvent>({
    async deliver(event) {
      const beganAt = performance.now();
      const stored = await log.append(callId, event);
      onAppended(event, performance.now() - beganAt);
      tell(stored);
    },
    isRetryable: log.isUnavailable,
    onFailure: onLost,
    onDrop: onLost,
  });

  /** One message where both sides see the same, else one each. */
  function tell({ forCustomer, forAgent }: StoredEvent) {
    const { customer, agent } = identities;
    if (forCustomer && forCustomer.prevSeq === forAgent?.prevSeq) {
      void send({ kind: 'event', callId, envelope: forCustomer }, [customer, agent]);
      return;
    }
    if (forCustomer) void send({ kind: 'event', callId, envelope: forCustomer }, [customer]);
    if (forAgent) void send({ kind: 'event', callId, envelope: forAgent }, [agent]);
  }

  return {
    get depth() {
      return outbox.depth;
    },
    append: outbox.add,
    say: (message) => void send(message, [identities.customer, identities.agent]),
    drained: outbox.drained,
    stop: outbox.stop,
  };
}
