import { expect, test } from 'vitest';
import { type CallState, createCallState } from './call-state.ts';
import { receiveEnvelopes, receiveMessage } from './receive.ts';
import { callId, createAnsweredLog, interim, spoken, uuid } from './test-support/call-log.ts';
import { createTurnsSelector, selectTurns } from './turns.ts';

function conversation(): ReturnType<typeof createAnsweredLog> {
  const log = createAnsweredLog();
  log.append('segment.final', spoken(50, 1000));
  log.append('segment.final', spoken(51, 2500));
  log.append('segment.final', spoken(52, 4000, 'agent'));
  return log;
}

function stateOf(log: ReturnType<typeof createAnsweredLog>): CallState {
  return receiveEnvelopes(createCallState(callId), log.envelopes());
}

const keysOf = (state: CallState) => selectTurns(state).map(({ key }) => key);

test('neighbouring segments of one side are one turn', () => {
  expect(selectTurns(stateOf(conversation()))).toMatchObject([
    { kind: 'turn', speaker: 'customer', startMs: 1000, endMs: 3500, segments: [{}, {}] },
    { kind: 'turn', speaker: 'agent', startMs: 4000, endMs: 5000, segments: [{}] },
  ]);
});

test('chat, gaps and holds stand where they happened and part turns', () => {
  const log = conversation();
  log.append('chat.message', { messageId: uuid(60), from: 'agent', text: 'A-4521' }, 12_000);
  const gap = { speaker: 'agent', startMs: 4500, endMs: 6000, reason: 'buffer-full' } as const;
  log.append('transcript.gap', gap);
  log.append('segment.final', spoken(53, 6000, 'agent'));
  log.append('call.held', {}, 18_000);
  expect(keysOf(stateOf(log))).toEqual([
    `turn:${uuid(50)}`,
    `chat:agent:${uuid(60)}`,
    `turn:${uuid(51)}`,
    `turn:${uuid(52)}`,
    'gap:8',
    `turn:${uuid(53)}`,
    'hold:10',
  ]);
});

test('an interim continues the turn of its side and keeps the key when it becomes final', () => {
  const log = conversation();
  const before = stateOf(log);
  const message = (id: number, speaker: 'agent' | 'customer') => {
    return { kind: 'interim', callId, segment: interim(id, 6000, { speaker }) } as const;
  };
  expect(selectTurns(receiveMessage(before, message(53, 'agent'))).at(-1)).toMatchObject({
    key: `turn:${uuid(52)}`,
    segments: [{ state: 'final' }, { state: 'interim', text: { stable: 'so far ' } }],
  });
  const shown = receiveMessage(before, message(53, 'customer'));
  log.append('segment.final', spoken(53, 6000));
  expect(keysOf(receiveEnvelopes(shown, log.envelopes()))).toEqual(keysOf(shown));
});

test('a pause of the recording is a row, which its end changes alone', () => {
  const select = createTurnsSelector();
  const log = conversation();
  log.append('recording.paused', {}, 18_000);
  const state = stateOf(log);
  const before = select(state);
  expect(before.at(-1)).toMatchObject({ kind: 'recording-pause', startMs: 8000, endMs: null });
  log.append('recording.resumed', {}, 19_000);
  const after = select(receiveEnvelopes(state, log.envelopes()));
  expect(after.at(-1)).toMatchObject({ kind: 'recording-pause', startMs: 8000, endMs: 9000 });
  expect(after[0]).toBe(before[0]);
});

test('a selector gives the same list for the same conversation', () => {
  const select = createTurnsSelector();
  const log = conversation();
  const state = stateOf(log);
  const items = select(state);
  expect(select(state)).toBe(items);
  log.append('transcription.changed', { status: 'off', delayMs: 0 });
  expect(select(receiveEnvelopes(state, log.envelopes()))).toBe(items);
});

test('a selector keeps the objects of the items that have not changed', () => {
  const select = createTurnsSelector();
  const log = conversation();
  log.append('call.held', {}, 18_000);
  const state = stateOf(log);
  const [first, second, hold] = select(state);
  log.append('call.resumed', {}, 19_000);
  log.append('segment.final', spoken(53, 5500, 'agent'));
  const after = select(receiveEnvelopes(state, log.envelopes()));
  expect(after[0]).toBe(first);
  expect(after[1]).not.toEqual(second);
  expect(after[2]).toMatchObject({ kind: 'hold', endMs: 9000 });
  expect(hold).toMatchObject({ kind: 'hold', endMs: null });
});

test('what an agent said who had to leave keeps its name, in the place where it was said', () => {
  const select = createTurnsSelector();
  const log = conversation();
  log.append('chat.message', { messageId: uuid(60), from: 'agent', text: 'A-4521' }, 16_000);
  const [, agentTurn] = select(stateOf(log));
  expect(agentTurn).not.toHaveProperty('agentName');
  const gap = { speaker: 'agent', startMs: 7_500, endMs: 7_900, reason: 'media-lost' } as const;
  log.append('transcript.gap', gap, 17_950);
  log.append('call.requeued', { reason: 'agent-left' }, 18_000);
  // The last words of before come when the call waits already.
  log.append('segment.final', spoken(53, 7_000, 'agent'), 19_000);
  const waiting = select(stateOf(log));
  expect(waiting.slice(1)).toMatchObject([
    { kind: 'turn', speaker: 'agent', agentName: 'Alex' },
    { kind: 'chat', from: 'agent', agentName: 'Alex' },
    { kind: 'turn', speaker: 'agent', agentName: 'Alex', startMs: 7_000 },
    { kind: 'gap', speaker: 'agent', agentName: 'Alex' },
    { kind: 'wait', startMs: 8_000, endMs: null },
  ]);
  log.append('call.accepted', { agentName: 'Sam' }, 40_000);
  log.append('segment.final', spoken(54, 31_000, 'agent'), 42_000);
  const after = select(stateOf(log));
  expect(after[1]).toEqual(waiting[1]);
  expect(after.slice(5)).toMatchObject([
    { kind: 'wait', startMs: 8_000, endMs: 30_000 },
    { kind: 'turn', speaker: 'agent', startMs: 31_000 },
  ]);
  expect(after[6]).not.toHaveProperty('agentName');
});
