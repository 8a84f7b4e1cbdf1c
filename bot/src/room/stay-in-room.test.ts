import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JoinedRoom } from './join-room.ts';
import { createPresence } from './presence.ts';
import { stayInRoom } from './stay-in-room.ts';
import { whileNotHeld } from './while-not-held.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Rooms that can be lost, and a media server that can be down. */
function setUp(unheardFromMs?: number, deafSinceMs?: number) {
  const startedAt = Date.now();
  const happened: string[] = [];
  const leaving = new AbortController();
  const finishing = new AbortController();
  let isDown = false;
  let lose = () => {};
  const staying = stayInRoom({
    clock: () => Date.now() - startedAt,
    signal: leaving.signal,
    over: finishing.signal,
    unheardFromMs,
    async join() {
      if (isDown) throw new Error('no such room');
      const left = Promise.withResolvers<void>();
      lose = left.resolve;
      const room = {
        left: left.promise,
        leave: async () => void happened.push('left'),
        deafSinceMs: () => deafSinceMs,
      };
      return room as JoinedRoom;
    },
    onJoined: () => happened.push('joined'),
    onReturned: (fromMs, untilMs) => happened.push(`was away ${fromMs}–${untilMs}`),
    onAway: () => happened.push('away'),
    onFailedJoin: () => happened.push('failed'),
  });
  return {
    happened,
    leaving,
    finishing,
    staying,
    down: (now: boolean) => (isDown = now),
    lose: () => lose(),
  };
}

describe('stayInRoom', () => {
  it('joins again until the room is back and tells how long it heard nothing', async () => {
    const { happened, leaving, staying, down, lose } = setUp();
    await vi.advanceTimersByTimeAsync(1_000);
    down(true);
    lose();
    await vi.advanceTimersByTimeAsync(3_000);
    down(false);
    await vi.advanceTimersByTimeAsync(2_000);
    leaving.abort();
    await staying;
    expect(happened.filter((what) => what !== 'failed')).toEqual([
      'joined',
      'away',
      'left',
      expect.stringMatching(/^was away 1000–/),
      'joined',
      'away',
      'left',
    ]);
    expect(happened.filter((what) => what === 'failed').length).toBeLessThan(6);
  });

  it('counts from when nothing was heard any more, not from when the room was given up', async () => {
    const { happened, leaving, staying, lose } = setUp(undefined, 400);
    await vi.advanceTimersByTimeAsync(1_000);
    lose();
    await vi.advanceTimersByTimeAsync(500);
    leaving.abort();
    await staying;
    expect(happened).toContainEqual(expect.stringMatching(/^was away 400–1/));
  });

  it('does not look for a room that has closed with its call', async () => {
    const { happened, finishing, staying, down, lose } = setUp();
    await vi.advanceTimersByTimeAsync(1_000);
    down(true);
    lose();
    await vi.advanceTimersByTimeAsync(100);
    finishing.abort();
    await staying;
    expect(happened).toEqual(['joined', 'away', 'left']);
  });

  it('stays in a room that is there when the call ends, for the last words', async () => {
    const { happened, finishing, leaving, staying } = setUp();
    await vi.advanceTimersByTimeAsync(1_000);
    finishing.abort();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(happened).toEqual(['joined']);
    leaving.abort();
    await staying;
    expect(happened).toEqual(['joined', 'away', 'left']);
  });

  it('tells from when nobody heard the call before it joined', async () => {
    const { happened, leaving, staying } = setUp(0);
    await vi.advanceTimersByTimeAsync(1_000);
    leaving.abort();
    await staying;
    expect(happened.slice(0, 2)).toEqual(['was away 0–0', 'joined']);
  });

  it('stops trying when the call is no longer ours', async () => {
    const { happened, leaving, staying, down, lose } = setUp();
    down(true);
    lose();
    await vi.advanceTimersByTimeAsync(500);
    leaving.abort();
    await vi.advanceTimersByTimeAsync(10);
    await staying;
    expect(happened).not.toContain('was away');
  });
});

describe('createPresence', () => {
  it('tells each change once, also when the bot comes back to a changed room', () => {
    const told: string[] = [];
    const presence = createPresence((speaker, change) => told.push(`${speaker} ${change}`));
    presence.are(['customer']);
    presence.joined('customer');
    presence.joined('agent');
    presence.are(['agent']);
    presence.left('customer');
    presence.joined('customer');
    expect(told).toEqual(['customer joined', 'agent joined', 'customer left', 'customer joined']);
  });
});

describe('whileNotHeld', () => {
  it('cuts once at the start of a hold and lets nothing through until its end', async () => {
    let index = 0;
    async function* frames() {
      for (; index < 5; index += 1) yield { samples: Int16Array.of(index), arrivedAtMs: index };
    }
    const heard: (number | undefined | 'cut')[] = [];
    for await (const item of whileNotHeld(frames(), () => index === 2 || index === 3)) {
      heard.push(item === 'cut' ? item : item.samples[0]);
    }
    expect(heard).toEqual([0, 1, 'cut', 4]);
  });
});
