import { type CallId, callIdSchema, type EventPage } from '@agent/protocol';
import {
  appendCallEvent,
  type CallListener,
  type CallRow,
  type ClaimedCall,
  claimCalls,
  type Database,
  findCall,
  type HeardUntil,
  isUnavailable,
  listen,
  mayPass,
  type RenewedLease,
  readCallEvents,
  readCallListeners,
  releaseLease,
  renewLeases,
  type UnreadableEvent,
} from '@agent/store';
import type { CallLog } from '../publish/call-publisher.ts';

/** What the bot needs to know of a call while it serves it. */
export interface StoredCall {
  /** `waiting`: for an agent, as it has none now; `over` is a call that does not exist, too. */
  standing: 'active' | 'waiting' | 'over';
  isHeld: boolean;
  /** Since when its recording is paused, in ms since it was answered; null while it goes on. */
  recordingPausedFromMs: number | null;
  /** `seq` of the newest event of its log. */
  lastSeq: number;
  /** Under which the agent is in the room now; null without a call. */
  agentIdentity: string | null;
}

/** Told when something happened in Postgres; a sign to look, not a fact. */
export interface CallSigns {
  onClaimable: () => void;
  onCallChanged: (callId: CallId) => void;
  /** Other supervisors may follow the call. */
  onListenersChanged: (callId: CallId) => void;
  /** Signs may have been lost before: any call may have changed. */
  onListening: () => void;
}

/** The calls and their log, as the bot uses them. */
export interface CallStore extends CallLog {
  /** Takes calls that nobody serves; those that this bot serves are named. */
  claim(capacity: number, serving: readonly CallId[]): Promise<ClaimedCall[]>;
  /** Prolongs the leases; returns the calls that are still ours and active. */
  renew(heard: readonly HeardUntil[]): Promise<RenewedLease[]>;
  release(callId: CallId, heardUntilMs: number): Promise<void>;
  read(callId: CallId): Promise<StoredCall>;
  /** The supervisors who may follow these calls now. */
  readListeners(callIds: readonly CallId[]): Promise<CallListener[]>;
  /** The next events of a log after this `seq`, as staff see them. */
  readLog(callId: CallId, afterSeq: number): Promise<EventPage>;
  watch(signs: CallSigns): Promise<{ close(): Promise<void> }>;
}

/** A bot that is silent for this long has lost its calls to others. */
const LEASE_MS = 6_000;
const PAGE_EVENTS = 500;

export interface CallStoreOptions {
  /** Told of stored events that do not fit their schema; the log is read without them. */
  onUnreadable: (events: readonly UnreadableEvent[]) => void;
}

/** Binds the store to this bot and its database. */
export function createCallStore(
  db: Database,
  botId: string,
  { onUnreadable }: CallStoreOptions,
): CallStore {
  return {
    isUnavailable,
    mayPass,
    async append(callId, event) {
      return appendCallEvent(db, callId, event);
    },
    claim: (capacity, serving) => claimCalls(db, botId, { capacity, serving, leaseMs: LEASE_MS }),
    renew: (heard) => renewLeases(db, botId, heard, { leaseMs: LEASE_MS }),
    release: (callId, heardUntilMs) => releaseLease(db, botId, callId, heardUntilMs),
    async read(callId) {
      const call = await findCall(db, callId);
      return {
        standing: call ? standingOf(call) : 'over',
        isHeld: Boolean(call?.heldAt),
        recordingPausedFromMs: call ? pausedFromMs(call) : null,
        lastSeq: call?.lastSeq ?? 0,
        agentIdentity: call?.agentIdentity ?? null,
      };
    },
    readListeners: (callIds) => readCallListeners(db, callIds),
    readLog: (callId, afterSeq) =>
      readCallEvents(db, callId, {
        ...{ audience: 'staff', afterSeq, limit: PAGE_EVENTS },
        onUnreadable,
      }),
    async watch({ onClaimable, onCallChanged, onListenersChanged, onListening }) {
      const of = (tell: (callId: CallId) => void) => (payload: string) =>
        tell(callIdSchema.parse(payload));
      const listening = [
        await listen(db, 'calls_active', onClaimable, onClaimable),
        await listen(db, 'monitor', of(onListenersChanged)),
        // All share one connection: what is lost of one channel may be of all.
        await listen(db, 'call', of(onCallChanged), onListening),
      ];
      return {
        async close() {
          await Promise.all(listening.map((one) => one.close()));
        },
      };
    },
  };
}

function standingOf({ status, endedAt }: CallRow): StoredCall['standing'] {
  if (endedAt) return 'over';
  return status === 'active' ? 'active' : 'waiting';
}

function pausedFromMs({ recordingPausedAt, answeredAt }: CallRow): number | null {
  if (!recordingPausedAt || !answeredAt) return null;
  return recordingPausedAt.getTime() - answeredAt.getTime();
}
