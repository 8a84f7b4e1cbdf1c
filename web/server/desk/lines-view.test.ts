import type { Lines } from '@agent/store';
import { aQueueId } from '@agent/testing/ids';
import { expect, it } from 'vitest';
import { meters } from '../meters.ts';
import { createLinesView } from './lines-view.ts';

/** Lines whose reads a test answers one by one; each is told by its number. */
function setUp() {
  const answers: (() => void)[] = [];
  let nowMs = 0;
  let change = () => {};
  const readLines = () =>
    new Promise<Lines>((resolve) => {
      const line = { waiting: 0, longestWaitMs: null, handleMs: null, capacity: 1 };
      const queues = new Map([[aQueueId(), { ...line, agentsOnline: answers.length + 1 }]]);
      answers.push(() => resolve({ waiting: new Map(), queues }));
    });
  const changeFeed = {
    onAnyDesk(onChange: () => void) {
      change = onChange;
      return () => {};
    },
  };
  const view = createLinesView({ readLines, changeFeed, meters }, () => nowMs);
  return {
    answers,
    ask: async () => (await view.now()).queues.get(aQueueId())?.agentsOnline,
    change: () => change(),
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

it('reads once for all who ask, and again after a change', async () => {
  const { answers, ask, change } = setUp();
  const first = [ask(), ask(), ask()];
  await settled();
  expect(answers).toHaveLength(1);
  answers[0]?.();
  expect(await Promise.all(first)).toEqual([1, 1, 1]);
  expect(await ask()).toBe(1);
  change();
  const second = [ask(), ask()];
  await settled();
  expect(answers).toHaveLength(2);
  answers[1]?.();
  expect(await Promise.all(second)).toEqual([2, 2]);
});

it('reads again for a request after a change that came during a read', async () => {
  const { answers, ask, change } = setUp();
  const early = ask();
  await settled();
  change();
  const late = [ask(), ask()];
  await settled();
  expect(answers).toHaveLength(1);
  answers[0]?.();
  expect(await early).toBe(1);
  await settled();
  expect(answers).toHaveLength(2);
  answers[1]?.();
  expect(await Promise.all(late)).toEqual([2, 2]);
  expect(await ask()).toBe(2);
});

it('shows the new queue to who is told of a change before it is', async () => {
  const { answers, ask, change } = setUp();
  const first = ask();
  await settled();
  answers[0]?.();
  await first;
  // The stream of a desk hears of its change first.
  const asked = ask();
  change();
  await settled();
  answers[1]?.();
  expect(await asked).toBe(2);
});

it('reads a queue again that has grown old', async () => {
  const { answers, ask, pass } = setUp();
  const first = ask();
  await settled();
  answers[0]?.();
  await first;
  pass(1_000);
  const second = ask();
  await settled();
  answers[1]?.();
  expect(await second).toBe(2);
});
