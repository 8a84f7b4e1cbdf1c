import { metricOf } from '@agent/calls';
import {
  type AgentDay,
  agentDaySchema,
  type MetricGroup,
  type MetricId,
  type Metrics,
  type MetricValue,
  metricIds,
  metricsSchema,
} from '@agent/protocol';

/** What a busy day has of each figure. */
const usual: Readonly<Record<MetricId, readonly [value: number, n: number]>> = {
  offered: [412, 412],
  answered: [377, 377],
  'abandon-rate': [0.068, 404],
  'service-level': [0.842, 398],
  'speed-of-answer': [18_400, 377],
  'first-response': [21_900, 371],
  'call-duration': [312_000, 369],
  'hold-time': [24_000, 369],
  'after-call-work': [61_000, 352],
  'handle-time': [379_000, 352],
  csat: [0.86, 143],
  sentiment: [0.18, 340],
  'resolution-rate': [0.71, 349],
  'first-call-resolution': [0.64, 301],
  occupancy: [0.78, 37_800_000],
  utilisation: [0.87, 50_400_000],
  'offers-not-taken': [0.041, 441],
  'suggestions-used': [0.37, 1_204],
};

/** A figure; what a test cares about is given. `share` scales it against the usual one. */
export function fakeFigure(id: MetricId, part: Partial<MetricValue> = {}, share = 1): MetricValue {
  const [usualValue, usualN] = usual[id];
  const { unit, parts } = metricOf(id);
  const isCount = parts.over === 'calls' && 'count' in parts;
  const value = isCount ? Math.round(usualValue * share) : usualValue * (0.9 + share / 10);
  const n = isCount ? value : Math.round(usualN * share);
  const bounded = unit === 'share' ? Math.min(1, value) : value;
  return {
    ...{ id, unit, value: bounded, why: null, n },
    ...{ dividend: isCount ? n : Math.round(bounded * n), divisor: isCount ? 1 : n },
    ...part,
  };
}

/** The figures of an hour, a day, an agent; times have their key for a label. */
export function fakeGroup(key: string, share: number, label = key): MetricGroup {
  return { key, label, metrics: metricIds.map((id) => fakeFigure(id, {}, share)) };
}

/** Without a value, and why. */
export function noFigure(why: MetricValue['why'], n = 0): Partial<MetricValue> {
  return { value: null, why, n, dividend: 0, divisor: n };
}

/** Hours of a day whose calls come and go, from eight to six. */
export const fakeHours: readonly MetricGroup[] = Array.from({ length: 10 }, (_, index) => {
  const hour = String(8 + index).padStart(2, '0');
  const share = 0.04 + 0.12 * Math.sin((index / 9) * Math.PI);
  return fakeGroup(`2026-11-30T${hour}:00:00+01:00`, share);
});

/** Every hour of a week, busy on weekdays in the middle of the day. */
export const fakeWeek: readonly MetricGroup[] = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
  Array.from({ length: 24 }, (_, hour) => {
    const share = (weekday > 5 ? 0.02 : 0.2) * Math.max(0, Math.sin(((hour - 7) / 12) * Math.PI));
    return fakeGroup(`${weekday}-${hour}`, share);
  }),
);

/** Three agents with different hands, the last without ratings enough. */
export const fakeAgents: readonly MetricGroup[] = [
  fakeGroup('0193d5d2-8a4e-4a3e-9c39-00000000a001', 0.3, 'Alex Agent'),
  fakeGroup('0193d5d2-8a4e-4a3e-9c39-00000000a002', 0.5, 'Priya Raghunathan'),
  {
    key: '0193d5d2-8a4e-4a3e-9c39-00000000a003',
    label: 'Ben Okoro',
    metrics: metricIds.map((id) =>
      fakeFigure(id, id === 'csat' ? noFigure('too-few', 4) : {}, 0.1),
    ),
  },
];

/** An answer of `GET /api/metrics`; single figures and the rest may be given. */
export function fakeMetrics(
  part: Partial<Omit<Metrics, 'metrics'>> = {},
  figures: Partial<Record<MetricId, Partial<MetricValue>>> = {},
): Metrics {
  const metrics = metricIds.map((id) => {
    const { id: _id, unit: _unit, ...previous } = fakeFigure(id, {}, 0.92);
    const now = fakeFigure(id, figures[id]);
    const hasCalls = metricOf(id).calls !== null;
    const href = `/calls/history?metric=${id}&from=2026-11-30&to=2026-11-30`;
    return { ...now, previous, calls: hasCalls ? { count: now.n, href } : null };
  });
  return metricsSchema.parse({
    zone: 'Europe/Berlin',
    period: days('2026-11-30', '2026-11-30'),
    previousPeriod: { ...days('2026-11-23', '2026-11-23'), isCutShort: true },
    at: '2026-11-30T17:42:00.000Z',
    stillOpen: 3,
    since: '2026-08-31',
    metrics,
    groups: fakeHours,
    ...part,
  });
}

/** From the first to the last day, in Berlin's winter. */
function days(from: string, to: string) {
  return { from, to, startsAt: `${from}T00:00:00+01:00`, endsAt: `${to}T23:00:00Z` };
}

type Stretch = readonly [status: string, from: string, to: string | null, part?: object];

/** A day of an agent until 13:30, with two calls and a lunch break. */
export function fakeAgentDay(part: Partial<AgentDay> = {}): AgentDay {
  const maria = { callId: '0193d5d2-8a4e-4a3e-9c39-00000000c001', customerName: 'Maria Santos' };
  const tom = { callId: '0193d5d2-8a4e-4a3e-9c39-00000000c002', customerName: 'Tom Becker' };
  const stretches: Stretch[] = [
    ['offline', '00:00', '08:02'],
    ['available', '08:02', '08:40'],
    ['offered', '08:40', '08:41', { call: { ...maria, isOver: true } }],
    ['on-call', '08:41', '09:12', { call: { ...maria, isOver: true } }],
    ['wrap-up', '09:12', '09:20', { call: { ...maria, isOver: true } }],
    ['available', '09:20', '12:00'],
    ['break', '12:00', '12:45', { breakReason: { kind: 'lunch', note: '' } }],
    ['available', '12:45', '13:10'],
    ['on-call', '13:10', null, { call: { ...tom, isOver: false } }],
  ];
  return agentDaySchema.parse({
    agent: { userId: fakeAgents[0]?.key, name: 'Alex Agent' },
    ...{ zone: 'Europe/Berlin', day: '2026-11-30', today: '2026-11-30' },
    ...{ startsAt: at('00:00'), endsAt: '2026-11-30T23:00:00Z', at: at('13:30') },
    spans: stretches.map(([status, from, to, more]) => ({
      ...{ status, startsAt: at(from), endsAt: to && at(to), breakReason: null, call: null },
      ...more,
    })),
    ...part,
  });
}

function at(time: string): string {
  return `2026-11-30T${time}:00+01:00`;
}
