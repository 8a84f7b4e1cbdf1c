import { silence } from '@agent/testing/audio';
import { createFakeTranscriber, type FakeAnswer } from '@agent/testing/transcriber';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { guardTranscriber } from './guarded-transcriber.ts';
import { TranscriberError } from './transcriber-error.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp(first: FakeAnswer) {
  let answer = first;
  const fake = createFakeTranscriber({ answer: () => answer, delayMs: 0 });
  const guarded = guardTranscriber(fake);
  return {
    fake,
    guarded,
    answerWith: (next: FakeAnswer) => {
      answer = next;
    },
    async ask() {
      const asking = guarded
        .transcribe({
          samples: silence(10),
          purpose: 'final',
          speaker: 'agent',
          track: 'a',
          signal: new AbortController().signal,
        })
        .then(
          ({ text }) => text,
          (error: TranscriberError) => error.reason,
        );
      await vi.advanceTimersByTimeAsync(1);
      return asking;
    },
  };
}

describe('guardTranscriber', () => {
  it('is unreachable after three failures in a row and asks no more', async () => {
    const { fake, guarded, ask } = setUp(TranscriberError.unavailable());
    expect([await ask(), await ask()]).toEqual(['unavailable', 'unavailable']);
    expect(guarded.isReachable()).toBe(true);
    await ask();
    expect(guarded.isReachable()).toBe(false);
    expect(await ask()).toBe('unavailable');
    expect(fake.requests).toHaveLength(3);
  });

  it('tries again after a second and is reachable when that goes well', async () => {
    const { guarded, ask, answerWith } = setUp(TranscriberError.unavailable());
    for (let failures = 0; failures < 3; failures += 1) await ask();
    answerWith('Hello');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await ask()).toBe('Hello');
    expect(guarded.isReachable()).toBe(true);
  });

  it.each(['quotaExhausted', 'unauthorised'] as const)('gives up at once on %s', async (reason) => {
    const { guarded, fake, ask } = setUp(TranscriberError[reason]());
    await ask();
    expect(guarded.isReachable()).toBe(false);
    await vi.advanceTimersByTimeAsync(2_000);
    await ask();
    expect(fake.requests).toHaveLength(1);
  });

  it.each([
    'overloaded',
    'rateLimited',
    'timeout',
    'superseded',
    'aborted',
    'invalidAudio',
  ] as const)('stays reachable when requests are %s', async (reason) => {
    const { guarded, ask } = setUp(TranscriberError[reason]());
    for (let failures = 0; failures < 6; failures += 1) await ask();
    expect(guarded.isReachable()).toBe(true);
  });
});
