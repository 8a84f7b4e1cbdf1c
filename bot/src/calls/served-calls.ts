import type { Logger } from '@agent/process/log';
import type { CallId } from '@agent/protocol';
import type { ClaimedCall, RenewedLease } from '@agent/store';
import type { CallSession } from './call-session.ts';

/** What a session is told of its call whenever Postgres has been asked for it. */
export type CallNews = Pick<RenewedLease, 'held' | 'lastSeq' | 'recordingPausedFromMs'> & {
  agentIdentity: string | null;
};

/** `abandon`: the call is another bot's. */
export type HowToEnd = 'finish' | 'abandon';

/** The calls that this bot serves, until their sessions have ended. */
export interface ServedCalls {
  readonly sessions: readonly CallSession[];
  has(callId: CallId): boolean;
  start(call: ClaimedCall): void;
  /** Passes the news on; a call that is not served hears nothing. */
  tell(callId: CallId, news: CallNews): void;
  /** Ends a session; asked again, it waits for the same end. Never rejects. */
  end(callId: CallId, how: HowToEnd): Promise<void>;
  /** Resolves when every session that is ending has ended. */
  ended(): Promise<void>;
}

/** Starts with no call. */
export function createServedCalls(
  startSession: (call: ClaimedCall) => CallSession,
  logger: Logger,
): ServedCalls {
  const sessions = new Map<CallId, CallSession>();
  const ending = new Map<CallId, Promise<void>>();

  function end(session: CallSession, how: HowToEnd): Promise<void> {
    const { callId } = session;
    return session[how]()
      .catch((err) => logger.error({ err, callId }, 'A call did not end well.'))
      .finally(() => {
        sessions.delete(callId);
        ending.delete(callId);
      });
  }

  return {
    get sessions() {
      return [...sessions.values()];
    },
    has: (callId) => sessions.has(callId),
    start(call) {
      logger.info({ callId: call.callId }, 'Claimed a call.');
      sessions.set(call.callId, startSession(call));
    },
    tell(callId, { held, lastSeq, agentIdentity, recordingPausedFromMs }) {
      const session = sessions.get(callId);
      session?.setHeld(held);
      session?.setPaused(recordingPausedFromMs);
      if (agentIdentity) session?.setAgentIdentity(agentIdentity);
      session?.note(lastSeq);
    },
    async end(callId, how) {
      const session = sessions.get(callId);
      if (!session) return;
      const ended = ending.get(callId) ?? end(session, how);
      ending.set(callId, ended);
      await ended;
    },
    async ended() {
      await Promise.all(ending.values());
    },
  };
}
