import type { AlertMetric } from './alert-metrics.ts';
import type { Finding } from './finding.ts';

/**
 * What stands out, in one line: `Handle time 8:30 (41 calls, 13:00–14:00), usual on Wednesdays then 5:10–6:20
 * (8 weeks)`. Times are those of the reporting zone.
 */
export function alertText(finding: Finding, zone: string): string {
  const { metric, value, n, weeks, usualLow, usualHigh } = finding;
  const { name, show, of, isOfDays } = words[metric];
  const when = period(finding, zone);
  const counted = of ? `${n} ${n === 1 ? of : `${of}s`}, ${when}` : when;
  const shown = metric === 'offered' && value === 0 ? 'No calls' : `${name} ${show(value)}`;
  const range = `${show(usualLow)}–${show(usualHigh)}`;
  if (isOfDays) return `${shown} (${counted}), usual ${range} (${weeks * 7} days)`;
  const weekday = part(finding.startsAtMs, zone, { weekday: 'long' });
  const past = weeks === 1 ? '1 week' : `${weeks} weeks`;
  return `${shown} (${counted}), usual on ${weekday}s then ${range} (${past})`;
}

interface MetricWords {
  name: string;
  show: (value: number) => string;
  /** What `n` counts, where the value is not the count. */
  of?: string;
  /** Whether it is compared with days, not with the same hours of weeks. */
  isOfDays?: boolean;
}

const words: Record<AlertMetric, MetricWords> = {
  offered: { name: 'Calls', show: (calls) => String(Math.round(calls)) },
  'handle-time': { name: 'Handle time', show: minutes, of: 'call' },
  'abandon-rate': { name: 'Abandon rate', show: percent, of: 'call' },
  csat: { name: 'Rating', show: (mean) => fixed(mean, 1), of: 'rating', isOfDays: true },
  sentiment: { name: 'Sentiment', show: (mean) => fixed(mean, 2), of: 'call', isOfDays: true },
};

function minutes(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
}

/** With a real minus, and none before a zero. */
function fixed(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** `13:00–14:00`; over midnight with the days. */
function period({ startsAtMs, endsAtMs }: Finding, zone: string): string {
  const day = (ms: number) => part(ms, zone, { dateStyle: 'short' });
  const time = (ms: number) =>
    part(ms, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  if (day(startsAtMs) === day(endsAtMs)) return `${time(startsAtMs)}–${time(endsAtMs)}`;
  const withDay = (ms: number) => `${part(ms, zone, { weekday: 'short' })} ${time(ms)}`;
  return `${withDay(startsAtMs)}–${withDay(endsAtMs)}`;
}

function part(ms: number, zone: string, asked: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en', { ...asked, timeZone: zone }).format(ms);
}
