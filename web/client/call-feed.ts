import {
  type CallState,
  createCallState,
  noteLastSeq,
  receiveEnvelope,
  receiveMessage,
  receivePage,
} from '@agent/calls';
import type { CallEventEnvelope, DataMessage, EventPage, Heartbeat } from '@agent/protocol';
import { backOffMs, waitUnlessWoken } from '@agent/ui/live';
import { RequestError } from './request-error.ts';

/** How often a reader says that it is here and asks how far the log goes. */
const HEARTBEAT_MS = 4_000;

/** `loading`: nothing read yet; `away`: the server does not answer; `refused`: not our call. */
export type FeedStatus = 'loading' | 'ready' | 'away' | 'refused';

/** A call as far as it is known here. */
export interface FeedState {
  call: CallState;
  status: FeedStatus;
}

/** What a feed works with; time comes from outside for tests. */
export interface CallFeedOptions {
  callId: string;
  readPage(after: number, signal: AbortSignal): Promise<EventPage>;
  beat(signal: AbortSignal): Promise<Heartbeat>;
  onState(state: FeedState): void;
  /** Default: real time, cut short when the browser comes back online. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Keeps one call up to date: the log over HTTP first, then messages as they come, and the log again
 * whenever something is missing. Works without the room, only later.
 */
export class CallFeed {
  readonly #options: CallFeedOptions;
  readonly #wait;
  #state: FeedState;
  #running: AbortController | undefined;
  #reading = false;
  #readAgain = false;

  constructor(options: CallFeedOptions) {
    this.#options = options;
    this.#wait = options.wait ?? waitUnlessWoken;
    this.#state = { call: createCallState(options.callId), status: 'loading' };
  }

  start(): void {
    this.#running?.abort();
    this.#running = new AbortController();
    this.#reading = false;
    this.resync();
    void this.#beatOnAndOn(this.#running.signal);
  }

  stop(): void {
    this.#running?.abort();
    this.#running = undefined;
  }

  /** Takes in a message of the room. */
  receive = (message: DataMessage): void => this.#fold(receiveMessage(this.#state.call, message));

  /** Takes in an event that came as the answer to a request of ours. */
  receiveEnvelope = (envelope: CallEventEnvelope): void =>
    this.#fold(receiveEnvelope(this.#state.call, envelope));

  /** Reads what the log has beyond what is known: after a reconnect. */
  resync = (): void => {
    this.#readAgain = true;
    if (!this.#reading && this.#running) void this.#readUntilComplete(this.#running.signal);
  };

  #fold(call: CallState): void {
    this.#change({ ...this.#state, call });
    if (call.missing) this.resync();
  }

  async #readUntilComplete(signal: AbortSignal): Promise<void> {
    this.#reading = true;
    let failures = 0;
    while (this.#readAgain && !signal.aborted) {
      this.#readAgain = false;
      try {
        const page = await this.#options.readPage(this.#state.call.lastSeq, signal);
        if (signal.aborted) return;
        failures = 0;
        const call = receivePage(this.#state.call, page);
        this.#change({ call, status: 'ready' });
        this.#readAgain ||= call.missing;
      } catch (error) {
        if (signal.aborted) return;
        if (isRefusal(error)) return this.#refused();
        failures += 1;
        this.#readAgain = true;
        this.#change({ ...this.#state, status: 'away' });
        await this.#wait(backOffMs(failures, 0), signal);
      }
    }
    if (!signal.aborted) this.#reading = false;
  }

  async #beatOnAndOn(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#wait(HEARTBEAT_MS, signal);
      if (signal.aborted) return;
      try {
        const { lastSeq } = await this.#options.beat(signal);
        if (signal.aborted) return;
        if (this.#state.status === 'away' && !this.#reading) {
          this.#change({ ...this.#state, status: 'ready' });
        }
        this.#fold(noteLastSeq(this.#state.call, lastSeq));
      } catch (error) {
        if (signal.aborted) return;
        if (isRefusal(error)) return this.#refused();
        if (this.#state.status === 'ready') this.#change({ ...this.#state, status: 'away' });
      }
    }
  }

  #refused(): void {
    this.#change({ ...this.#state, status: 'refused' });
    this.stop();
  }

  #change(next: FeedState): void {
    if (next.call === this.#state.call && next.status === this.#state.status) return;
    this.#state = next;
    this.#options.onState(next);
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof RequestError && !error.retryable && error.code !== 'unreadable';
}
