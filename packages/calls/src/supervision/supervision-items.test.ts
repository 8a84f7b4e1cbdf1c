import { expect, test } from 'vitest';
import { createCallState } from '../call-state.ts';
import { receiveEnvelopes } from '../receive.ts';
import { type CallLog, callId, createAnsweredLog, spoken, uuid } from '../test-support/call-log.ts';
import { createTurnsSelector, selectTurns } from '../turns.ts';

const stateOf = (log: CallLog, audience: 'staff' | 'public' = 'staff') =>
  receiveEnvelopes(createCallState(callId), log.envelopes(audience));
const actsIn = (log: CallLog, audience?: 'public') =>
  selectTurns(stateOf(log, audience)).map((item) =>
    item.kind === 'supervision' ? `${item.act} ${item.name}`.trim() : item.kind,
  );

/** Help is asked for and taken, Maria listens, writes, joins, says something and leaves. */
function looked(): CallLog {
  const log = createAnsweredLog();
  log.append('help.requested', { helpId: uuid(40), reason: 'A refund' }, 11_000);
  log.append('help.taken', { helpId: uuid(40), by: 'Maria Ruiz' }, 12_000);
  log.append('supervisor.listening', { monitorId: uuid(41), name: 'Maria Ruiz' }, 13_000);
  log.append('coach.message', { messageId: uuid(42), from: 'Maria Ruiz', text: 'Slow.' }, 14_000);
  log.append('supervisor.stopped-listening', { monitorId: uuid(41) }, 15_000);
  log.append('supervisor.joined', { joinId: uuid(43), name: 'Maria Ruiz' }, 15_000);
  log.append('segment.final', spoken(50, 6_000, 'supervisor'));
  log.append('supervisor.left', { joinId: uuid(43) }, 18_000);
  log.append('help.ended', { helpId: uuid(40), how: 'done' }, 19_000);
  return log;
}

test('what a supervisor does stands among the turns, in the order of time', () => {
  expect(actsIn(looked())).toEqual([
    'help-asked',
    'help-taken Maria Ruiz',
    'listening Maria Ruiz',
    'coach',
    'stopped-listening Maria Ruiz',
    'joined Maria Ruiz',
    'turn',
    'left Maria Ruiz',
    'help-done',
  ]);
});

test('customers see who joins, speaks and leaves, by first name, and nothing else', () => {
  expect(actsIn(looked(), 'public')).toEqual(['joined Maria', 'turn', 'left Maria']);
  const [, turn] = selectTurns(stateOf(looked(), 'public'));
  expect(turn).toMatchObject({ speaker: 'supervisor', supervisorName: 'Maria' });
});

test('each supervisor is named by the time at which they were there', () => {
  const log = looked();
  log.append('supervisor.joined', { joinId: uuid(44), name: 'Sam Hill' }, 20_000);
  log.append('segment.final', spoken(51, 11_000, 'supervisor'));
  // Voices are heard a little before the log says so, and written down by their own clock.
  log.append('segment.final', spoken(52, 4_900, 'supervisor'));
  const names = selectTurns(stateOf(log)).flatMap((item) =>
    item.kind === 'turn' ? [item.supervisorName] : [],
  );
  expect(names).toEqual(['Maria Ruiz', 'Maria Ruiz', 'Sam Hill']);
});

test('what ends with the talk has no end of its own', () => {
  const log = createAnsweredLog();
  log.append('help.requested', { helpId: uuid(40), reason: '' }, 11_000);
  log.append('supervisor.joined', { joinId: uuid(43), name: 'Maria Ruiz' }, 15_000);
  log.append('call.ended', { reason: 'customer-hung-up' }, 30_000);
  expect(actsIn(log)).toEqual(['help-asked', 'joined Maria Ruiz']);
});

test('a turn gets the name of its supervisor once that is known, and else stays the same', () => {
  const log = createAnsweredLog();
  log.append('segment.final', spoken(50, 1_000, 'supervisor'));
  const select = createTurnsSelector();
  let state = stateOf(log);
  const turnNow = () => {
    state = receiveEnvelopes(state, log.envelopes());
    return select(state).find(({ kind }) => kind === 'turn');
  };
  expect(turnNow()).not.toHaveProperty('supervisorName');
  log.append('supervisor.joined', { joinId: uuid(43), name: 'Maria Ruiz' }, 10_900);
  const named = turnNow();
  expect(named).toHaveProperty('supervisorName', 'Maria Ruiz');
  log.append('coach.message', { messageId: uuid(42), from: 'Maria Ruiz', text: 'Slow.' }, 20_000);
  expect(turnNow()).toBe(named);
});
