import { type FigureAlert, type FigureAlerts, figureAlertSchema } from '@agent/protocol';

/** A figure that is out of line. */
export function fakeAlert(part: Partial<FigureAlert> = {}): FigureAlert {
  return figureAlertSchema.parse({
    id: '0193d5d2-8a4e-4a3e-9c39-00000000a00a',
    metric: 'handle-time',
    queue: { id: 'main', name: 'Main' },
    text: 'Handle time 8:30 (41 calls, 13:00–14:00), usual on Wednesdays then 5:10–6:20 (8 weeks)',
    side: 'above',
    ...{ value: 510_000, n: 41, usual: { low: 310_000, high: 380_000, weeks: 8 } },
    ...{ from: '2026-11-25T12:00:00Z', to: '2026-11-25T13:00:00Z' },
    ...{ since: '2026-11-25T13:05:00Z', owner: null, closed: null },
    href: '/calls/history?metric=handle-time&queue=main',
    ...part,
  });
}

/** An answer of `GET /api/metrics/alerts`. */
export function fakeAlerts(part: Partial<FigureAlerts> = {}): FigureAlerts {
  return { zone: 'UTC', open: [], closed: [], learning: [], ...part };
}
