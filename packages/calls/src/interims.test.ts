import type { DataMessage } from '@agent/protocol';
import { callIdSchema } from '@agent/protocol';
import { expect, test } from 'vitest';
import { type CallState, createCallState } from './call-state.ts';
import { receiveEnvelopes, receiveMessage } from './receive.ts';
import {
  callId,
  createAnsweredLog,
  interim,
  segmentUuid,
  spoken,
  uuid,
} from './test-support/call-log.ts';

function answered(): { log: ReturnType<typeof createAnsweredLog>; state: CallState } {
  const log = createAnsweredLog();
  return { log, state: receiveEnvelopes(createCallState(callId), log.envelopes()) };
}

function show(state: CallState, segment: ReturnType<typeof interim>): CallState {
  return receiveMessage(state, { kind: 'interim', callId, segment });
}

const withdraw = (id: number): DataMessage => {
  return { kind: 'interim-withdrawn', callId, segmentId: segmentUuid(id) };
};

test('an interim is shown and replaced by its newer revisions only', () => {
  let { state } = answered();
  state = show(state, interim(50, 1000, { revision: 2 }));
  expect(state.interims.get(segmentUuid(50))?.text).toEqual({
    stable: 'so far ',
    tail: 'revision 2',
  });
  expect(show(state, interim(50, 1000, { revision: 1 }))).toBe(state);
  expect(show(state, interim(50, 1000, { revision: 2 }))).toBe(state);
  state = show(state, interim(50, 1000, { revision: 3 }));
  expect(state.interims.get(segmentUuid(50))?.revision).toBe(3);
});

test('a final takes the place of its interim, and a late interim changes nothing', () => {
  let { log, state } = answered();
  state = show(state, interim(50, 1000));
  state = show(state, interim(51, 1000, { speaker: 'agent' }));
  log.append('segment.final', spoken(50, 1000));
  state = receiveEnvelopes(state, log.envelopes());
  expect([...state.interims.keys()]).toEqual([uuid(51)]);
  expect(show(state, interim(50, 1000, { revision: 9 }))).toBe(state);
});

test('a withdrawn interim goes and does not come back', () => {
  let { state } = answered();
  state = show(state, interim(50, 1000));
  state = receiveMessage(state, withdraw(50));
  expect(state.interims.size).toBe(0);
  expect(show(state, interim(50, 1000, { revision: 5 }))).toBe(state);
  expect(receiveMessage(state, withdraw(50))).toBe(state);
});

test('an interim that arrives after its withdrawal is not shown', () => {
  const state = receiveMessage(answered().state, withdraw(50));
  expect(show(state, interim(50, 1000)).interims.size).toBe(0);
});

test('a final is kept even when its interim was withdrawn', () => {
  let { log, state } = answered();
  state = receiveMessage(state, withdraw(50));
  log.append('segment.final', spoken(50, 1000));
  state = receiveEnvelopes(state, log.envelopes());
  expect(state.segments).toHaveLength(1);
});

test('a gap takes away what its side had begun to say before its end', () => {
  let { log, state } = answered();
  state = show(state, interim(50, 1000));
  state = show(state, interim(51, 1000, { speaker: 'agent' }));
  state = show(state, interim(52, 9000));
  const gap = { speaker: 'customer', startMs: 500, endMs: 9000, reason: 'bot-restarted' } as const;
  log.append('transcript.gap', gap);
  state = receiveEnvelopes(state, log.envelopes());
  expect([...state.interims.keys()]).toEqual([uuid(51), uuid(52)]);
  expect(show(state, interim(50, 1000, { revision: 4 }))).toBe(state);
  expect(show(state, interim(53, 8900, { revision: 4 })).interims.size).toBe(3);
});

test('nothing is provisional after the end of the call', () => {
  let { log, state } = answered();
  state = show(state, interim(50, 1000));
  log.append('call.ended', { reason: 'agent-hung-up' });
  state = receiveEnvelopes(state, log.envelopes());
  expect(state.interims.size).toBe(0);
  expect(show(state, interim(51, 2000))).toBe(state);
});

test('the lag counts only while the log says that text is not live', () => {
  const lag: DataMessage = { kind: 'transcription-lag', callId, delayMs: 4000 };
  let { log, state } = answered();
  expect(receiveMessage(state, lag)).toBe(state);
  log.append('transcription.changed', { status: 'delayed', delayMs: 3000 });
  state = receiveMessage(receiveEnvelopes(state, log.envelopes()), lag);
  expect(state.transcription).toEqual({ status: 'delayed', delayMs: 4000 });
});

test('messages of another call are ignored', () => {
  const { state } = answered();
  const segment = interim(50, 1000);
  expect(
    receiveMessage(state, { kind: 'interim', callId: callIdSchema.parse(uuid(9)), segment }),
  ).toBe(state);
});
