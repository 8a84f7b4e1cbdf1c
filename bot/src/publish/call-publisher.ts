import {
  type AppendedEvent,
  type CallEventEnvelope,
  type CallId,
  type DataMessage,
  encodeToSend,
  fanOut,
  type NewCallEvent,
  type Reader,
  staffEnvelope,
} from '@agent/protocol';
import type { SendData } from './data-sender.ts';
import { createOutbox } from './outbox.ts';
import { createUnstoredSpeech, speechOf } from './unstored-speech.ts';

/** The call's event log. Appending the same event twice stores it once. */
export interface CallLog {
  append(callId: CallId, event: NewCallEvent): Promise<AppendedEvent>;
  /** Tells whether an append failed only because the log takes nothing now. */
  isUnavailable(error: unknown): boolean;
  /** Tells whether the same append may succeed later. */
  mayPass(error: unknown): boolean;
}

/** What is not for the customer. */
type AgentMessage = Extract<DataMessage, { kind: 'suggestion-draft' | 'suggestion-withdrawn' }>;

export interface CallPublisherOptions {
  callId: CallId;
  /** The sides. Asked for each message: the agent's identity changes when it has to sign in again. */
  readers: () => readonly Reader[];
  log: CallLog;
  /** The way to the customer, or to everybody. */
  send: SendData;
  /** Another way, by which the customer cannot count what is for staff. */
  sendToStaff: SendData;
  /** A third way, to supervisors who follow the call; nobody else sees or waits for what goes there. */
  tellSupervisors: (message: DataMessage) => void;
  onAppended: (event: NewCallEvent, tookMs: number) => void;
  /** Told of each event as staff see it, once it is stored and sent. */
  onStored?: (envelope: CallEventEnvelope) => void;
  /** Told of each event that is given up: refused, failed too often, without room, or left at the end. */
  onLost: (event: NewCallEvent, error?: unknown) => void;
}

/** What a call tells the log and the people on it. */
export interface CallPublisher {
  readonly depth: number;
  /** Start of the earliest speech that is neither stored nor known to the log as lost. */
  readonly unstoredFromMs: number | undefined;
  /**
   * Appends to the log, in order, then tells the readers. Waits while the log is away. Resolves when
   * the event is stored or given up; never rejects. Speech that is given up becomes a gap.
   */
  append(event: NewCallEvent): Promise<void>;
  /** Tells everybody at once something that is not kept. */
  say(message: Exclude<DataMessage, AgentMessage>): void;
  /** Tells the agent, and supervisors, something that is not kept. */
  sayToAgent(message: AgentMessage): void;
  drained(): Promise<void>;
  stop(): void;
}

/** A gap for each side, and the event that is being delivered. */
const ROOM_FOR_GAPS = 3;

/** Creates the publisher of one call. */
export function createCallPublisher(options: CallPublisherOptions): CallPublisher {
  const { callId, readers, log, send, sendToStaff, tellSupervisors } = options;
  const { onAppended, onStored, onLost } = options;
  const waiting = new Map<NewCallEvent, () => void>();
  const unstored = createUnstoredSpeech();
  let isStopped = false;

  const outbox = createOutbox<NewCallEvent>({
    async deliver(event) {
      const beganAt = performance.now();
      const stored = await log.append(callId, event);
      onAppended(event, performance.now() - beganAt);
      tell(stored);
      const seen = staffEnvelope(stored);
      tellSupervisors({ kind: 'event', callId, envelope: seen });
      onStored?.(seen);
      settle(event);
    },
    isAway: log.isUnavailable,
    mayPass: log.mayPass,
    onFailure(event, error) {
      // The gap that tells of a gap would fail as well.
      if (event.type !== 'transcript.gap') unstored.note(event);
      lose(event, error);
    },
    onDrop(event) {
      unstored.note(event);
      lose(event);
    },
  });

  function lose(event: NewCallEvent, error?: unknown) {
    onLost(event, error);
    settle(event);
  }

  function settle(event: NewCallEvent) {
    waiting.get(event)?.();
    waiting.delete(event);
    if (isStopped || unstored.fromMs === undefined || outbox.room < ROOM_FOR_GAPS) return;
    for (const gap of unstored.take()) void append(gap);
  }

  function append(event: NewCallEvent): Promise<void> {
    if (isStopped) return Promise.resolve();
    const { promise, resolve } = Promise.withResolvers<void>();
    waiting.set(event, resolve);
    outbox.add(event);
    return promise;
  }

  function tell(stored: AppendedEvent) {
    for (const { reader, bytes } of fanOut(callId, stored, readers())) {
      void (reader.audience === 'staff' ? sendToStaff : send)(bytes, [reader.identity]);
    }
  }

  function identitiesOf(...roles: readonly Reader['role'][]): string[] {
    return readers().flatMap(({ role, identity }) => (roles.includes(role) ? [identity] : []));
  }

  return {
    get depth() {
      return outbox.depth;
    },
    get unstoredFromMs() {
      const startsMs = [...waiting.keys()].map((event) => speechOf(event)?.startMs);
      const known = [...startsMs, unstored.fromMs].filter((ms) => ms !== undefined);
      return known.length === 0 ? undefined : Math.min(...known);
    },
    append,
    say(message) {
      void send(encodeToSend(message), identitiesOf('customer', 'agent'));
      tellSupervisors(message);
    },
    sayToAgent(message) {
      void sendToStaff(encodeToSend(message), identitiesOf('agent'));
      tellSupervisors(message);
    },
    drained: outbox.drained,
    stop() {
      isStopped = true;
      outbox.stop();
      for (const event of [...waiting.keys()]) {
        unstored.note(event);
        lose(event);
      }
    },
  };
}
