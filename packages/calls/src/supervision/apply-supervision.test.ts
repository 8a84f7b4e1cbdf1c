import { expect, test } from 'vitest';
import { createCallState } from '../call-state.ts';
import { receiveEnvelopes } from '../receive.ts';
import { type CallLog, callId, createAnsweredLog, uuid } from '../test-support/call-log.ts';
import { joinedSupervisor, openHelp } from './supervision-state.ts';

const stateOf = (log: CallLog, audience: 'staff' | 'public' = 'staff') =>
  receiveEnvelopes(createCallState(callId), log.envelopes(audience)).supervision;

test('a request for help is open until it ends, and knows who took it', () => {
  const log = createAnsweredLog();
  log.append('help.requested', { helpId: uuid(50), reason: 'A refund' }, 12_000);
  expect(openHelp(stateOf(log))).toMatchObject({ reason: 'A refund', askedMs: 2_000, taken: null });
  log.append('help.taken', { helpId: uuid(50), by: 'Maria Ruiz' }, 15_000);
  expect(openHelp(stateOf(log))?.taken).toEqual({ by: 'Maria Ruiz', atMs: 5_000 });
  log.append('help.ended', { helpId: uuid(50), how: 'done' }, 20_000);
  log.append('help.taken', { helpId: uuid(50), by: 'Too Late' }, 21_000);
  expect(openHelp(stateOf(log))).toBeUndefined();
  expect(stateOf(log).help).toMatchObject([
    { taken: { by: 'Maria Ruiz' }, ended: { how: 'done', atMs: 10_000 } },
  ]);
});

test('who took a request can let go of it, and it is open as before', () => {
  const log = createAnsweredLog();
  log.append('help.requested', { helpId: uuid(50), reason: '' }, 12_000);
  log.append('help.taken', { helpId: uuid(50), by: 'Maria Ruiz' }, 15_000);
  log.append('help.released', { helpId: uuid(50) }, 16_000);
  expect(openHelp(stateOf(log))).toMatchObject({ askedMs: 2_000, taken: null });
  log.append('help.taken', { helpId: uuid(50), by: 'Sam Hill' }, 17_000);
  expect(openHelp(stateOf(log))?.taken).toEqual({ by: 'Sam Hill', atMs: 7_000 });
});

test('with the agent who asked the request is over, and nothing else', () => {
  const log = createAnsweredLog();
  log.append('help.requested', { helpId: uuid(50), reason: '' }, 12_000);
  log.append('supervisor.joined', { joinId: uuid(52), name: 'Maria Ruiz' }, 13_000);
  log.append('call.requeued', { reason: 'agent-left' }, 14_000);
  expect(openHelp(stateOf(log))).toBeUndefined();
  expect(joinedSupervisor(stateOf(log))?.name).toBe('Maria Ruiz');
});

test('all that supervisors do ends with the talk', () => {
  const log = createAnsweredLog();
  log.append('help.requested', { helpId: uuid(50), reason: '' }, 12_000);
  log.append('supervisor.listening', { monitorId: uuid(51), name: 'Sam Hill' }, 12_000);
  log.append('supervisor.joined', { joinId: uuid(52), name: 'Maria Ruiz' }, 13_000);
  expect(joinedSupervisor(stateOf(log))?.name).toBe('Maria Ruiz');
  log.append('call.ended', { reason: 'customer-hung-up' }, 30_000);
  const { help, joins, listening } = stateOf(log);
  expect(help).toMatchObject([{ ended: { how: 'call-over', atMs: 20_000 } }]);
  expect(joins).toMatchObject([{ startMs: 3_000, endMs: 20_000 }]);
  expect(listening).toMatchObject([{ startMs: 2_000, endMs: 20_000 }]);
});

test('a supervisor leaves and another one joins; the same event twice counts once', () => {
  const log = createAnsweredLog();
  for (const _ of [1, 2])
    log.append('supervisor.joined', { joinId: uuid(52), name: 'Maria Ruiz' }, 13_000);
  log.append('supervisor.left', { joinId: uuid(52) }, 14_000);
  log.append('supervisor.joined', { joinId: uuid(53), name: 'Sam Hill' }, 15_000);
  expect(stateOf(log).joins).toMatchObject([
    { name: 'Maria Ruiz', startMs: 3_000, endMs: 4_000 },
    { name: 'Sam Hill', startMs: 5_000, endMs: null },
  ]);
});

test('customers are told who joins, by first name, and nothing else', () => {
  const log = createAnsweredLog();
  log.append('help.requested', { helpId: uuid(50), reason: 'Secret' });
  log.append('coach.message', { messageId: uuid(54), from: 'Maria Ruiz', text: 'Secret' });
  log.append('supervisor.listening', { monitorId: uuid(51), name: 'Secret' });
  log.append('supervisor.joined', { joinId: uuid(52), name: 'Maria Ruiz' });
  const state = stateOf(log, 'public');
  expect(state).toMatchObject({
    help: [],
    coaching: [],
    listening: [],
    joins: [{ name: 'Maria' }],
  });
  expect(JSON.stringify(log.envelopes('public'))).not.toContain('Secret');
});

test('a message to the agent is shown once', () => {
  const log = createAnsweredLog();
  for (const at of [12_000, 13_000])
    log.append('coach.message', { messageId: uuid(54), from: 'Maria Ruiz', text: 'Slow.' }, at);
  expect(stateOf(log).coaching).toMatchObject([{ from: 'Maria Ruiz', text: 'Slow.', atMs: 2_000 }]);
});
