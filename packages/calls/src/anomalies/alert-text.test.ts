import { describe, expect, it } from 'vitest';
import { alertText } from './alert-text.ts';
import type { Finding } from './finding.ts';

const finding: Finding = {
  ...{ metric: 'handle-time', value: 510_400, n: 41, side: 'above' },
  ...{ usualLow: 310_000, usualHigh: 380_000, weeks: 8 },
  startsAtMs: Date.parse('2026-11-25T12:00:00Z'),
  endsAtMs: Date.parse('2026-11-25T13:00:00Z'),
};
const textOf = (changes: Partial<Finding>, zone = 'Europe/Berlin') =>
  alertText({ ...finding, ...changes }, zone);

describe('alertText', () => {
  it('says figure, value, how many, when, what is usual and how far back that goes', () => {
    expect(textOf({})).toBe(
      'Handle time 8:30 (41 calls, 13:00–14:00), usual on Wednesdays then 5:10–6:20 (8 weeks)',
    );
  });

  it.each([
    [
      { metric: 'offered', value: 182, n: 182, usualLow: 80, usualHigh: 104 },
      'Calls 182 (13:00–14:00), usual on Wednesdays then 80–104 (8 weeks)',
    ],
    [
      { metric: 'offered', value: 0, n: 0, usualLow: 80, usualHigh: 104, weeks: 4 },
      'No calls (13:00–14:00), usual on Wednesdays then 80–104 (4 weeks)',
    ],
    [
      { metric: 'abandon-rate', value: 0.148, n: 1, usualLow: 0.041, usualHigh: 0.099 },
      'Abandon rate 15 % (1 call, 13:00–14:00), usual on Wednesdays then 4.1 %–9.9 % (8 weeks)',
    ],
    [
      { metric: 'csat', value: 3.14, n: 24, usualLow: 4.1, usualHigh: 4.38, weeks: 4 },
      'Rating 3.1 (24 ratings, 13:00–14:00), usual 4.1–4.4 (28 days)',
    ],
    [
      { metric: 'sentiment', value: -0.304, n: 24, usualLow: -0.001, usualHigh: 0.15, weeks: 4 },
      'Sentiment −0.30 (24 calls, 13:00–14:00), usual 0.00–0.15 (28 days)',
    ],
  ] as const)('has words for each figure', (changes, text) => {
    expect(textOf(changes)).toBe(text);
  });

  it('names the days of hours over midnight, as they are in the zone of the reports', () => {
    const hours = {
      startsAtMs: Date.parse('2026-11-25T22:00:00Z'),
      endsAtMs: Date.parse('2026-11-26T00:00:00Z'),
    };
    expect(textOf(hours)).toContain('(41 calls, Wed 23:00–Thu 01:00), usual on Wednesdays then');
    expect(textOf(hours, 'Asia/Kathmandu')).toContain(
      '(41 calls, 03:45–05:45), usual on Thursdays then',
    );
  });
});
