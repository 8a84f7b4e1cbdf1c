import { coalesced } from '@agent/process';
import type { Logger } from '@agent/process/log';
import type { CallId } from '@agent/protocol';
import type { ClaimedCall } from '@agent/store';
import { onceSoon } from '../async/once-soon.ts';
import type { CallSession } from './call-session.ts';
import type { CallStore } from './call-store.ts';
import { createClaiming } from './claiming.ts';
import { lookAtCall } from './look-at-call.ts';
import { createOutage } from './outage.ts';
import { renewLeases } from './renew-leases.ts';
import { createServedCalls } from './served-calls.ts';
import { tellListeners } from './tell-listeners.ts';

export interface CallWatchOptions {
  store: CallStore;
  startSession: (call: ClaimedCall) => CallSession;
  maxCalls: number;
  /** Whether the process has grown too big to take more calls. */
  isTooBig: () => boolean;
  /** Told once when the process is too big and its last call is over. */
  onSpent: () => void;
  logger: Logger;
}

/** Finds calls that need a bot and serves them. */
export interface CallWatch {
  readonly sessions: readonly CallSession[];
  /** Takes no more calls, finishes those it has and gives them back. */
  drain(): Promise<void>;
}

const POLL_EVERY_MS = 1_000;
const RENEW_EVERY_MS = 2_000;
const LOOK_AFTER_MS = 50;
/** After an outage, time for every bot to renew its leases before any of them claims. */
const SETTLE_MS = 1.5 * RENEW_EVERY_MS;

/** Watches for calls until drained. */
export async function watchCalls(options: CallWatchOptions): Promise<CallWatch> {
  const { store, startSession, maxCalls, isTooBig, onSpent, logger } = options;
  const outage = createOutage(SETTLE_MS);
  const served = createServedCalls({ startSession, release, logger });
  const claiming = createClaiming({
    store,
    served,
    outage,
    maxCalls,
    isTooBig,
    onSpent,
    onStarted: () => attempt(lookForListeners),
    release,
    logger,
  });
  const renew = coalesced(() => renewLeases(store, served));
  const lookForListeners = coalesced(() => tellListeners(store, served));
  /** Many signs in a row, as our own appends give, make one look. */
  const lookSoon = onceSoon(LOOK_AFTER_MS, (callId: CallId) =>
    attempt(() => lookAtCall(store, served, callId)),
  );

  const signs = await store.watch({
    onClaimable: () => attempt(claiming.claim),
    onCallChanged(callId) {
      if (served.has(callId)) lookSoon(callId);
    },
    onListenersChanged(callId) {
      if (served.has(callId)) attempt(lookForListeners);
    },
    onListening() {
      for (const { callId } of served.sessions) lookSoon(callId);
      attempt(lookForListeners);
    },
  });
  const polling = setInterval(() => attempt(claiming.claim), POLL_EVERY_MS);
  const renewing = setInterval(() => {
    attempt(renew);
    // What fails when it changes is made up for here.
    attempt(lookForListeners);
  }, RENEW_EVERY_MS);
  attempt(claiming.claim);

  /** Postgres being away is no reason to stop: calls go on and their events wait. */
  function attempt(work: () => Promise<void>) {
    work().catch((err) => {
      if (!store.isUnavailable(err)) {
        logger.error({ err }, 'Watching calls failed.');
        return;
      }
      if (outage.phase !== 'away') logger.warn('Postgres is away.');
      outage.began();
    });
  }

  function release(callId: CallId, heardUntilMs: number): Promise<void> {
    return store
      .release(callId, heardUntilMs)
      .catch((err) => logger.warn({ err, callId }, 'Could not give a call back.'));
  }

  async function drain() {
    clearInterval(polling);
    outage.close();
    const claimed = claiming.stop();
    await signs.close().catch((err) => logger.warn({ err }, 'Could not stop listening.'));
    for (const session of served.sessions) session.hurry();
    await Promise.all(served.sessions.map(({ callId }) => served.end(callId, 'handOn')));
    await Promise.all([claimed, served.ended()]);
    clearInterval(renewing);
  }

  return {
    get sessions() {
      return served.sessions;
    },
    drain,
  };
}
