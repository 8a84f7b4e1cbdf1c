import 'server-only';
import type { CallId } from '@agent/protocol';

/** What is to be looked at again. */
export interface News {
  calls: ReadonlySet<CallId> | 'all';
  agents: boolean;
}

/** Gathers what has changed until somebody looks. */
export interface GatheredNews {
  /** Something about this call; without one, about any. */
  ofCall(callId?: CallId): void;
  ofAgents(): void;
  ofAll(): void;
  /** What has changed since it was asked last. */
  take(): News;
  /** Resolves as soon as something has changed, or after so long, or when the signal says so. */
  arrival(mostMs: number, signal: AbortSignal): Promise<void>;
}

/** Begins with everything. */
export function createNews(): GatheredNews {
  let calls: Set<CallId> | 'all' = 'all';
  let agents = true;
  let tell = () => {};

  return {
    ofCall(callId) {
      if (callId === undefined) calls = 'all';
      else if (calls !== 'all') calls.add(callId);
      tell();
    },
    ofAgents() {
      agents = true;
      tell();
    },
    ofAll() {
      calls = 'all';
      agents = true;
      tell();
    },
    take() {
      const taken = { calls, agents };
      calls = new Set();
      agents = false;
      return taken;
    },
    arrival(mostMs, signal) {
      return new Promise((resolve) => {
        if (signal.aborted || agents || calls === 'all' || calls.size > 0) return resolve();
        const timer = setTimeout(done, mostMs);
        signal.addEventListener('abort', done, { once: true });
        tell = done;
        function done() {
          clearTimeout(timer);
          signal.removeEventListener('abort', done);
          tell = () => {};
          resolve();
        }
      });
    },
  };
}
