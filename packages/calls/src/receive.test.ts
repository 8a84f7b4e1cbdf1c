import { expect, test } from 'vitest';
import { createCallState } from './call-state.ts';
import {
  MAX_PENDING,
  noteLastSeq,
  receiveEnvelope,
  receiveEnvelopes,
  receiveMessage,
  receivePage,
} from './receive.ts';
import { callId, createAnsweredLog, createLog, spoken, uuid } from './test-support/call-log.ts';

const empty = createCallState(callId);

function longLog(count: number) {
  const log = createAnsweredLog();
  for (let index = 0; index < count; index++) {
    log.append('segment.final', spoken(100 + index, index * 1000));
  }
  return log.envelopes();
}

test('an event that came before is ignored', () => {
  const envelopes = longLog(3);
  const state = receiveEnvelopes(empty, envelopes);
  for (const envelope of envelopes) expect(receiveEnvelope(state, envelope)).toBe(state);
});

test('an event that came too early waits for the one before it', () => {
  const [first, second, third, fourth] = longLog(1);
  if (!first || !second || !third || !fourth) throw new Error('The log is too short.');
  let state = receiveEnvelopes(empty, [first, fourth, third, third]);
  expect(state).toMatchObject({ lastSeq: 1, knownSeq: 4, missing: true });
  expect(state.pending.map(({ event }) => event.seq)).toEqual([3, 4]);
  state = receiveEnvelope(state, second);
  expect(state).toMatchObject({ lastSeq: 4, missing: false, pending: [] });
  expect(state.segments).toHaveLength(1);
});

test('a customer misses nothing of what is not for it', () => {
  const log = createAnsweredLog();
  log.append('call.ended', { reason: 'agent-hung-up' });
  const state = receiveEnvelopes(empty, log.envelopes('public'));
  expect(state).toMatchObject({ lastSeq: 3, missing: false, phase: 'ended' });
});

test('a heartbeat tells that the tail was lost', () => {
  const state = receiveEnvelopes(empty, longLog(2));
  expect(noteLastSeq(state, 5)).toBe(state);
  expect(noteLastSeq(state, 4)).toBe(state);
  expect(noteLastSeq(state, 6)).toMatchObject({ lastSeq: 5, missing: true });
});

test('a page that is not the last leaves the rest missing', () => {
  const envelopes = longLog(7);
  let state = receivePage(empty, { envelopes: envelopes.slice(0, 4), lastSeq: 10 });
  expect(state).toMatchObject({ lastSeq: 4, missing: true });
  state = receivePage(state, { envelopes: envelopes.slice(4), lastSeq: 10 });
  expect(state).toMatchObject({ lastSeq: 10, missing: false });
});

test('what a page passes over cannot be had: nobody waits for it', () => {
  const [first, second, , fourth, fifth, ...rest] = longLog(4);
  if (!first || !second || !fourth || !fifth) throw new Error('The log is too short.');
  // The third cannot be read; the fifth came over the room meanwhile.
  let state = receiveEnvelopes(empty, [first, second, fifth]);
  expect(state).toMatchObject({ lastSeq: 2, missing: true });
  state = receivePage(state, { envelopes: [{ ...fourth, prevSeq: 2 }], lastSeq: 5, throughSeq: 4 });
  expect(state).toMatchObject({ lastSeq: 5, missing: false, pending: [] });
  expect(receiveEnvelopes(state, rest)).toMatchObject({ lastSeq: 7, missing: false });
  const tail = receivePage(state, { envelopes: [], lastSeq: 6, throughSeq: 6 });
  expect(tail).toMatchObject({ lastSeq: 6, missing: false });
  expect(noteLastSeq(tail, 6)).toBe(tail);
  expect(receivePage(tail, { envelopes: [], lastSeq: 6, throughSeq: 3 })).toBe(tail);
});

test('so many early events wait and no more; what was dropped stays missing', () => {
  const envelopes = longLog(MAX_PENDING + 50);
  let state = receiveEnvelopes(empty, envelopes.slice(1));
  expect(state.pending).toHaveLength(MAX_PENDING);
  state = receiveEnvelopes(state, envelopes.slice(0, 1));
  expect(state).toMatchObject({ lastSeq: MAX_PENDING + 1, pending: [], missing: true });
  expect(receiveEnvelopes(state, envelopes).lastSeq).toBe(envelopes.length);
});

test('an event of another call is ignored', () => {
  const log = createLog();
  const event = log.append('call.queued', { customerName: 'Maria Santos', transcribed: true });
  expect(receiveEnvelope(createCallState(uuid(9)), { event, prevSeq: 0 }).lastSeq).toBe(0);
});

test('an event over the data channel is folded in', () => {
  const [envelope] = longLog(0);
  if (!envelope) throw new Error('The log is too short.');
  expect(receiveMessage(empty, { kind: 'event', callId, envelope }).lastSeq).toBe(1);
});

test('the set of finished segments of a long call grows chunk by chunk', () => {
  const envelopes = longLog(10_000);
  const state = receiveEnvelopes(empty, envelopes);
  expect(state.segments).toHaveLength(10_000);
  // One set rebuilt for each segment would copy 50 million ids.
  expect(state.finishedSegmentIds.newest.size).toBeLessThanOrEqual(128);
  expect(state.finishedSegmentIds.older).toHaveLength(78);
});
