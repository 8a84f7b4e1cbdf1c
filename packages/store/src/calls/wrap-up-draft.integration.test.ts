import type { WrapUpLine } from '@agent/protocol';
import { expect, test } from 'vitest';
import { age, newActiveCall, useStore } from '../test-support/store.ts';
import { endCall } from './call-endings.ts';
import { findCall } from './calls.ts';
import { closeAbandonedWrapUps } from './lost.ts';
import { finishWrapUp, saveWrapUpDraft } from './wrap-up.ts';

const store = useStore();

const lines: WrapUpLine[] = [
  { id: 'reason:1', kind: 'reason', text: 'My lamp came “broken”.', atMs: 4_000, fate: 'kept' },
  { id: 'promise:2', kind: 'promise', text: 'A new one today', atMs: 62_000, fate: 'edited' },
  { id: 'mood', kind: 'mood', text: 'Sounded neutral.', atMs: 90_000, fate: 'removed' },
];
const standing = 'Reason (0:04): My lamp came “broken”.\nPromised (1:02): A new one today';

async function inWrapUp() {
  const { call } = await newActiveCall(store.db);
  await endCall(store.db, call.id, 'customer-hung-up');
  return call.id;
}

test('a saved draft comes back as it was saved, and its notes are the typed ones alone', async () => {
  const callId = await inWrapUp();
  expect((await findCall(store.db, callId))?.wrapUpDraft).toBeNull();
  await saveWrapUpDraft(store.db, callId, { disposition: null, notes: 'Ring her', lines });
  expect(await findCall(store.db, callId)).toMatchObject({ notes: 'Ring her', wrapUpDraft: lines });
});

test('finishing stores the lines left standing after the notes and counts what became of each', async () => {
  const callId = await inWrapUp();
  const request = { disposition: 'resolved', notes: 'Ring her', lines } as const;
  const finished = await finishWrapUp(store.db, callId, request);
  const notes = `Ring her\n${standing}`;
  expect(finished?.call).toMatchObject({ notes, wrapUpDraft: lines });
  expect(finished?.appended.event.data).toMatchObject({
    notes,
    draft: { kept: 1, edited: 1, removed: 1 },
  });
  expect(await finishWrapUp(store.db, callId, request)).toBeUndefined();
  expect(await saveWrapUpDraft(store.db, callId, request)).toBe(false);
  expect((await findCall(store.db, callId))?.notes).toBe(notes);
});

test('an agent who was shown no draft is not counted', async () => {
  const callId = await inWrapUp();
  const finished = await finishWrapUp(store.db, callId, { disposition: 'other', notes: 'n' });
  expect(finished?.appended.event.data).not.toHaveProperty('draft');
  expect(finished?.call.notes).toBe('n');
});

test('a call closed in absence keeps what the agent had saved, and no draft that it never touched', async () => {
  const [touched, untouched] = [await inWrapUp(), await inWrapUp()];
  await saveWrapUpDraft(store.db, touched, { disposition: 'resolved', notes: 'Ring her', lines });
  for (const callId of [touched, untouched]) {
    await age(store.db, callId, 'agent_seen_at', 700_000);
  }
  const closed = await closeAbandonedWrapUps(store.db, { silentMs: 600_000 });
  const byId = new Map(closed.map(({ call, appended }) => [call.id, { call, appended }]));
  expect(byId.get(touched)?.appended.event.data).toMatchObject({
    disposition: 'other',
    notes: `Ring her\n${standing}`,
    draft: { kept: 1, edited: 1, removed: 1 },
  });
  expect(byId.get(touched)?.call.notes).toBe(`Ring her\n${standing}`);
  expect(byId.get(untouched)?.call).toMatchObject({ notes: '', wrapUpDraft: null });
  expect(byId.get(untouched)?.appended.event.data).not.toHaveProperty('draft');
});

test('a draft is a list or nothing', async () => {
  const callId = await inWrapUp();
  const spoil = store.db`update calls set wrap_up_draft = '{}'::jsonb where id = ${callId}`;
  await expect(spoil).rejects.toThrow('calls_wrap_up_draft_check');
});
