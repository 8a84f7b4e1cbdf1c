import { expect, test } from 'vitest';
import { eraseCall } from '../retention/erase-calls.ts';
import { newSession } from '../test-support/sessions.ts';
import { newActiveCall, useStore } from '../test-support/store.ts';
import { readRecentTalks } from './recent-talks.ts';

const store = useStore();
const wide = { calls: 50, linesOfCall: 100, lines: 1_000 };

test('reads what was said in the newest calls, with how it sounded', async () => {
  const first = await newSession(store.db, { said: [['customer', 'One']] });
  const second = await newSession(store.db, {
    said: [
      ['agent', 'Hello'],
      ['customer', 'It is late'],
      ['chat', 'typed'],
    ],
    scores: [undefined as never, -0.5],
  });
  const talks = await readRecentTalks(store.db, wide);
  expect(talks.map(({ callId }) => callId)).toEqual([second.callId, first.callId]);
  expect(talks[0]).toMatchObject({
    isCut: false,
    lines: [
      { speaker: 'agent', text: 'Hello', startMs: 0, endMs: 1_000, sentiment: null },
      { speaker: 'customer', text: 'It is late', startMs: 2_000, sentiment: -0.5 },
    ],
  });
});

test('reads no more calls and no more of a call than it may', async () => {
  await newSession(store.db, { said: [['customer', 'Old']] });
  await newSession(store.db, {
    said: [
      ['customer', 'A'],
      ['customer', 'B'],
    ],
  });
  const [talk, ...others] = await readRecentTalks(store.db, { calls: 1, linesOfCall: 1, lines: 9 });
  expect(others).toEqual([]);
  expect(talk).toMatchObject({ lines: [{ text: 'A' }], isCut: true });
  expect(await readRecentTalks(store.db, { calls: 9, linesOfCall: 9, lines: 1 })).toMatchObject([
    { lines: [{ text: 'A' }], isCut: true },
  ]);
  expect(await readRecentTalks(store.db, { calls: 9, linesOfCall: 9, lines: 3 })).toMatchObject([
    { isCut: false },
    { isCut: false },
  ]);
});

test('leaves out calls that go on, that nobody wrote down, and that were erased', async () => {
  const { callId } = await newSession(store.db, { said: [['customer', 'One']] });
  await newSession(store.db, { call: { transcribed: false } });
  await newActiveCall(store.db);
  expect(await readRecentTalks(store.db, wide)).toHaveLength(1);
  const by = { userId: callId as never, displayName: 'Ada' };
  await eraseCall(store.db, callId, { reason: 'asked for', by });
  expect(await readRecentTalks(store.db, wide)).toEqual([]);
});
