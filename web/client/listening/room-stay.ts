import type { MonitorAccess } from '@agent/protocol';
import { backOffMs, waitUnlessWoken } from '@agent/ui/live';
import { messageOf, RequestError } from '../http/request-error.ts';

/**
 * A supervisor and the room of a call. `asking`: for the way in; `inside`: has it, for this one time;
 * `away`: server or room cannot be reached, and it is tried again; `ended`: out, and stays out until
 * asked for again.
 */
export type RoomStayState =
  | { phase: 'asking' | 'away' }
  | { phase: 'inside'; access: MonitorAccess }
  | { phase: 'ended'; why: StayEnd };

/** Why somebody is out: `refused` in words of the server, put out, the connection has broken, or the call is over. */
export type StayEnd =
  | { reason: 'refused'; code: RequestError['code']; words: string }
  | { reason: RoomExit };

/** How a room was left that we did not leave. */
export type RoomExit = 'removed' | 'lost' | 'over';

/** What a stay works with; time and chance come from outside for tests. */
export interface RoomStayOptions {
  enter(): Promise<MonitorAccess>;
  leave(monitorId: string): Promise<void>;
  /** Whether one who was put out, or whose connection broke, comes back by itself. */
  comesBack: boolean;
  onState(state: RoomStayState): void;
  /** Default: real time, cut short when the browser comes back online. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Default `Math.random`. */
  random?: () => number;
  /** A clock in milliseconds. Default: the page's. */
  now?: () => number;
}

/**
 * Who is put out so soon after coming in, and again after the server has let it in once more, is not wanted
 * there. Once alone tells nothing: the call may have ended just then, which the server says when it is asked.
 */
const PUT_OUT_AT_ONCE_MS = 10_000;

/**
 * One supervisor's stay in the room of one call: asks for the way in, gives it back when it goes, and
 * asks once more when it is out and nobody has said why. Each time is a row of its own on the server.
 */
export class RoomStay {
  readonly #options;
  readonly #wait;
  readonly #random;
  readonly #now;
  #staying: AbortController | undefined;
  #onExit: ((how: RoomExit) => void) | undefined;

  constructor(options: RoomStayOptions) {
    this.#options = options;
    this.#wait = options.wait ?? waitUnlessWoken;
    this.#random = options.random ?? Math.random;
    this.#now = options.now ?? (() => performance.now());
  }

  /** Comes in, also after an end. */
  start = (): void => {
    this.#staying?.abort();
    this.#staying = new AbortController();
    void this.#stay(this.#staying.signal);
  };

  /** Goes. Harmless when not there. */
  stop = (): void => {
    this.#staying?.abort();
    this.#staying = undefined;
  };

  /** The room has been left, and not by us. */
  out = (how: RoomExit): void => this.#onExit?.(how);

  async #stay(signal: AbortSignal): Promise<void> {
    const tell = (state: RoomStayState) => {
      if (!signal.aborted) this.#options.onState(state);
    };
    let failures = 0;
    let wasPutOut = false;
    tell({ phase: 'asking' });
    while (!signal.aborted) {
      const entered = await this.#enter(signal);
      if (signal.aborted) return;
      if ('ended' in entered) return tell({ phase: 'ended', why: entered.ended });
      if ('access' in entered) {
        const { access } = entered;
        const since = this.#now();
        tell({ phase: 'inside', access });
        const how = await this.#untilOut(access, signal);
        if (signal.aborted) return;
        const wasShort = this.#now() - since < PUT_OUT_AT_ONCE_MS;
        const isPutOut = how === 'removed' && wasShort;
        const isUnwanted = isPutOut && wasPutOut;
        wasPutOut = isPutOut;
        if (how === 'over' || isUnwanted || !this.#options.comesBack) {
          return tell({ phase: 'ended', why: { reason: how } });
        }
        if (!wasShort) failures = 0;
      }
      tell({ phase: 'away' });
      failures += 1;
      await this.#wait(backOffMs(failures, this.#random()), signal);
    }
  }

  async #enter(
    signal: AbortSignal,
  ): Promise<{ access: MonitorAccess } | { ended: StayEnd } | { failed: true }> {
    try {
      const access = await this.#options.enter();
      // The page went while the server answered: nobody is in the room by this row.
      if (signal.aborted) this.#leave(access);
      return { access };
    } catch (error) {
      const refusal = error instanceof RequestError ? error : undefined;
      if (refusal?.retryable) return { failed: true };
      if (refusal?.fields.call === 'over') return { ended: { reason: 'over' } };
      const code = refusal?.code ?? 'internal';
      return { ended: { reason: 'refused', code, words: messageOf(error) } };
    }
  }

  #untilOut(access: MonitorAccess, signal: AbortSignal): Promise<RoomExit> {
    return new Promise((resolve) => {
      const end = (how: RoomExit) => {
        signal.removeEventListener('abort', onStop);
        this.#onExit = undefined;
        this.#leave(access);
        resolve(how);
      };
      const onStop = () => end('lost');
      signal.addEventListener('abort', onStop);
      this.#onExit = end;
    });
  }

  /** The server finds by itself who did not say good-bye. */
  #leave({ monitorId }: MonitorAccess): void {
    this.#options.leave(monitorId).catch(() => undefined);
  }
}
