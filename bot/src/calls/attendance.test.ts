import { createLog } from '@agent/process/log';
import { aCallId } from '@agent/testing/ids';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMetrics } from '../health/metrics.ts';
import { noRecording } from '../record/call-recording.ts';
import type { JoinedRoom } from '../room/join-room.ts';
import { attendCall } from './attendance.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Setup {
  /** What a bot before this one has heard. */
  heardUntilMs?: number | null;
  /** When the call waited for another agent. */
  lastWait?: { fromMs: number; toMs: number } | null;
  /** How long the call has lasted. */
  elapsedMs?: number;
}

/** A bot that attends a call whose room can vanish. */
function setUp({ heardUntilMs = null, lastWait = null, elapsedMs = 0 }: Setup = {}) {
  const told: string[] = [];
  const startedAt = Date.now();
  const leaving = new AbortController();
  let isThere = true;
  let vanish: () => void = () => undefined;
  let deafSinceMs: number | undefined;
  const call = {
    callId: aCallId(),
    clock: () => elapsedMs + Date.now() - startedAt,
    metrics: createMetrics(),
    logger: createLog({ part: 'bot', level: 'silent' }),
  };
  const attendance = attendCall(call, {
    async join(): Promise<JoinedRoom> {
      if (!isThere) throw new Error('There is no such room.');
      const left = Promise.withResolvers<void>();
      vanish = left.resolve;
      return {
        left: left.promise,
        sides: ['customer'],
        send: async () => undefined,
        lookAgain: () => told.push('looks again'),
        deafSinceMs: () => deafSinceMs,
        stopHearing: () => told.push('hears no more'),
        leave: async () => left.resolve(),
      };
    },
    before: { heardUntilMs, lastWait },
    speakerOf: () => undefined,
    onMicrophone: () => undefined,
    tapOf: noRecording.tapOf,
    events: {
      joined: (speaker) => told.push(`${speaker} joined`),
      left: (speaker) => told.push(`${speaker} left`),
      gap: (startMs, endMs, reason) => told.push(`${reason} ${startMs}-${endMs}`),
    },
    signal: leaving.signal,
  });
  return {
    attendance,
    told,
    leaving,
    pass: (ms: number) => vi.advanceTimersByTimeAsync(ms),
    roomIsThere: (now: boolean) => (isThere = now),
    roomVanishes: () => vanish(),
    deafSince: (ms: number) => (deafSinceMs = ms),
  };
}

describe('attendCall', () => {
  it('is away from the beginning of the call until it is in the room', async () => {
    const { attendance, told, pass } = setUp();
    expect(attendance.awayFromMs).toBe(0);
    expect(attendance.send).toBeUndefined();
    await pass(10);
    expect(attendance.awayFromMs).toBeUndefined();
    expect(attendance.send).toBeDefined();
    expect(told).toEqual(['customer joined']);
  });

  it('tells what nobody heard between the bot before and this one', async () => {
    const { told, pass } = setUp({ heardUntilMs: 100, elapsedMs: 400 });
    await pass(10);
    expect(told).toEqual(['bot-restarted 100-400', 'customer joined']);
  });

  it.each([
    ['nothing when it was there as soon as the call had another agent', 5_000, 60_400, []],
    [
      'what was said since the call has another agent',
      5_000,
      63_000,
      ['bot-restarted 60000-63000'],
    ],
    [
      'what was said before the call waited, and since',
      2_000,
      63_000,
      ['bot-restarted 2000-5000', 'bot-restarted 60000-63000'],
    ],
    ['no less where the bot before heard on', 61_000, 63_000, ['bot-restarted 61000-63000']],
  ] as const)(
    'of a call that waited for another agent it tells %s',
    async (_what, heardUntilMs, elapsedMs, gaps) => {
      const lastWait = { fromMs: 5_000, toMs: 60_000 };
      const { told, pass } = setUp({ heardUntilMs, lastWait, elapsedMs });
      await pass(10);
      expect(told).toEqual([...gaps, 'customer joined']);
    },
  );

  it('is away from when it hears no more, not from when it leaves', async () => {
    const { attendance, pass } = setUp();
    await pass(5_000);
    attendance.stopHearing();
    await pass(3_000);
    expect(attendance.awayFromMs).toBe(5_000);
  });

  it('tells of the time without the room when it comes back, from when nothing came any more', async () => {
    const { told, pass, roomIsThere, roomVanishes, deafSince } = setUp();
    await pass(5_000);
    roomIsThere(false);
    deafSince(4_000);
    roomVanishes();
    await pass(2_000);
    roomIsThere(true);
    await pass(2_000);
    expect(told).toEqual(['customer joined', 'media-lost 4000-9000']);
  });

  it('says nothing of an absence in which less than a word was lost', async () => {
    const { told, pass, roomVanishes } = setUp();
    await pass(5_000);
    roomVanishes();
    await pass(1_000);
    expect(told).toEqual(['customer joined']);
  });

  it('stays in its room after the call is over, and looks for no other', async () => {
    const { attendance, told, leaving, pass, roomVanishes } = setUp();
    await pass(10);
    attendance.stopHearing();
    expect(told).toContain('hears no more');
    expect(attendance.send).toBeDefined();
    roomVanishes();
    await pass(5_000);
    expect(attendance.send).toBeUndefined();
    leaving.abort();
    await attendance.left;
  });

  it('leaves when told to, also while there is no room', async () => {
    const { attendance, leaving, pass, roomIsThere } = setUp();
    roomIsThere(false);
    await pass(1_000);
    leaving.abort();
    await attendance.left;
  });
});
