import { type CustomerId, customerIdSchema } from '@agent/protocol';
import { expect, test } from 'vitest';
import { type CallState, createCallState, isWaitingAgain } from './call-state.ts';
import { receiveEnvelopes } from './receive.ts';
import {
  agentId,
  callId,
  createAnsweredLog,
  createLog,
  queuedAtMs,
  spoken,
  uuid,
} from './test-support/call-log.ts';

function stateOf(log: ReturnType<typeof createLog>): CallState {
  return receiveEnvelopes(createCallState(callId), log.envelopes());
}

test('a queued call waits, with the name of its customer', () => {
  const log = createLog();
  log.append('call.queued', { customerName: 'Maria Santos', transcribed: false }, 0);
  expect(stateOf(log)).toMatchObject({
    phase: 'waiting',
    customerName: 'Maria Santos',
    transcribed: false,
    queuedAtMs,
    agentName: null,
  });
});

test('a call still waits while it is offered, declined and taken back', () => {
  const log = createLog();
  log.append('call.queued', { customerName: 'Maria Santos', transcribed: true });
  log.append('call.offered', { agentId });
  log.append('call.offer-declined', { agentId });
  log.append('call.offered', { agentId });
  log.append('call.offer-expired', { agentId });
  expect(stateOf(log)).toMatchObject({ phase: 'waiting', lastSeq: 5, answeredAtMs: null });
});

test('an accepted call is active with its agent from that moment', () => {
  const state = stateOf(createAnsweredLog());
  expect(state).toMatchObject({ phase: 'active', agentName: 'Alex' });
  expect(state.answeredAtMs).toBe(queuedAtMs + 10_000);
});

test('an abandoned call is over', () => {
  const log = createLog();
  log.append('call.queued', { customerName: 'Maria Santos', transcribed: true }, 0);
  log.append('call.abandoned', { reason: 'customer-left', waitedMs: 5000 }, 5000);
  expect(stateOf(log)).toMatchObject({ phase: 'abandoned', endedAtMs: queuedAtMs + 5000 });
});

test('a hold is kept with its start and, once resumed, its end', () => {
  const log = createAnsweredLog();
  log.append('call.held', {}, 15_000);
  expect(stateOf(log)).toMatchObject({
    phase: 'held',
    heldSinceMs: queuedAtMs + 15_000,
    holds: [{ startMs: 5000, endMs: null }],
  });
  log.append('call.resumed', {}, 18_000);
  expect(stateOf(log)).toMatchObject({
    phase: 'active',
    heldSinceMs: null,
    holds: [{ startMs: 5000, endMs: 8000 }],
  });
});

test('hold and resume mean nothing where they do not fit', () => {
  const log = createLog();
  log.append('call.queued', { customerName: 'Maria Santos', transcribed: true });
  log.append('call.held', {});
  log.append('call.resumed', {});
  expect(stateOf(log)).toMatchObject({ phase: 'waiting', holds: [], heldSinceMs: null });
});

test('the end of a call ends its hold and disconnects both sides', () => {
  const log = createAnsweredLog();
  log.append('participant.joined', { speaker: 'agent' });
  log.append('participant.joined', { speaker: 'customer' });
  log.append('call.held', {}, 15_000);
  expect([...stateOf(log).present]).toEqual(['agent', 'customer']);
  log.append('call.ended', { reason: 'customer-hung-up' }, 20_000);
  expect(stateOf(log)).toMatchObject({
    phase: 'ended',
    endReason: 'customer-hung-up',
    endedAtMs: queuedAtMs + 20_000,
    holds: [{ startMs: 5000, endMs: 10_000 }],
  });
  expect(stateOf(log).present.size).toBe(0);
});

test('a call whose agent had to leave waits again, with what was said and the clock of before', () => {
  const log = createAnsweredLog();
  log.append('participant.joined', { speaker: 'customer' });
  log.append('segment.final', spoken(1, 500, 'agent'));
  log.append('recording.started', { fromMs: 0 });
  log.append('recording.paused', {}, 14_000);
  log.append('call.held', {}, 15_000);
  log.append('suggestion.density-changed', { density: 'none' });
  log.append('call.requeued', { reason: 'agent-left' }, 20_000);
  const waiting = stateOf(log);
  expect(waiting).toMatchObject({
    ...{ phase: 'waiting', agentName: null, answeredAtMs: queuedAtMs + 10_000 },
    holds: [{ startMs: 5_000, endMs: 10_000 }],
    waits: [{ startMs: 10_000, endMs: null }],
    recording: { status: 'off', pauses: [{ startMs: 4_000, endMs: 10_000 }] },
    assist: { density: 'all' },
  });
  expect(waiting.present.size).toBe(0);
  expect(waiting.segments).toHaveLength(1);
  expect(isWaitingAgain(waiting)).toBe(true);
  log.append('call.offered', { agentId }, 21_000);
  log.append('call.accepted', { agentId, agentName: 'Sam' }, 40_000);
  log.append('recording.started', { fromMs: 30_500 });
  expect(stateOf(log)).toMatchObject({
    ...{ phase: 'active', agentName: 'Sam', answeredAtMs: queuedAtMs + 10_000 },
    waits: [{ startMs: 10_000, endMs: 30_000 }],
    agents: [
      { name: 'Alex', fromMs: 0 },
      { name: 'Sam', fromMs: 30_000 },
    ],
    recording: { status: 'on' },
  });
});

