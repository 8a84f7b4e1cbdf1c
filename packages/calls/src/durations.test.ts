import { expect, test } from 'vitest';
import { createCallState } from './call-state.ts';
import { durations } from './durations.ts';
import { receiveEnvelopes } from './receive.ts';
import { callId, createAnsweredLog, createLog, queuedAtMs } from './test-support/call-log.ts';

function durationsAt(log: ReturnType<typeof createLog>, ms: number) {
  return durations(receiveEnvelopes(createCallState(callId), log.envelopes()), queuedAtMs + ms);
}

test('a waiting call only waits', () => {
  const log = createLog();
  log.append('call.queued', { customerName: 'Maria Santos', transcribed: true }, 0);
  const none = { talkMs: 0, holdMs: 0, wrapUpMs: 0, handleMs: 0 };
  expect(durationsAt(log, 7000)).toEqual({ waitMs: 7000, ...none });
  log.append('call.abandoned', { reason: 'customer-left', waitedMs: 8000 }, 8000);
  expect(durationsAt(log, 99_000)).toEqual({ waitMs: 8000, ...none });
});

test('who vanished waited, or talked, until last seen', () => {
  const waiting = createLog();
  waiting.append('call.queued', { customerName: 'Maria Santos', transcribed: true }, 0);
  waiting.append('call.abandoned', { reason: 'customer-lost', waitedMs: 8000 }, 24_000);
  expect(durationsAt(waiting, 99_000)).toMatchObject({ waitMs: 8000 });
  const talking = createAnsweredLog();
  talking.append('call.held', {}, 35_000);
  talking.append('call.ended', { reason: 'customer-lost', lostMs: 30_000 }, 100_000);
  expect(durationsAt(talking, 103_000)).toMatchObject({
    talkMs: 25_000,
    holdMs: 5000,
    wrapUpMs: 3000,
    handleMs: 33_000,
  });
});

test('talk time is the time online without holds', () => {
  const log = createAnsweredLog();
  log.append('call.held', {}, 20_000);
  expect(durationsAt(log, 25_000)).toMatchObject({ waitMs: 10_000, talkMs: 10_000, holdMs: 5000 });
  log.append('call.resumed', {}, 30_000);
  expect(durationsAt(log, 45_000)).toMatchObject({ talkMs: 25_000, holdMs: 10_000, wrapUpMs: 0 });
});

test('wrap-up counts from the end and is part of the handle time', () => {
  const log = createAnsweredLog();
  log.append('call.ended', { reason: 'agent-hung-up' }, 40_000);
  expect(durationsAt(log, 45_000)).toMatchObject({
    talkMs: 30_000,
    wrapUpMs: 5000,
    handleMs: 35_000,
  });
  log.append('call.wrapped-up', { disposition: 'other', notes: '', wrapUpMs: 12_000 }, 52_000);
  expect(durationsAt(log, 99_000)).toMatchObject({ wrapUpMs: 12_000, handleMs: 42_000 });
});

test('time without an agent is waited, not talked', () => {
  const log = createAnsweredLog();
  log.append('call.held', {}, 20_000);
  log.append('call.requeued', { reason: 'agent-left' }, 30_000);
  expect(durationsAt(log, 50_000)).toMatchObject({
    ...{ waitMs: 30_000, talkMs: 10_000, holdMs: 10_000, wrapUpMs: 0, handleMs: 20_000 },
  });
  log.append('call.accepted', { agentName: 'Sam' }, 60_000);
  log.append('call.requeued', { reason: 'agent-left' }, 65_000);
  log.append('call.accepted', { agentName: 'Kim' }, 75_000);
  log.append('call.ended', { reason: 'agent-hung-up' }, 80_000);
  expect(durationsAt(log, 82_000)).toMatchObject({
    ...{ waitMs: 50_000, talkMs: 20_000, holdMs: 10_000, wrapUpMs: 2_000, handleMs: 32_000 },
  });
});

test('who gives up the wait for another agent has talked before, and wraps nothing up', () => {
  const log = createAnsweredLog();
  log.append('call.requeued', { reason: 'agent-left' }, 30_000);
  log.append('call.abandoned', { reason: 'customer-lost', waitedMs: 5_000 }, 50_000);
  expect(durationsAt(log, 99_000)).toMatchObject({
    ...{ waitMs: 15_000, talkMs: 20_000, holdMs: 0, wrapUpMs: 0, handleMs: 20_000 },
  });
});

test('a clock that is behind gives zero, not a negative time', () => {
  expect(durationsAt(createAnsweredLog(), 3000)).toMatchObject({ talkMs: 0, handleMs: 0 });
});
