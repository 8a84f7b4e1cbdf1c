import { coalesced } from '@agent/process';
import type { Logger } from '@agent/process/log';
import type { CallId } from '@agent/protocol';
import type { ClaimedCall } from '@agent/store';
import type { CallStore } from './call-store.ts';
import type { Outage } from './outage.ts';
import type { ServedCalls } from './served-calls.ts';

export interface ClaimingOptions {
  store: Pick<CallStore, 'claim'>;
  served: Pick<ServedCalls, 'sessions' | 'start'>;
  outage: Pick<Outage, 'phase' | 'ended'>;
  maxCalls: number;
  /** Whether the process has grown too big to take more calls. */
  isTooBig: () => boolean;
  /** Told when the process is too big and its last call is over. */
  onSpent: () => void;
  /** Told when calls that were claimed are served. */
  onStarted: () => void;
  /** Gives a call back that came too late. Never rejects. */
  release: (callId: CallId, heardUntilMs: number) => Promise<void>;
  logger: Logger;
}

/** Takes calls that nobody serves. */
export interface Claiming {
  /** Takes as many as there is room for; asked meanwhile, it looks once more. */
  claim(): Promise<void>;
  /** Takes no more; resolves when what a claim under way brings has been given back. */
  stop(): Promise<void>;
}

/**
 * Begins to take calls. The first answer of Postgres after an outage takes none: every bot has to have
 * had the time to renew its leases.
 */
export function createClaiming(options: ClaimingOptions): Claiming {
  const { store, served, outage, maxCalls, isTooBig, onSpent, onStarted, release, logger } =
    options;
  let isStopped = false;

  const claim = coalesced(async () => {
    if (isStopped || outage.phase === 'settling') return;
    if (outage.phase === 'away') {
      await store.claim(0, []);
      return outage.ended();
    }
    const serving = served.sessions.map(({ callId }) => callId);
    if (isTooBig()) return serving.length === 0 ? onSpent() : undefined;
    const capacity = maxCalls - serving.length;
    if (capacity <= 0) return;
    const claimed = await store.claim(capacity, serving);
    if (isStopped) return releaseAll(claimed);
    for (const call of claimed) served.start(call);
    if (claimed.length > 0) onStarted();
  });

  /** Calls that came when this bot had already begun to stop. */
  async function releaseAll(calls: readonly ClaimedCall[]) {
    await Promise.all(calls.map(({ callId, heardUntilMs }) => release(callId, heardUntilMs ?? 0)));
  }

  return {
    claim,
    async stop() {
      isStopped = true;
      await claim().catch((err) => logger.warn({ err }, 'The last claim failed.'));
    },
  };
}
