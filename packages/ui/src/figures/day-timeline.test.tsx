import { describe, expect, test } from 'vitest';
import { sampleDayCalls, sampleDayMs, sampleSpans } from '../stories/sample-figures.ts';
import { render, screen, within } from '../testing/dom.ts';
import { DayTimeline, type DayTimelineProps } from './day-timeline.tsx';
import { dayWindow, hoursOf } from './day-window.ts';

const HOUR_MS = 3_600_000;
const day = {
  startsAtMs: sampleDayMs,
  endsAtMs: sampleDayMs + 24 * HOUR_MS,
  nowMs: sampleDayMs + 13.5 * HOUR_MS,
};

function view(part: Partial<DayTimelineProps> = {}) {
  return (
    <DayTimeline
      spans={sampleSpans}
      calls={sampleDayCalls}
      timeZone="Europe/London"
      callHref={(callId) => `/calls/${callId}`}
      {...day}
      {...part}
    />
  );
}

const lane = (name: string) => within(screen.getByRole('list', { name }));

test('says of each stretch what it was, from when to when and how long', () => {
  render(view());
  const spans = lane('Status').getAllByRole('listitem');
  expect(spans[0]?.textContent).toBe('Available, 08:02–08:11 (9:00)');
  expect(spans.at(-1)?.textContent).toBe('On call, 13:10–now (20:00)');
  expect(lane('Status').getByText('On break, lunch, 12:00–12:45 (45:00)')).toBeTruthy();
});

test('leads to each call', () => {
  render(view());
  const link = lane('Calls').getByRole('link', { name: 'Maria Santos, 08:12–08:26 (14:00)' });
  expect(link.getAttribute('href')).toBe('/calls/a');
});

test('tells the times of the zone whose day it is', () => {
  render(view({ timeZone: 'Asia/Kathmandu' }));
  expect(lane('Status').getByText('Available, 13:47–13:56 (9:00)')).toBeTruthy();
});

test('leaves out when nobody was signed in, and says so of a whole day', () => {
  const offline = { status: 'offline', startMs: day.startsAtMs, endMs: day.endsAtMs } as const;
  render(view({ spans: [offline], calls: [] }));
  expect(screen.getByText('Not signed in on this day.')).toBeTruthy();
});

describe('what is drawn of a day', () => {
  test('is whole hours around what happened', () => {
    const { fromMs, untilMs, share } = dayWindow(
      [{ startMs: sampleDayMs + 8.2 * HOUR_MS, endMs: null }],
      day,
    );
    expect([fromMs, untilMs].map((ms) => (ms - sampleDayMs) / HOUR_MS)).toEqual([8, 14]);
    expect(share(sampleDayMs + 11 * HOUR_MS)).toBe(50);
    expect([share(0), share(day.endsAtMs)]).toEqual([0, 100]);
  });

  test('has at most eight hours written below', () => {
    const whole = dayWindow([], day);
    expect(hoursOf(whole).map((ms) => (ms - sampleDayMs) / HOUR_MS)).toEqual([
      0, 4, 8, 12, 16, 20, 24,
    ]);
  });
});
