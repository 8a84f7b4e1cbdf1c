import { ConnectionState, DisconnectReason } from 'livekit-client';
import { expect, it } from 'vitest';
import { connectionWord, exitOf, voiceOf } from './supervisor-room.ts';

it('tells the sides by the name of the customer, and neither from a supervisor or a bot', () => {
  expect(voiceOf('c', 'c')).toBe('customer');
  // Another agent has another name; the customer keeps its own.
  expect(voiceOf('a', 'c')).toBe('agent');
  expect(voiceOf('b', 'c')).toBe('agent');
  expect(voiceOf('sup-1', 'c')).toBe('supervisor');
});

it('tells one who was put out from one whose connection broke, and from one who left', () => {
  expect(exitOf(DisconnectReason.CLIENT_INITIATED)).toBeUndefined();
  for (const reason of [
    DisconnectReason.PARTICIPANT_REMOVED,
    DisconnectReason.DUPLICATE_IDENTITY,
  ]) {
    expect(exitOf(reason)).toBe('removed');
  }
  expect(exitOf(DisconnectReason.ROOM_DELETED)).toBe('over');
  for (const reason of [DisconnectReason.SIGNAL_CLOSE, DisconnectReason.JOIN_FAILURE, undefined]) {
    expect(exitOf(reason)).toBe('lost');
  }
});

it('has a word for each state of a connection', () => {
  expect(Object.values(ConnectionState).map(connectionWord)).toEqual([
    'connecting',
    'connecting',
    'connected',
    'reconnecting',
    'reconnecting',
  ]);
});
