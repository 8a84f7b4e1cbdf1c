import { expect, it } from 'vitest';
import { figureInWords, isBehindFigure, noFigure } from './behind-figure.ts';

it('says in words which figure calls are behind, and which part of it', () => {
  const words = (part: Partial<typeof noFigure>) => figureInWords({ ...noFigure, ...part }, 2026);
  const week = { queuedFrom: '2026-11-24', queuedTo: '2026-11-30' };
  expect(words({})).toBeNull();
  expect(words({ metric: 'abandon-rate', ...week })).toBe('Abandon rate, 24–30 Nov');
  expect(words({ metric: 'offered', ...week, weekday: 1, hour: 0 })).toBe(
    'Offered, 24–30 Nov, Mondays, 0:00–1:00',
  );
  expect(words({ queuedFrom: '2026-11-24' })).toBe('from 24 Nov');
  expect(words({ queuedTo: '2025-11-24' })).toBe('until 24 Nov 2025');
  const from = '2026-11-30T20:15:00.000Z';
  expect(
    words({ metric: 'handle-time', queuedFrom: from, queuedTo: '2026-12-01T04:15:00.000Z' }),
  ).toMatch(/^Handle time, (?:30 Nov|1 Dec),? \d\d:15\s–\s.*\d\d:15$/);
  expect(words({ queuedFrom: from })).toMatch(/^from (?:30 Nov|1 Dec), \d\d:15$/);
  expect(words({ card: 'late-delivery' })).toBe('card late-delivery');
});

it('knows whether an address asks for the calls of a figure', () => {
  expect(isBehindFigure(noFigure)).toBe(false);
  expect(isBehindFigure({ ...noFigure, hour: 0 })).toBe(true);
});
