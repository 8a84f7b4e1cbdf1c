import {
  type CallState,
  createCallState,
  noteLastSeq,
  receiveEnvelope,
  receiveMessage,
  receivePage,
} from '@agent/calls';
import { eventPage } from '@agent/protocol';
import * as v from 'valibot';
import { readRoomMessage } from '../room/room-message.ts';
import { backOffMs, waitUnlessWoken } from './back-off.ts';
import type { CallFeedState, CallReading } from './call-reading.ts';
import type { CallMessages, CallSource } from './call-source.ts';
import { createObservable } from './observable.ts';
import {
  type CallEventEnvelope,
  type DataMessage,
  trustedEnvelope,
  trustedMessage,
} from './plain-events.ts';

/** How often the backend is asked how far the log goes. */
const POLL_MS = 4_000;

/**
 * So often a log is read that has nothing new although more of it is known of. Then it is left alone
 * until the next message, poll or `retry`.
 */
const MAX_IDLE_READS = 5;

/** What a feed works with; time comes from outside for tests. */
export interface CallFeedOptions extends Omit<CallSource, 'messages'> {
  /** Default: real time, cut short when the browser comes back online. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Keeps one call up to date: the log first, then messages as they come, and the log again whenever
 * something is missing. Works without the room, only later. Framework-free; `useCallFeed` binds it.
 */
export class CallFeed implements CallReading {
  readonly #options: CallFeedOptions;
  readonly #wait;
  readonly #state;
  #running: AbortController | undefined;
  #wake: AbortController | undefined;
  #reading = false;
  #readAgain = false;

  constructor(options: CallFeedOptions) {
    this.#options = options;
    this.#wait = options.wait ?? waitUnlessWoken;
    this.#state = createObservable<CallFeedState>({
      call: createCallState(options.callId),
      status: 'loading',
    });
  }

  get callId(): string {
    return this.#options.callId;
  }

  getState = (): CallFeedState => this.#state.get();
  subscribe = (listener: () => void): (() => void) => this.#state.subscribe(listener);

  start(): void {
    this.#running?.abort();
    this.#running = new AbortController();
    this.#reading = false;
    const { signal } = this.#running;
    if (this.#options.readEvents) this.resync();
    else this.#change({ status: 'ready' });
    if (this.#options.readLastSeq) void this.#pollOnAndOn(signal);
  }

  /** Stops reading; what is known stays. Harmless when not started. */
  stop(): void {
    this.#running?.abort();
    this.#running = undefined;
  }

  /** Takes in what comes over a room, and reads the log after each of its reconnects. */
  follow(messages: CallMessages): () => void {
    let before = messages.getState().connection;
    const unsubscribers = [
      messages.subscribeMessages((...received) => {
        const message = readRoomMessage(...received);
        if (message) this.receive(message);
      }),
      messages.subscribe(() => {
        const { connection } = messages.getState();
        if (connection === 'connected' && before !== 'connected') this.resync();
        before = connection;
      }),
    ];
    return () => {
      for (const unsubscribe of unsubscribers) unsubscribe();
    };
  }

  /** Takes in a message of the room. */
  receive = (given: DataMessage): void => {
    const message = trustedMessage(given);
    if (message.callId !== this.callId) return;
    if (message.kind === 'event') this.receiveEnvelope(message.envelope);
    else this.#fold(receiveMessage(this.#call, message));
  };

  /** Takes in an event that came as the answer to a request of ours. */
  receiveEnvelope = (envelope: CallEventEnvelope): void => {
    const { readEvents } = this.#options;
    // Without a log nothing lost can be had again: what comes next is next.
    const prevSeq = readEvents ? envelope.prevSeq : Math.min(envelope.prevSeq, this.#call.lastSeq);
    this.#fold(receiveEnvelope(this.#call, { ...trustedEnvelope(envelope), prevSeq }));
  };

  /** Reads what the log has beyond what is known. */
  resync = (): void => {
    this.#readAgain = true;
    if (!this.#reading && this.#running) void this.#readUntilComplete(this.#running.signal);
  };

  /** Reads at once, also in the middle of a wait: for a button. */
  retry = (): void => {
    this.resync();
    this.#wake?.abort();
  };

  get #call(): CallState {
    return this.#state.get().call;
  }

  #fold(call: CallState): void {
    this.#change({ call });
    if (call.missing) this.resync();
  }

  async #readUntilComplete(signal: AbortSignal): Promise<void> {
    this.#reading = true;
    let [failures, idleReads] = [0, 0];
    while (this.#readAgain && !signal.aborted) {
      this.#readAgain = false;
      const outcome = await this.#readOnce(signal);
      if (signal.aborted) return;
      if (outcome === 'refused') return this.#refused();
      failures = outcome === 'failed' ? failures + 1 : 0;
      idleReads = outcome === 'idle' ? idleReads + 1 : 0;
      if (idleReads >= MAX_IDLE_READS) break;
      this.#readAgain ||= outcome !== 'complete';
      if (failures + idleReads > 0) await this.#backOff(failures + idleReads, signal);
    }
    if (!signal.aborted) this.#reading = false;
  }

  /** `idle`: the log has more than the page gave, and the page gave nothing new. */
  async #readOnce(
    signal: AbortSignal,
  ): Promise<'complete' | 'more' | 'idle' | 'failed' | 'refused'> {
    const { readEvents } = this.#options;
    if (!readEvents) return 'complete';
    try {
      const before = this.#call.lastSeq;
      const page = await readEvents(before, signal);
      if (page === 'refused' || signal.aborted) return page === 'refused' ? page : 'complete';
      const call = receivePage(this.#call, v.parse(eventPage, page));
      this.#change({ call, status: 'ready' });
      if (!call.missing) return 'complete';
      return call.lastSeq > before ? 'more' : 'idle';
    } catch {
      if (!signal.aborted) this.#change({ status: 'away' });
      return 'failed';
    }
  }

  async #backOff(failures: number, signal: AbortSignal): Promise<void> {
    this.#wake = new AbortController();
    await this.#wait(backOffMs(failures, 0), AbortSignal.any([signal, this.#wake.signal]));
    this.#wake = undefined;
  }

  async #pollOnAndOn(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#wait(POLL_MS, signal);
      if (signal.aborted) return;
      await this.#poll(signal);
    }
  }

  async #poll(signal: AbortSignal): Promise<void> {
    try {
      const lastSeq = await this.#options.readLastSeq?.(signal);
      if (signal.aborted || lastSeq === undefined) return;
      if (lastSeq === 'refused') return this.#refused();
      if (this.getState().status === 'away' && !this.#reading) this.#change({ status: 'ready' });
      this.#fold(noteLastSeq(this.#call, lastSeq));
    } catch {
      if (!signal.aborted && this.getState().status === 'ready') this.#change({ status: 'away' });
    }
  }

  #refused(): void {
    this.#change({ status: 'refused' });
    this.stop();
  }

  #change(part: Partial<CallFeedState>): void {
    const state = this.getState();
    const next = { ...state, ...part };
    if (next.call !== state.call || next.status !== state.status) this.#state.set(next);
  }
}
