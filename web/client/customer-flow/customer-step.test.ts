import type { CallStatus, CallView } from '@agent/protocol';
import { aCallId, aQueueId } from '@agent/testing/ids';
import { expect, it } from 'vitest';
import { firstStep, stepOfCall } from './customer-step.ts';

const call = (status: CallStatus, rated = false): CallView => ({
  callId: aCallId(),
  queue: { id: aQueueId(), name: 'Main' },
  status,
  viewer: 'customer',
  customerName: 'Maria Santos',
  agentName: null,
  transcribed: true,
  recorded: true,
  queuedAt: '2026-11-23T10:00:00Z',
  answeredAt: null,
  waitsAgainSince: null,
  endedAt: null,
  rated,
  wrapUp: null,
  contact: null,
});

it.each([
  ['queued', false, 'waiting'],
  ['offered', false, 'waiting'],
  ['active', false, 'call'],
  ['wrap-up', false, 'rating'],
  ['closed', false, 'rating'],
  ['wrap-up', true, 'thanks'],
  ['abandoned', false, 'lost'],
] as const)('puts the customer of a call that is %s (rated: %s) at %s', (status, rated, step) => {
  expect(stepOfCall(call(status, rated))).toBe(step);
});

it('brings a reload back to the line, the call or the rating, and otherwise to the start', () => {
  expect(firstStep(null)).toBe('details');
  expect(firstStep(call('queued'))).toBe('waiting');
  expect(firstStep(call('active'))).toBe('call');
  expect(firstStep(call('closed'))).toBe('rating');
  expect(firstStep(call('closed', true))).toBe('details');
  expect(firstStep(call('abandoned'))).toBe('details');
});
