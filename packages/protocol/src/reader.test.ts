import { expect, test } from 'vitest';
import {
  audienceFor,
  identityPrefixes,
  isSideIdentity,
  readersOf,
  supervisorReaders,
} from './reader.ts';

test('customers read what is public, agents what staff may see', () => {
  expect([audienceFor('customer'), audienceFor('agent')]).toEqual(['public', 'staff']);
});

test('an answered call is read by both sides, each under its own name in the room', () => {
  expect(readersOf({ customerIdentity: 'c', agentIdentity: 'a' })).toEqual([
    { role: 'customer', audience: 'public', identity: 'c' },
    { role: 'agent', audience: 'staff', identity: 'a' },
  ]);
});

test('supervisors read what staff may see, and are told apart from the sides', () => {
  expect(supervisorReaders(['sup-1', 'sup-2'])).toEqual([
    { role: 'supervisor', audience: 'staff', identity: 'sup-1' },
    { role: 'supervisor', audience: 'staff', identity: 'sup-2' },
  ]);
});

test('bot and supervisor are in the room, but on neither side', () => {
  expect(isSideIdentity('bot-7c1f')).toBe(false);
  expect(isSideIdentity('sup-7c1f')).toBe(false);
  expect(Object.values(identityPrefixes)).toEqual(['bot-', 'sup-']);
});

test('a side is told by what its identity begins with, wherever else the letters stand', () => {
  for (const identity of [
    '0193d5d2-8a4e-4a3e-9c39-0d3c4f6f1a10',
    'robot-1',
    'a-sup-b',
    'bot',
    '',
  ]) {
    expect(isSideIdentity(identity), identity).toBe(true);
  }
});
