import { expect, test } from 'vitest';
import { sampleAlert, sampleWallCall, sampleWallNowMs } from '../stories/sample-wall.ts';
import { placeCalls, unattended, wallTierOf } from './wall-tiers.ts';

const you = { userId: 'you', name: 'You' };
const later = new Date(sampleWallNowMs + 60_000).toISOString();
const tierOf = (...alerts: Parameters<typeof sampleAlert>[0][]) =>
  wallTierOf({ alerts: alerts.map(sampleAlert) }, sampleWallNowMs);

test('who asks for help or is upset stands first, also when somebody has taken it', () => {
  expect(tierOf({ kind: 'long' }, { kind: 'help' })).toBe('needs-help');
  expect(tierOf({ kind: 'upset', owner: you })).toBe('needs-help');
});

test('what else stands out is to be watched, until it is put off or done', () => {
  expect(tierOf({ kind: 'late' })).toBe('watch');
  expect(tierOf({ kind: 'late', snoozedUntil: later }, { kind: 'hold', isDone: true })).toBe(
    'fine',
  );
  expect(tierOf({ kind: 'help', isDone: true }, { kind: 'hold' })).toBe('watch');
});

test('what was put off presses again when its time has come', () => {
  const alerts = [sampleAlert({ kind: 'help', snoozedUntil: later })];
  expect(wallTierOf({ alerts }, sampleWallNowMs + 59_999)).toBe('fine');
  expect(wallTierOf({ alerts }, sampleWallNowMs + 60_000)).toBe('needs-help');
});

test('calls of a tier keep their order', () => {
  const calls = [
    sampleWallCall(1),
    sampleWallCall(2, { alerts: [sampleAlert()] }),
    sampleWallCall(3),
    sampleWallCall(4, { alerts: [sampleAlert({ kind: 'help' })] }),
  ];
  const placed = placeCalls(calls, sampleWallNowMs);
  expect(
    placed.map(({ callId, tier }) => [calls.findIndex((one) => one.callId === callId), tier]),
  ).toEqual([
    [3, 'needs-help'],
    [1, 'watch'],
    [0, 'fine'],
    [2, 'fine'],
  ]);
});

test('nobody sees to what has no owner, is not done and not put off', () => {
  const alerts = [
    sampleAlert({ kind: 'help', owner: you }),
    sampleAlert({ kind: 'upset' }),
    sampleAlert({ kind: 'hold' }),
  ];
  expect(unattended({ alerts }, sampleWallNowMs).map(({ kind }) => kind)).toEqual(['upset']);
});
