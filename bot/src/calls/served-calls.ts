import type { Logger } from '@agent/process/log';
import type { CallId } from '@agent/protocol';
import type { ClaimedCall, RenewedLease } from '@agent/store';
import type { CallSession } from './call-session.ts';

/** What a session is told of its call whenever Postgres has been asked for it. */
export type CallNews = Pick<RenewedLease, 'held' | 'lastSeq' | 'recordingPausedFromMs'> & {
  agentIdentity: string | null;
};

/** `handOn`: the call is not over, and is given back; `abandon`: it is another bot's. */
export type HowToEnd = 'finish' | 'handOn' | 'abandon';

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

export interface ServedCallsOptions {
  startSession: (call: ClaimedCall) => CallSession;
  /** Gives a call back. Never rejects. */
  release: (callId: CallId, heardUntilMs: number) => Promise<void>;
  logger: Logger;
}

/** Starts with no call. */
export function createServedCalls({
  startSession,
  release,
  logger,
}: ServedCallsOptions): ServedCalls {
  const sessions = new Map<CallId, CallSession>();
  const ending = new Map<CallSession, Promise<void>>();

  async function end(session: CallSession, how: HowToEnd): Promise<void> {
    const { callId } = session;
    await session[how]().catch((err) => logger.error({ err, callId }, 'A call did not end well.'));
    // Before it is given back: this bot may be the next to claim it.
    sessions.delete(callId);
    if (how === 'handOn') await release(callId, session.heardUntilMs());
    ending.delete(session);
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
      const ended = ending.get(session) ?? end(session, how);
      ending.set(session, ended);
      await ended;
    },
    async ended() {
      await Promise.all(ending.values());
    },
  };
}
