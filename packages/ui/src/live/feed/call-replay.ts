import { createTimeline, type Timeline } from '@agent/calls';
import type { CallEventEnvelope } from '@agent/protocol';
import type { CallFeedState, CallReading } from './call-reading.ts';
import { createObservable } from './observable.ts';

/** A call that is over, shown as it stood at any moment. Framework-free; hooks take it as a reading. */
export class CallReplay implements CallReading {
  readonly callId: string;
  readonly #timeline: Timeline;
  readonly #state;

  /** `envelopes` is the whole log of the call as its reader got it, from the first event on. */
  constructor(callId: string, envelopes: readonly CallEventEnvelope[]) {
    this.callId = callId;
    this.#timeline = createTimeline(callId, envelopes);
    this.#state = createObservable<CallFeedState>({
      call: this.#timeline.stateAt(this.fromMs),
      status: 'ready',
    });
  }

  /** When the first event happened, in milliseconds since 1970. */
  get fromMs(): number {
    return this.#timeline.fromMs;
  }

  /** When the last one did. */
  get untilMs(): number {
    return this.#timeline.untilMs;
  }

  getState = (): CallFeedState => this.#state.get();
  subscribe = (listener: () => void): (() => void) => this.#state.subscribe(listener);

  /** Shows the call as it stood then (milliseconds since 1970). */
  seek = (atMs: number): void => {
    const call = this.#timeline.stateAt(atMs);
    if (call.lastSeq !== this.getState().call.lastSeq) this.#state.set({ call, status: 'ready' });
  };
}
