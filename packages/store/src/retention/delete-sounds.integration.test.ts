import { randomBytes } from 'node:crypto';
import type { CallId } from '@agent/protocol';
import { expect, test } from 'vitest';
import { readCallEvents } from '../log/read-call-events.ts';
import { finishRecording } from '../recordings/end-recording.ts';
import { openRecording } from '../recordings/open-recording.ts';
import { findRecording } from '../recordings/recording-row.ts';
import { newSession } from '../test-support/sessions.ts';
import { newAgent, useStore } from '../test-support/store.ts';
import { deleteDueSounds, noteSoundsRemoved, soundsToRemove } from './delete-sounds.ts';
import { setLegalHold } from './legal-hold.ts';

const store = useStore();
const due = { afterDays: 90, limit: 10 };

async function recordedSession(daysAgo: number): Promise<CallId> {
  const { callId } = await newSession(store.db, { call: { recorded: true } });
  await openRecording(store.db, callId, randomBytes(64));
  await finishRecording(store.db, callId, {
    ...{ soundName: `${callId}/sound.webm`, waveformName: `${callId}/waveform.dat` },
    ...{ bytes: 9, durationMs: 9, sha256: 'ab' },
  });
  await store.db`
    update calls set ended_at = ended_at - ${daysAgo}::int * interval '1 day' where id = ${callId}`;
  return callId;
}

test('old sounds lose their key, the oldest first, and the log says by which rule', async () => {
  const [old, older, young] = [
    await recordedSession(91),
    await recordedSession(200),
    await recordedSession(89),
  ];
  expect(await deleteDueSounds(store.db, { ...due, limit: 1 })).toEqual([older]);
  expect(await deleteDueSounds(store.db, due)).toEqual([old]);
  expect(await deleteDueSounds(store.db, due)).toEqual([]);
  expect(await findRecording(store.db, old)).toMatchObject({
    ...{ status: 'deleted', wrappedKey: null, deletionRule: 'retention' },
  });
  expect(await findRecording(store.db, young)).toMatchObject({ status: 'ready' });
  const options = { audience: 'staff', afterSeq: 0, limit: 50 } as const;
  const { envelopes } = await readCallEvents(store.db, old, options);
  expect(envelopes.at(-1)?.event).toMatchObject({
    ...{ type: 'recording.deleted', actor: 'system', data: { rule: 'retention' } },
  });
});

test('a legal hold keeps a sound, however old', async () => {
  const held = await recordedSession(900);
  const by = { userId: await newAgent(store.db), displayName: 'Ada' };
  await setLegalHold(store.db, held, { held: true, reason: 'x', by });
  expect(await deleteDueSounds(store.db, due)).toEqual([]);
});

test('what lies in the store is named until it is gone', async () => {
  const [one, other] = [await recordedSession(91), await recordedSession(92)];
  expect(await soundsToRemove(store.db, { limit: 9 })).toEqual([]);
  await deleteDueSounds(store.db, due);
  await noteSoundsRemoved(store.db, [other]);
  expect(await soundsToRemove(store.db, { limit: 9 })).toEqual([
    { callId: one, soundName: `${one}/sound.webm`, waveformName: `${one}/waveform.dat` },
  ]);
});

test('one process at a time deletes by age', async () => {
  await recordedSession(91);
  const busy = await store.db.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtext('retention'))`;
    return deleteDueSounds(store.db, due);
  });
  expect(busy).toBeUndefined();
});
