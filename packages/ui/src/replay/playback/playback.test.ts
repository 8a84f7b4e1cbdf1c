import { describe, expect, test, vi } from 'vitest';
import { Playback, type PlaybackOptions } from './playback.ts';
import { FakeSound } from './test-support/fake-sound.ts';

/** A playback with a clock that stands until it is told to go on. */
function set(options: Partial<PlaybackOptions> = {}) {
  let nowMs = 1_000;
  let tick: (() => void) | null = null;
  const playback = new Playback({
    durationMs: 60_000,
    now: () => nowMs,
    everyTick: (run) => {
      tick = run;
      return () => {
        tick = null;
      };
    },
    ...options,
  });
  /** Lets time pass; with `sound`, it plays on meanwhile. */
  const pass = (ms: number, sound?: FakeSound) => {
    nowMs += ms;
    sound?.pass(ms);
    tick?.();
  };
  return { playback, pass, isTicking: () => tick !== null };
}

describe('without sound', () => {
  test('it goes by the clock, at its speed, and stops at the end', () => {
    const { playback, pass, isTicking } = set();
    expect(isTicking()).toBe(false);
    playback.play();
    pass(1_500);
    expect(playback.getPositionMs()).toBe(1_500);
    playback.setRate(2);
    pass(1_000);
    expect(playback.getPositionMs()).toBe(3_500);
    playback.pause();
    pass(5_000);
    expect(playback.getPositionMs()).toBe(3_500);
    playback.play();
    pass(100_000);
    expect([playback.getPositionMs(), playback.getState().status]).toEqual([60_000, 'paused']);
    expect(isTicking()).toBe(false);
  });

  test('played from its end it begins anew', () => {
    const { playback } = set({ positionMs: 60_000 });
    playback.play();
    expect(playback.getPositionMs()).toBe(0);
  });

  test.each([
    [-1, 0],
    [60_001, 60_000],
    [Number.NaN, 0],
    [Number.POSITIVE_INFINITY, 60_000],
    [12_345, 12_345],
  ])('a jump to %d is one to %d', (to, at) => {
    const { playback } = set();
    playback.seek(to);
    expect(playback.getPositionMs()).toBe(at);
    expect(set({ positionMs: to }).playback.getPositionMs()).toBe(at);
  });

  test('the time before a jump does not count after it', () => {
    const { playback, pass } = set();
    playback.play();
    pass(500);
    playback.seek(30_000);
    pass(1_000);
    expect(playback.getPositionMs()).toBe(31_000);
  });
});

describe('with sound', () => {
  test('the sound says where it is', () => {
    const sound = new FakeSound(60_000);
    const { playback, pass } = set({ positionMs: 10_000, rate: 1.5 });
    playback.attachSound(sound);
    expect([sound.currentTime, sound.playbackRate]).toEqual([10, 1.5]);
    playback.play();
    sound.pass(1_000);
    pass(1_300);
    expect(playback.getPositionMs()).toBe(11_500);
    playback.pause();
    expect(sound.isPlaying).toBe(false);
  });

  test('while it waits for the sound it stands, and says so', () => {
    const sound = new FakeSound(60_000);
    const { playback, pass } = set();
    playback.attachSound(sound);
    playback.play();
    sound.tell('waiting');
    expect(playback.getState().status).toBe('buffering');
    pass(3_000);
    expect(playback.getPositionMs()).toBe(0);
    sound.tell('playing');
    expect(playback.getState().status).toBe('playing');
  });

  test('where the sound ends before the call the clock goes on', () => {
    const sound = new FakeSound(5_000);
    const { playback, pass } = set({ positionMs: 4_000 });
    playback.attachSound(sound);
    playback.play();
    pass(1_000, sound);
    pass(2_000, sound);
    expect(playback.getPositionMs()).toBe(7_000);
    playback.seek(1_000);
    expect([sound.isPlaying, sound.currentTime]).toEqual([true, 1]);
    playback.seek(20_000);
    expect(sound.isPlaying).toBe(false);
    pass(1_000, sound);
    expect(playback.getPositionMs()).toBe(21_000);
  });

  test('a file that is shorter than was said does not hold the call up', () => {
    const sound = new FakeSound(50_000, 5_000);
    const { playback, pass } = set({ positionMs: 4_000 });
    playback.attachSound(sound);
    playback.play();
    pass(2_000, sound);
    pass(1_000, sound);
    expect(playback.getPositionMs()).toBeGreaterThanOrEqual(6_000);
  });

  test('a sound that fails leaves the clock', async () => {
    const sound = new FakeSound(60_000);
    const { playback, pass } = set();
    playback.attachSound(sound);
    playback.play();
    pass(1_000, sound);
    sound.tell('error');
    expect(playback.getState()).toMatchObject({ sound: 'failed', status: 'playing' });
    pass(1_000);
    expect(playback.getPositionMs()).toBe(2_000);
  });

  test('a browser that refuses to play is as good as no sound', async () => {
    const sound = new FakeSound(60_000);
    sound.refusal = new DOMException('no', 'NotSupportedError');
    const { playback } = set();
    playback.attachSound(sound);
    playback.play();
    await vi.waitFor(() => expect(playback.getState().sound).toBe('failed'));
  });

  test('a pause right after the start is no failure', async () => {
    const sound = new FakeSound(60_000);
    sound.refusal = new DOMException('interrupted', 'AbortError');
    const { playback } = set();
    playback.attachSound(sound);
    playback.play();
    playback.pause();
    await Promise.resolve();
    expect(playback.getState().sound).toBe('loading');
  });

  test('taken away it is left as it was found', () => {
    const sound = new FakeSound(60_000);
    const { playback } = set();
    const detach = playback.attachSound(sound);
    sound.tell('loadedmetadata');
    expect(playback.getState().sound).toBe('ready');
    detach();
    detach();
    expect([playback.getState().sound, sound.listeners]).toEqual(['none', 0]);
  });

  test('one side alone is heard from the sound that comes later, too', () => {
    const [first, second] = [new FakeSound(1_000), new FakeSound(1_000)];
    const { playback } = set();
    playback.attachSound(first)();
    playback.setHeard('agent');
    playback.attachSound(second);
    expect([first.heard, second.heard]).toEqual(['both', 'agent']);
  });
});

describe('silence', () => {
  const skips = [
    { startMs: 2_000, endMs: 14_000 },
    { startMs: 50_000, endMs: 60_000 },
  ];

  test('is skipped when that is wanted, and it is said how much', () => {
    const { playback, pass } = set();
    playback.setSkips(skips);
    playback.setSkipsSilence(true);
    playback.play();
    pass(1_900);
    expect(playback.getState().lastSkip).toBeNull();
    pass(100);
    expect(playback.getPositionMs()).toBe(14_000);
    expect(playback.getState().lastSkip).toEqual({ durationMs: 12_000, count: 1 });
    pass(500);
    expect(playback.getPositionMs()).toBe(14_500);
  });

  test('is heard when it is not, or when nothing plays', () => {
    const { playback, pass } = set();
    playback.setSkips(skips);
    playback.play();
    pass(3_000);
    expect(playback.getPositionMs()).toBe(3_000);
    playback.pause();
    playback.setSkipsSilence(true);
    playback.seek(4_000);
    expect(playback.getPositionMs()).toBe(4_000);
  });

  test('at the end ends it', () => {
    const { playback, pass } = set({ positionMs: 49_000 });
    playback.setSkips(skips);
    playback.setSkipsSilence(true);
    playback.play();
    pass(2_000);
    expect([playback.getPositionMs(), playback.getState().status]).toEqual([60_000, 'paused']);
  });
});
