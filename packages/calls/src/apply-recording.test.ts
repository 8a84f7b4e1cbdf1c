import { expect, test } from 'vitest';
import { createCallState } from './call-state.ts';
import { receiveEnvelopes } from './receive.ts';
import type { RecordingState } from './recording-state.ts';
import { agentId, callId, createLog } from './test-support/call-log.ts';

/** A log of a call that is recorded from its answer (at 10 s) on. */
function createRecordedLog() {
  const log = createLog();
  log.append('call.queued', { customerName: 'Maria', transcribed: true, recorded: true }, 0);
  log.append('call.accepted', { agentId, agentName: 'Alex' }, 10_000);
  log.append('recording.started', { fromMs: 400 }, 10_400);
  return log;
}

function recordingOf(log: ReturnType<typeof createLog>): RecordingState {
  return receiveEnvelopes(createCallState(callId), log.envelopes()).recording;
}

test('a recording is on from the start of a bot to the end of the talk', () => {
  const log = createRecordedLog();
  expect(recordingOf(log)).toMatchObject({ agreed: true, status: 'on' });
  log.append('call.ended', { reason: 'agent-hung-up' }, 70_000);
  expect(recordingOf(log)).toMatchObject({ status: 'off', sound: 'none' });
  log.append('recording.ready', { durationMs: 60_000, bytes: 180_000 }, 72_000);
  expect(recordingOf(log)).toMatchObject({ sound: 'ready', durationMs: 60_000 });
  log.append('recording.deleted', { rule: 'retention' }, 900_000);
  expect(recordingOf(log).sound).toBe('deleted');
});

test('pauses are kept with when they began and ended', () => {
  const log = createRecordedLog();
  log.append('recording.paused', {}, 20_000);
  const { seq } = log.append('recording.paused', {}, 21_000);
  expect(seq).toBe(5);
  expect(recordingOf(log)).toMatchObject({
    status: 'paused',
    pauses: [{ seq: 4, startMs: 10_000, endMs: null }],
  });
  log.append('recording.resumed', {}, 25_000);
  log.append('recording.resumed', {}, 26_000);
  log.append('recording.paused', {}, 30_000);
  log.append('call.ended', { reason: 'customer-hung-up' }, 34_000);
  expect(recordingOf(log)).toMatchObject({
    status: 'off',
    pauses: [
      { startMs: 10_000, endMs: 15_000 },
      { startMs: 20_000, endMs: 24_000 },
    ],
  });
});

test('another bot that takes over while it is paused leaves it paused', () => {
  const log = createRecordedLog();
  log.append('recording.paused', {}, 20_000);
  log.append('recording.started', { fromMs: 12_000 }, 22_000);
  expect(recordingOf(log).status).toBe('paused');
});

test('what was lost and masked is kept', () => {
  const log = createRecordedLog();
  log.append('recording.lost', { startMs: 0, endMs: 400, reason: 'bot-restarted' });
  log.append('recording.masked', { startMs: 5_000, endMs: 9_000 });
  expect(recordingOf(log)).toMatchObject({
    lost: [{ seq: 4, startMs: 0, endMs: 400, reason: 'bot-restarted' }],
    masked: [{ seq: 5, startMs: 5_000, endMs: 9_000 }],
  });
});

test('customers are not told of masks, nor of what became of the sound', () => {
  const log = createRecordedLog();
  log.append('recording.masked', { startMs: 5_000, endMs: 9_000 });
  log.append('recording.ready', { durationMs: 60_000, bytes: 180_000 });
  const types = log.envelopes('public').map(({ event }) => event.type);
  expect(types).toEqual(['call.queued', 'call.accepted', 'recording.started']);
});
