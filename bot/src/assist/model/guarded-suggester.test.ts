import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeSuggester } from '../test-support/fake-suggester.ts';
import { suggestRequest } from '../test-support/requests.ts';
import { guardSuggester } from './guarded-suggester.ts';
import type { ModelHealth, ModelSuggestion } from './suggester.ts';
import { SuggesterError } from './suggester-error.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const good: ModelSuggestion = {
  suggestion: 'Shall I?',
  reasoning: '',
  action: 'ask_question',
  confidence: 1,
  sentiment: { score: 0, confidence: 1 },
};

function setUp(reply: SuggesterError | ModelSuggestion) {
  const model = createFakeSuggester({ reply, firstWordMs: 0, wordMs: 0 });
  const told: ModelHealth[] = [];
  const guarded = guardSuggester(model);
  guarded.watch((health) => told.push(health));
  const ask = () =>
    guarded.suggest(suggestRequest()).then(
      () => 'ok',
      (error) => error.reason,
    );
  return {
    guarded,
    told,
    ask,
    asked: () => model.requests.length,
    replyWith: model.reply,
  };
}

describe('guardSuggester', () => {
  it('leaves a model alone for 10 s after three failures in a row', async () => {
    const { ask, asked, replyWith, guarded } = setUp(SuggesterError.unavailable());
    for (let failures = 0; failures < 3; failures += 1) await ask();
    replyWith(good);
    vi.advanceTimersByTime(9_900);
    expect(await ask()).toBe('unavailable');
    expect(asked()).toBe(3);
    vi.advanceTimersByTime(200);
    expect(await ask()).toBe('ok');
    expect(guarded.health()).toEqual({ status: 'ready', reason: null });
  });

  it.each(['quotaExhausted', 'unauthorised'] as const)(
    'leaves it alone for 60 s at once on %s',
    async (reason) => {
      const { ask, asked, guarded } = setUp(SuggesterError[reason]());
      await ask();
      expect(guarded.health().status).toBe('off');
      vi.advanceTimersByTime(59_000);
      await ask();
      expect(asked()).toBe(1);
      vi.advanceTimersByTime(2_000);
      await ask();
      expect(asked()).toBe(2);
    },
  );

  it('is late after a time-out, off after three, ready after a good answer; each told once', async () => {
    const { ask, told, replyWith } = setUp(SuggesterError.timeout());
    await ask();
    await ask();
    await ask();
    vi.advanceTimersByTime(10_100);
    replyWith(good);
    await ask();
    await ask();
    expect(told).toEqual([
      { status: 'late', reason: 'timeout' },
      { status: 'off', reason: 'timeout' },
      { status: 'ready', reason: null },
    ]);
  });

  it('thinks nothing of requests that were given up', async () => {
    const { ask, asked, told } = setUp(SuggesterError.aborted());
    for (let times = 0; times < 6; times += 1) await ask();
    expect([asked(), told]).toEqual([6, []]);
  });

  it('thinks no worse of a model for answers that customers have talked it into', async () => {
    const { ask, asked, told } = setUp(SuggesterError.unfitAnswer('It promises.'));
    for (let times = 0; times < 6; times += 1) expect(await ask()).toBe('unfit-answer');
    expect([asked(), told]).toEqual([6, []]);
  });

  it('is ready again after an answer that came and may not be shown', async () => {
    const { ask, replyWith, guarded } = setUp(SuggesterError.timeout());
    await ask();
    replyWith(SuggesterError.unfitAnswer('It promises.'));
    await ask();
    expect(guarded.health()).toEqual({ status: 'ready', reason: null });
  });

  it('lets nobody wait for the one request that tries again', async () => {
    const { ask, replyWith } = setUp(SuggesterError.unavailable());
    for (let failures = 0; failures < 3; failures += 1) await ask();
    vi.advanceTimersByTime(10_100);
    const { promise, resolve } = Promise.withResolvers<ModelSuggestion>();
    replyWith(promise);
    const trial = ask();
    expect(await ask()).toBe('unavailable');
    resolve(good);
    expect(await trial).toBe('ok');
  });

  it('tells nobody who has stopped watching', async () => {
    const { guarded, ask } = setUp(SuggesterError.timeout());
    const told: ModelHealth[] = [];
    const stop = guarded.watch((health) => told.push(health));
    stop();
    stop();
    await ask();
    expect(told).toEqual([]);
  });
});
