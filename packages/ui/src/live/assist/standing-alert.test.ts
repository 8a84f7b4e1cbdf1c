import { fakeLog, fakeUuid } from '@agent/testing/fake-log';
import { aSegmentId } from '@agent/testing/ids';
import { expect, it } from 'vitest';
import { standingAlert } from './standing-alert.ts';

function upsetCall() {
  const log = fakeLog();
  log.say('customer', 1, -0.8);
  log.append('sentiment.alerted', {
    segmentId: aSegmentId(fakeUuid(1)),
    score: -0.8,
    advice: 'Stay calm.',
  });
  return log;
}

it('stands while the customer goes on, also with a milder sentence in the same breath', () => {
  const log = upsetCall();
  log.say('customer', 2, 0);
  expect(standingAlert(log.state())?.advice).toBe('Stay calm.');
});

it('ends once the agent has answered and the customer does not sound negative', () => {
  const log = upsetCall();
  log.say('agent', 2);
  expect(standingAlert(log.state())).not.toBeNull();
  log.say('customer', 3, -0.6);
  expect(standingAlert(log.state())).not.toBeNull();
  log.say('customer', 4, 0);
  expect(standingAlert(log.state())).toBeNull();
});

it('gives way to a newer one', () => {
  const log = upsetCall();
  log.say('agent', 2);
  log.say('customer', 3, 0);
  log.say('customer', 4, -0.9);
  log.append('sentiment.alerted', {
    segmentId: aSegmentId(fakeUuid(4)),
    score: -0.9,
    advice: 'Listen.',
  });
  expect(standingAlert(log.state())?.advice).toBe('Listen.');
});
