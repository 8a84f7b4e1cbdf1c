import { randomUUID } from 'node:crypto';
import { createLog } from '@agent/process/log';
import type { CallId } from '@agent/protocol';
import type { CallListener, ClaimedCall } from '@agent/store';
import { aCallId } from '@agent/testing/ids';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallSession } from './call-session.ts';
import type { CallSigns, CallStore } from './call-store.ts';
import { watchCalls } from './call-watch.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const agentIdentity = randomUUID();

class Away extends Error {}

interface Setup {
  maxCalls?: number;
  isTooBig?: () => boolean;
}

/** A store in memory, sessions that note what they are told, and a watch over both. */
async function setUp({ maxCalls = 2, isTooBig = () => false }: Setup = {}) {
  const free: CallId[] = [];
  const active = new Set<CallId>();
  const waiting = new Set<CallId>();
  const held = new Set<CallId>();
  const stolen = new Set<CallId>();
  const happened: string[] = [];
  const noted: number[] = [];
  const identities = new Set<string>();
  const listeners: CallListener[] = [];
  /** How many listen to each call, as its session was told. */
  const told: Record<CallId, number> = {};
  let isAway = false;
  let claiming: Promise<void> | undefined;
  let signs: CallSigns | undefined;
  const guard = () => {
    if (isAway) throw new Away();
  };
  const others = { agentIdentity, recordingPausedFromMs: null };
  const store: CallStore = {
    isUnavailable: (error) => error instanceof Away,
    mayPass: () => true,
    append: () => Promise.reject(new Error('not used')),
    async claim(capacity) {
      guard();
      const claimed = free.splice(0, capacity);
      await claiming;
      return claimed.map((callId) => ({ callId, heardUntilMs: null }) as ClaimedCall);
    },
    async renew(heard) {
      guard();
      return heard
        .map(({ callId }) => callId)
        .filter((callId) => active.has(callId) && !waiting.has(callId) && !stolen.has(callId))
        .map((callId) => ({ callId, held: held.has(callId), lastSeq: 9, ...others }));
    },
    release: async (callId, heardUntilMs) =>
      void happened.push(`released ${callId} ${heardUntilMs}`),
    async read(callId) {
      guard();
      const standing = waiting.has(callId) ? 'waiting' : active.has(callId) ? 'active' : 'over';
      return { standing, isHeld: held.has(callId), lastSeq: 7, ...others };
    },
    async readListeners(callIds) {
      guard();
      return listeners.filter(({ callId }) => callIds.includes(callId));
    },
    readLog: () => Promise.reject(new Error('not used')),
    async watch(given) {
      signs = given;
      return { close: async () => {} };
    },
  };
  const watch = await watchCalls({
    store,
    maxCalls,
    isTooBig,
    onSpent: () => happened.push('spent'),
    logger: createLog({ part: 'bot', level: 'silent' }),
    startSession({ callId }): CallSession {
      happened.push(`started ${callId}`);
      let wasHeld = false;
      return {
        callId,
        outboxDepth: 0,
        heardUntilMs: () => 4_200,
        setHeld(isHeld) {
          if (isHeld !== wasHeld) happened.push(`held ${isHeld}`);
          wasHeld = isHeld;
        },
        setPaused: () => undefined,
        setAgentIdentity: (identity) => void identities.add(identity),
        setListeners(now) {
          told[callId] = now.length;
        },
        note: (lastSeq) => noted.push(lastSeq),
        hurry: () => undefined,
        finish: async () => void happened.push(`finished ${callId}`),
        handOn: async () => void happened.push(`handed on ${callId}`),
        abandon: async () => void happened.push(`abandoned ${callId}`),
      };
    },
  });
  const addCall = () => {
    const callId = aCallId();
    free.push(callId);
    active.add(callId);
    return callId;
  };
  return {
    watch,
    happened,
    noted,
    listeners,
    told,
    identities,
    addCall,
    active,
    waiting,
    /** The call has an agent again. */
    takenOn(callId: CallId) {
      waiting.delete(callId);
      free.push(callId);
    },
    held,
    stolen,
    away: (now: boolean) => (isAway = now),
    claimTakes: (work: Promise<void>) => (claiming = work),
    signs: () => signs,
  };
}

