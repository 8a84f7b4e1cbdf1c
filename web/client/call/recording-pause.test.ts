import { LONGEST_RECORDING_PAUSE_MS } from '@agent/protocol';
import { fakeLog } from '@agent/testing/fake-log';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { pausedSinceMs, pauseLeftMs } from './recording-pause.ts';

const answeredAt = '2026-11-23T10:01:00.000Z';

test('a pause counts from where it stands in the log', () => {
  const log = fakeLog({ recorded: true });
  log.append('recording.started', { fromMs: 0 }, 0);
  expect(pausedSinceMs({ answeredAt }, log.state())).toBeUndefined();
  log.append('recording.paused', {}, 20_000);
  expect(pausedSinceMs({ answeredAt }, log.state())).toBe(Date.parse(answeredAt) + 20_000);
  expect(pausedSinceMs({ answeredAt: null }, log.state())).toBeUndefined();
  log.append('recording.resumed', {}, 25_000);
  expect(pausedSinceMs({ answeredAt }, log.state())).toBeUndefined();
});

test('what is left is never more than the whole and never less than nothing', () => {
  const time = fc.integer({ min: 0, max: 2 ** 45 });
  fc.assert(
    fc.property(time, time, (sinceMs, nowMs) => {
      const leftMs = pauseLeftMs(sinceMs, nowMs);
      expect(leftMs).toBeGreaterThanOrEqual(0);
      expect(leftMs).toBeLessThanOrEqual(LONGEST_RECORDING_PAUSE_MS);
    }),
  );
  expect(pauseLeftMs(1_000, 61_000)).toBe(LONGEST_RECORDING_PAUSE_MS - 60_000);
});
