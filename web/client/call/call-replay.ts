import { type CallState, createTimeline, type Timeline } from '@agent/calls';
import type { CallEventEnvelope, CallId } from '@agent/protocol';
import type { CallFeedState, CallReading } from '@agent/ui/live';

/** A call that is over, shown as it stood at any moment. Framework-free; hooks take it as a reading. */
export class CallReplay implements CallReading {
  readonly callId: CallId;
  readonly #timeline: Timeline;
  readonly #listeners = new Set<() => void>();
  #happened: number;
  #state: CallFeedState;

  /** `envelopes` is the whole log of the call as its reader got it, from the first event on. */
  constructor(callId: CallId, envelopes: readonly CallEventEnvelope[]) {
    this.callId = callId;
    this.#timeline = createTimeline(callId, envelopes);
    this.#happened = this.#timeline.happenedBy(this.fromMs);
    this.#state = { call: this.#timeline.stateAt(this.fromMs), status: 'ready' };
  }

  /** When the first event happened, in milliseconds since 1970. */
  get fromMs(): number {
    return this.#timeline.fromMs;
  }

  /** When the last one did. */
  get untilMs(): number {
    return this.#timeline.untilMs;
  }

  /** The call after all that happened in it, whatever is shown. */
  whole(): CallState {
    return this.#timeline.stateAt(this.untilMs);
  }

  getState = (): CallFeedState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Shows the call as it stood then (milliseconds since 1970). */
  seek = (atMs: number): void => {
    const happened = this.#timeline.happenedBy(atMs);
    if (happened === this.#happened) return;
    this.#happened = happened;
    this.#state = { call: this.#timeline.stateAt(atMs), status: 'ready' };
    for (const listener of [...this.#listeners]) listener();
  };
}
