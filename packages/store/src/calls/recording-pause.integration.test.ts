import { createCallState, receiveEnvelopes } from '@agent/calls';
import type { CallId } from '@agent/protocol';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCallEvents } from '../log/read-call-events.ts';
import { age, newActiveCall, newCall, useStore } from '../test-support/store.ts';
import { abandonCall, endCall } from './call-endings.ts';
import { findCall } from './calls.ts';
import { pauseRecording, resumeOverduePauses, resumeRecording } from './recording-pause.ts';

const store = useStore();
const recorded = { recorded: true };
const LIMIT = { pausedForMs: 300_000 };

async function typesOf(callId: CallId) {
  const options = { audience: 'staff', afterSeq: 0, limit: 500 } as const;
  const { envelopes } = await readCallEvents(store.db, callId, options);
  return envelopes.map(({ event }) => event.type).filter((type) => type.startsWith('recording.'));
}

test('the agent pauses and goes on; doing either twice does it once', async () => {
  const { call } = await newActiveCall(store.db, recorded);
  const paused = await pauseRecording(store.db, call.id);
  expect(paused?.call.recordingPausedAt).toBeInstanceOf(Date);
  expect(paused?.appended).toMatchObject({ event: { type: 'recording.paused', actor: 'agent' } });
  expect(paused?.appended.publicSeq).not.toBeNull();
  expect(await pauseRecording(store.db, call.id)).toBeUndefined();
  const resumed = await resumeRecording(store.db, call.id);
  expect(resumed?.call.recordingPausedAt).toBeNull();
  expect(resumed?.appended.event).toMatchObject({ type: 'recording.resumed', actor: 'agent' });
  expect(await resumeRecording(store.db, call.id)).toBeUndefined();
});

test('two that pause at once are one pause', async () => {
  const { call } = await newActiveCall(store.db, recorded);
  const both = await Promise.all([1, 2, 3].map(() => pauseRecording(store.db, call.id)));
  expect(both.filter(Boolean)).toHaveLength(1);
  expect(await typesOf(call.id)).toEqual(['recording.paused']);
});

test('a call that waits, is not recorded or is over has nothing to pause', async () => {
  const waiting = await newCall(store.db, recorded);
  expect(await pauseRecording(store.db, waiting.id)).toBeUndefined();
  await abandonCall(store.db, waiting.id, 'customer-left');
  const other = await newActiveCall(store.db, { recorded: false });
  expect(await pauseRecording(store.db, other.call.id)).toBeUndefined();
  await endCall(store.db, other.call.id, 'agent-hung-up');
  expect(await pauseRecording(store.db, other.call.id)).toBeUndefined();
});

test('a pause ends with its call', async () => {
  const { call } = await newActiveCall(store.db, recorded);
  await pauseRecording(store.db, call.id);
  await age(store.db, call.id, 'recording_paused_at', 600_000);
  await endCall(store.db, call.id, 'agent-hung-up');
  expect((await findCall(store.db, call.id))?.recordingPausedAt).toBeNull();
  expect(await resumeOverduePauses(store.db, LIMIT)).toEqual([]);
  expect(await resumeRecording(store.db, call.id)).toBeUndefined();
});

test('a pause that was forgotten ends by itself, and no other', async () => {
  const [forgotten, fresh] = [
    await newActiveCall(store.db, recorded),
    await newActiveCall(store.db, recorded),
  ];
  for (const { call } of [forgotten, fresh]) await pauseRecording(store.db, call.id);
  await age(store.db, forgotten.call.id, 'recording_paused_at', 300_001);
  await age(store.db, fresh.call.id, 'recording_paused_at', 290_000);
  const all = await Promise.all([1, 2].map(() => resumeOverduePauses(store.db, LIMIT)));
  const resumed = all.flat();
  expect(resumed.map(({ call }) => call.id)).toEqual([forgotten.call.id]);
  expect(resumed[0]?.appended.event).toMatchObject({ actor: 'system', type: 'recording.resumed' });
  expect((await findCall(store.db, fresh.call.id))?.recordingPausedAt).toBeInstanceOf(Date);
});

const step = fc.constantFrom('pause', 'resume', 'forget', 'end' as const);

test('whatever is done in whatever order, row and log say the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
      const { call } = await newActiveCall(store.db, recorded);
      for (const one of steps) await take(one, call.id);
      const row = await findCall(store.db, call.id);
      const options = { audience: 'staff', afterSeq: 0, limit: 500 } as const;
      const { envelopes } = await readCallEvents(store.db, call.id, options);
      const { recording } = receiveEnvelopes(createCallState(call.id), envelopes);
      expect(recording.status === 'paused').toBe(row?.recordingPausedAt !== null);
      expect(recording.pauses.filter(({ endMs }) => endMs === null)).toHaveLength(
        row?.recordingPausedAt === null ? 0 : 1,
      );
    }),
    { numRuns: 25 },
  );
});

async function take(one: 'pause' | 'resume' | 'forget' | 'end', callId: CallId): Promise<void> {
  if (one === 'pause') await pauseRecording(store.db, callId);
  if (one === 'resume') await resumeRecording(store.db, callId);
  if (one === 'end') await endCall(store.db, callId, 'customer-hung-up');
  if (one !== 'forget') return;
  await age(store.db, callId, 'recording_paused_at', 300_001);
  await resumeOverduePauses(store.db, LIMIT);
}