test('nobody is put back into the queue who waits, or whose call is over', () => {
  const log = createLog();
  log.append('call.queued', { customerName: 'Maria Santos', transcribed: true });
  log.append('call.requeued', { reason: 'agent-left' });
  expect(stateOf(log)).toMatchObject({ phase: 'waiting', waits: [] });
  expect(isWaitingAgain(stateOf(log))).toBe(false);
  const over = createAnsweredLog();
  over.append('call.ended', { reason: 'agent-hung-up' });
  over.append('call.requeued', { reason: 'agent-left' });
  expect(stateOf(over)).toMatchObject({ phase: 'ended', waits: [] });
});

test('who leaves while waiting for another agent has abandoned the call, and its wait is over', () => {
  const log = createAnsweredLog();
  log.append('call.requeued', { reason: 'agent-left' }, 20_000);
  log.append('call.abandoned', { reason: 'customer-left', waitedMs: 5_000 }, 25_000);
  expect(stateOf(log)).toMatchObject({
    ...{ phase: 'abandoned', endedAtMs: queuedAtMs + 25_000, waitedMs: 5_000 },
    waits: [{ startMs: 10_000, endMs: 15_000 }],
  });
});

test('a side that leaves is no longer present', () => {
  const log = createAnsweredLog();
  log.append('participant.joined', { speaker: 'agent' });
  log.append('participant.joined', { speaker: 'customer' });
  log.append('participant.left', { speaker: 'customer' });
  expect([...stateOf(log).present]).toEqual(['agent']);
});

test('the rating and the wrap-up are kept as told, and the call is closed', () => {
  const log = createAnsweredLog();
  log.append('call.ended', { reason: 'agent-hung-up' });
  log.append('call.rated', { score: 5, comment: 'quick' });
  log.append('call.wrapped-up', { disposition: 'resolved', notes: 'done', wrapUpMs: 900 }, 60_000);
  expect(stateOf(log)).toMatchObject({
    phase: 'closed',
    rating: { score: 5, comment: 'quick' },
    wrapUp: { disposition: 'resolved', notes: 'done', wrapUpMs: 900 },
    closedAtMs: queuedAtMs + 60_000,
  });
});

test('segments stand by the time they were spoken, not by their place in the log', () => {
  const log = createAnsweredLog();
  log.append('segment.final', spoken(50, 4000));
  log.append('segment.final', spoken(51, 1000, 'agent'));
  log.append('segment.final', spoken(52, 4000, 'agent'));
  expect(stateOf(log).segments.map(({ id }) => id)).toEqual([uuid(51), uuid(50), uuid(52)]);
});

test('a segment that is logged twice is shown once', () => {
  const log = createAnsweredLog();
  log.append('segment.final', spoken(50, 4000));
  log.append('segment.final', { ...spoken(50, 4000), text: 'again' });
  expect(stateOf(log).segments.map(({ text }) => text)).toEqual(['words 50']);
  expect(stateOf(log).lastSeq).toBe(5);
});

test('the last words are kept when they are transcribed after the end', () => {
  const log = createAnsweredLog();
  log.append('call.ended', { reason: 'agent-hung-up' });
  log.append('segment.final', spoken(50, 4000));
  expect(stateOf(log).segments).toHaveLength(1);
});

test('a chat message has its moment in the call and appears once', () => {
  const log = createAnsweredLog();
  log.append('chat.message', { messageId: uuid(60), from: 'customer', text: 'hello' }, 12_500);
  log.append('chat.message', { messageId: uuid(60), from: 'customer', text: 'hello' }, 13_500);
  expect(stateOf(log).chat).toEqual([
    { id: uuid(60), seq: 4, from: 'customer', text: 'hello', atMs: 2500 },
  ]);
});

test('gaps and the state of transcription are kept', () => {
  const log = createAnsweredLog();
  const gap = { speaker: 'agent', startMs: 1000, endMs: 3000, reason: 'bot-restarted' } as const;
  log.append('transcript.gap', gap);
  log.append('transcription.changed', { status: 'delayed', delayMs: 7000 });
  expect(stateOf(log).gaps).toEqual([{ ...gap, seq: 4 }]);
  expect(stateOf(log).transcription).toEqual({ status: 'delayed', delayMs: 7000 });
});

test('parts that an event does not touch stay the same objects', () => {
  const log = createAnsweredLog();
  log.append('segment.final', spoken(50, 4000));
  const before = stateOf(log);
  log.append('chat.message', { messageId: uuid(60), from: 'agent', text: 'hello' });
  const after = receiveEnvelopes(before, log.envelopes());
  expect(after.segments).toBe(before.segments);
  expect(after.gaps).toBe(before.gaps);
  expect(before.chat).toEqual([]);
});

test('a customer is verified only when the agent says whose record it is', () => {
  const log = createLog();
  const assistAfter = (customerId: CustomerId | null, by: 'match' | 'agent') => {
    log.append('customer.linked', { customerId, by });
    return stateOf(log).assist;
  };
  expect(assistAfter(customerIdSchema.parse('c-1'), 'match')).toMatchObject({
    isCustomerVerified: false,
  });
  expect(assistAfter(customerIdSchema.parse('c-1'), 'agent')).toMatchObject({
    isCustomerVerified: true,
  });
  expect(assistAfter(null, 'agent')).toMatchObject({ isCustomerVerified: false });
});
