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

/** What is only said to the agent. */
type AgentMessage = Extract<DataMessage, { kind: 'suggestion-draft' | 'suggestion-withdrawn' }>;

export interface CallPublisherOptions {
  callId: CallId;
  identities: { customer: string; agent: string };
  log: CallLog;
  send: SendData;
  onAppended: (event: NewCallEvent, tookMs: number) => void;
  /** Told of each event as staff see it, once it is stored and sent. */
  onStored?: (envelope: CallEventEnvelope) => void;
  onLost: (event: NewCallEvent, error?: unknown) => void;
}

/** What a call tells the log and the people on it. */
export interface CallPublisher {
  readonly depth: number;
  /**
   * Appends to the log, in order, then tells the readers. Waits while the log is away. Resolves when
   * the event is stored or given up; never rejects.
   */
  append(event: NewCallEvent): Promise<void>;
  /** Tells both sides at once something that is not kept. */
  say(message: Exclude<DataMessage, AgentMessage>): void;
  /** Tells the agent, and nobody else, something that is not kept. */
  sayToAgent(message: AgentMessage): void;
  drained(): Promise<void>;
  stop(): void;
}

/** Creates the publisher of one call. */
export function createCallPublisher(options: CallPublisherOptions): CallPublisher {
  const { callId, identities, log, send, onAppended, onStored, onLost } = options;
  const waiting = new Map<NewCallEvent, () => void>();
  let isStopped = false;

  const outbox = createOutbox<NewCallEvent>({
    async deliver(event) {
      const beganAt = performance.now();
      const stored = await log.append(callId, event);
      onAppended(event, performance.now() - beganAt);
      tell(stored);
      if (stored.forAgent) onStored?.(stored.forAgent);
      settle(event);
    },
    isRetryable: log.isUnavailable,
    onFailure: lose,
    onDrop: lose,
  });

  function lose(event: NewCallEvent, error?: unknown) {
    onLost(event, error);
    settle(event);
  }

  function settle(event: NewCallEvent) {
    waiting.get(event)?.();
    waiting.delete(event);
  }

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
    append(event) {
      if (isStopped) return Promise.resolve();
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.set(event, resolve);
      outbox.add(event);
      return promise;
    },
    say: (message) => void send(message, [identities.customer, identities.agent]),
    sayToAgent: (message) => void send(message, [identities.agent]),
    drained: outbox.drained,
    stop() {
      isStopped = true;
      outbox.stop();
      for (const event of [...waiting.keys()]) settle(event);
    },
  };
}
