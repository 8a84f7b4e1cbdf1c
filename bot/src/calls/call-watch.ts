import { coalesced } from '@agent/process';
import type { Logger } from '@agent/process/log';
import type { CallId } from '@agent/protocol';
import type { ClaimedCall, RenewedLease } from '@agent/store';
import type { CallSession } from './call-session.ts';
import type { CallStore } from './call-store.ts';
import { createOutage } from './outage.ts';

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

/** What a session is told of its call whenever it is looked at. */
type Told = Pick<RenewedLease, 'held' | 'lastSeq'> & { agentIdentity: string | null };

/** Watches for calls until drained. */
export async function watchCalls(options: CallWatchOptions): Promise<CallWatch> {
  const { store, startSession, maxCalls, isTooBig, onSpent, logger } = options;
  const sessions = new Map<CallId, CallSession>();
  const ending = new Map<CallId, Promise<void>>();
  const outage = createOutage(SETTLE_MS);
  let isDraining = false;

  const claim = coalesced(async () => {
    if (isDraining || outage.phase === 'settling') return;
    if (outage.phase === 'away') {
      await store.claim(0, []);
      return outage.ended();
    }
    if (isTooBig()) return sessions.size === 0 ? onSpent() : undefined;
    const capacity = maxCalls - sessions.size;
    if (capacity <= 0) return;
    const claimed = await store.claim(capacity, [...sessions.keys()]);
    if (isDraining) return releaseAll(claimed);
    for (const call of claimed) {
      logger.info({ callId: call.callId }, 'Claimed a call.');
      sessions.set(call.callId, startSession(call));
    }
  });

  /** Calls that came when this bot had already begun to stop. */
  async function releaseAll(calls: readonly ClaimedCall[]) {
    await Promise.all(calls.map(({ callId, heardUntilMs }) => release(callId, heardUntilMs ?? 0)));
  }

  function release(callId: CallId, heardUntilMs: number): Promise<void> {
    return store
      .release(callId, heardUntilMs)
      .catch((err) => logger.warn({ err, callId }, 'Could not give a call back.'));
  }

  const renew = coalesced(async () => {
    const heard = [...sessions.values()].map((session) => ({
      callId: session.callId,
      heardUntilMs: session.heardUntilMs(),
    }));
    const ours = new Map((await store.renew(heard)).map((lease) => [lease.callId, lease]));
    for (const { callId } of heard) {
      const lease = ours.get(callId);
      if (lease) tell(callId, lease);
      else await letGo(callId);
    }
  });

  function tell(callId: CallId, { held, lastSeq, agentIdentity }: Told) {
    const session = sessions.get(callId);
    session?.setHeld(held);
    if (agentIdentity) session?.setAgentIdentity(agentIdentity);
    session?.note(lastSeq);
  }

  /** The lease could not be renewed: the call is over, or another bot has it. */
  async function letGo(callId: CallId) {
    const { isActive } = await store.read(callId);
    const session = sessions.get(callId);
    if (session) void end(session, isActive ? 'abandon' : 'finish');
  }

  async function look(callId: CallId) {
    const { isActive, isHeld, lastSeq, agentIdentity } = await store.read(callId);
    tell(callId, { held: isHeld, lastSeq, agentIdentity });
    const session = sessions.get(callId);
    if (session && !isActive) void end(session, 'finish');
  }

  function end(session: CallSession, how: 'finish' | 'abandon'): Promise<void> {
    const { callId } = session;
    const ended =
      ending.get(callId) ??
      session[how]()
        .catch((err) => logger.error({ err, callId }, 'A call did not end well.'))
        .finally(() => {
          sessions.delete(callId);
          ending.delete(callId);
        });
    ending.set(callId, ended);
    return ended;
  }

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

  const looking = new Set<CallId>();
  /** Many signs in a row, as our own appends give, make one look. */
  function lookSoon(callId: CallId) {
    if (!sessions.has(callId) || looking.has(callId)) return;
    looking.add(callId);
    setTimeout(() => {
      looking.delete(callId);
      attempt(() => look(callId));
    }, LOOK_AFTER_MS);
  }

  const signs = await store.watch({
    onClaimable: () => attempt(claim),
    onCallChanged: lookSoon,
    onListening: () => [...sessions.keys()].forEach(lookSoon),
  });
  const polling = setInterval(() => attempt(claim), POLL_EVERY_MS);
  const renewing = setInterval(() => attempt(renew), RENEW_EVERY_MS);
  attempt(claim);

  async function drain() {
    isDraining = true;
    clearInterval(polling);
    outage.close();
    const claiming = claim().catch((err) => logger.warn({ err }, 'The last claim failed.'));
    await signs.close().catch((err) => logger.warn({ err }, 'Could not stop listening.'));
    for (const session of sessions.values()) session.hurry();
    await Promise.all([...sessions.values()].map(giveBack));
    await Promise.all([claiming, ...ending.values()]);
    clearInterval(renewing);
  }

  async function giveBack(session: CallSession) {
    await end(session, 'finish');
    await release(session.callId, session.heardUntilMs());
  }

  return {
    get sessions() {
      return [...sessions.values()];
    },
    drain,
  };
}