describe('watchCalls', () => {
  it('takes calls up to its capacity, and the next when one is over', async () => {
    const { watch, happened, addCall, active } = await setUp();
    const [first = aCallId(), , third] = [addCall(), addCall(), addCall()];
    await vi.advanceTimersByTimeAsync(1_100);
    expect(watch.sessions).toHaveLength(2);
    active.delete(first);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(happened).toContain(`finished ${first}`);
    expect(happened).toContain(`started ${third}`);
  });

  it('takes a call at once when told of it', async () => {
    const { happened, addCall, signs } = await setUp();
    await vi.advanceTimersByTimeAsync(10);
    const callId = addCall();
    signs()?.onClaimable();
    await vi.advanceTimersByTimeAsync(1);
    expect(happened).toEqual([`started ${callId}`]);
  });

  it('leaves without a word a call that another bot has', async () => {
    const { happened, addCall, stolen } = await setUp();
    const callId = addCall();
    await vi.advanceTimersByTimeAsync(1_100);
    stolen.add(callId);
    await vi.advanceTimersByTimeAsync(2_100);
    expect(happened).toEqual([`started ${callId}`, `abandoned ${callId}`]);
  });

  it('tells a session of a hold, of its end and how long the log is, once for many signs', async () => {
    const { happened, noted, identities, addCall, held, signs } = await setUp();
    const callId = addCall();
    await vi.advanceTimersByTimeAsync(1_100);
    held.add(callId);
    for (let sign = 0; sign < 10; sign += 1) signs()?.onCallChanged(callId);
    await vi.advanceTimersByTimeAsync(100);
    held.delete(callId);
    signs()?.onCallChanged(callId);
    await vi.advanceTimersByTimeAsync(100);
    expect(happened.slice(1)).toEqual(['held true', 'held false']);
    expect(noted).toEqual([7, 7]);
    expect([...identities]).toEqual([agentIdentity]);
  });

  it('hears again after a resume that nobody told it of', async () => {
    const { happened, noted, identities, addCall, held, signs } = await setUp();
    const callId = addCall();
    await vi.advanceTimersByTimeAsync(1_100);
    held.add(callId);
    signs()?.onCallChanged(callId);
    await vi.advanceTimersByTimeAsync(100);
    held.delete(callId);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(happened.slice(1)).toEqual(['held true', 'held false']);
    expect(noted.at(-1)).toBe(9);
    expect([...identities]).toEqual([agentIdentity]);
  });

  it('looks at its calls as soon as it listens again', async () => {
    const { happened, addCall, held, signs } = await setUp();
    const callId = addCall();
    await vi.advanceTimersByTimeAsync(1_100);
    held.add(callId);
    signs()?.onListening();
    await vi.advanceTimersByTimeAsync(100);
    expect(happened.slice(1)).toEqual(['held true']);
  });

  it('tells each session who may follow its call: at its start, at each sign, and after one that was lost', async () => {
    const { told, listeners, addCall, signs } = await setUp();
    const [first, second] = [addCall(), addCall()];
    const listensTo = (callId: CallId) =>
      listeners.push({ callId, monitorId: randomUUID(), hasJoined: false });
    listensTo(first);
    await vi.advanceTimersByTimeAsync(1_010);
    expect(told).toEqual({ [first]: 1, [second]: 0 });
    listensTo(second);
    signs()?.onListenersChanged(second);
    await vi.advanceTimersByTimeAsync(1);
    expect(told).toEqual({ [first]: 1, [second]: 1 });
    listeners.splice(0);
    signs()?.onListening();
    await vi.advanceTimersByTimeAsync(1);
    expect(told).toEqual({ [first]: 0, [second]: 0 });
    listensTo(first);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(told).toEqual({ [first]: 1, [second]: 0 });
  });

  it('makes up for a look that failed', async () => {
    const { told, listeners, addCall, away, signs } = await setUp();
    const callId = addCall();
    await vi.advanceTimersByTimeAsync(1_010);
    listeners.push({ callId, monitorId: randomUUID(), hasJoined: false });
    away(true);
    signs()?.onListenersChanged(callId);
    await vi.advanceTimersByTimeAsync(10);
    expect(told).toEqual({ [callId]: 0 });
    away(false);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(told).toEqual({ [callId]: 1 });
  });

  it('keeps its calls while Postgres is away', async () => {
    const { watch, happened, addCall, away } = await setUp();
    addCall();
    await vi.advanceTimersByTimeAsync(1_100);
    away(true);
    await vi.advanceTimersByTimeAsync(10_000);
    away(false);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(watch.sessions).toHaveLength(1);
    expect(happened).toHaveLength(1);
  });

  it('lets every bot renew its leases after an outage before it claims', async () => {
    const { happened, addCall, away } = await setUp();
    away(true);
    await vi.advanceTimersByTimeAsync(8_000);
    away(false);
    addCall();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(happened).toEqual([]);
    await vi.advanceTimersByTimeAsync(2_100);
    expect(happened).toHaveLength(1);
  });

  it('gives a call back once that waits for another agent, and serves it again when it has one', async () => {
    const { watch, happened, addCall, waiting, takenOn, signs } = await setUp();
    const callId = addCall();
    await vi.advanceTimersByTimeAsync(100);
    waiting.add(callId);
    for (let told = 0; told < 3; told++) signs()?.onCallChanged(callId);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(happened).toEqual([
      ...[`started ${callId}`, `handed on ${callId}`, `released ${callId} 4200`],
    ]);
    expect(watch.sessions).toEqual([]);
    takenOn(callId);
    await vi.advanceTimersByTimeAsync(1_100);
    expect(happened.at(-1)).toBe(`started ${callId}`);
  });

  it('hands on its calls when drained, and takes no more', async () => {
    const { watch, happened, addCall } = await setUp();
    const callId = addCall();
    await vi.advanceTimersByTimeAsync(1_100);
    await watch.drain();
    addCall();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(happened).toEqual([
      `started ${callId}`,
      `handed on ${callId}`,
      `released ${callId} 4200`,
    ]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('gives back at once what a claim under way brings while it drains', async () => {
    const { watch, happened, addCall, claimTakes } = await setUp();
    const slow = Promise.withResolvers<void>();
    claimTakes(slow.promise);
    const callId = addCall();
    await vi.advanceTimersByTimeAsync(1_100);
    const drained = watch.drain();
    await vi.advanceTimersByTimeAsync(500);
    slow.resolve();
    await drained;
    expect(happened).toEqual([`released ${callId} 0`]);
    expect(watch.sessions).toEqual([]);
  });

  it('takes no more calls when it has grown too big, and says when it has none left', async () => {
    let isTooBig = false;
    const { watch, happened, addCall, active } = await setUp({ isTooBig: () => isTooBig });
    const callId = addCall();
    await vi.advanceTimersByTimeAsync(1_100);
    isTooBig = true;
    addCall();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(watch.sessions).toHaveLength(1);
    expect(happened).not.toContain('spent');
    active.delete(callId);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(happened).toContain('spent');
  });
});
