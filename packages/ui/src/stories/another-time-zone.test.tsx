import { createElement, type ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as ui from '../index.ts';
import { render } from '../testing/dom.ts';
import { componentSamples } from './component-samples.tsx';

const nowMs = Date.parse('2026-11-23T10:04:00Z');
const dayMs = 86_400_000;

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** As a server rendered it, and then as the browser has it after it has taken over. */
function takenOver(view: ReactElement, serverNowMs: number) {
  const complaints = vi.spyOn(console, 'error');
  const onRecoverableError = vi.fn();
  goTo('UTC', serverNowMs);
  const container = document.createElement('div');
  container.innerHTML = renderToString(view);
  document.body.append(container);
  goTo('Asia/Tokyo', nowMs);
  render(view, { container, hydrate: true, onRecoverableError });
  expect(complaints).not.toHaveBeenCalled();
  expect(onRecoverableError).not.toHaveBeenCalled();
  return times(container);
}

function goTo(zone: string, atMs: number) {
  vi.stubEnv('TZ', zone);
  vi.setSystemTime(atMs);
}

/** All that a component says of times, to readers, on hover and to machines. */
function times(root: Element) {
  return [...root.querySelectorAll('time')].map(({ textContent, title, dateTime, dataset }) => {
    return { textContent, title, dateTime, state: dataset.state };
  });
}

test('a time on hover is the hour of this browser, not of the server', () => {
  const at = '2026-11-18T15:20:00Z';
  const [time] = takenOver(<ui.RelativeTime at={at} nowMs={nowMs} locale="en-GB" />, nowMs);
  expect(time?.title).toContain('Thursday, 19 November 2026 at 00:20');
});

test('what was rendered a day ago says how long ago it is by now', () => {
  const at = new Date(nowMs + dayMs / 2).toISOString();
  expect(takenOver(<ui.RelativeTime at={at} />, nowMs + dayMs)).toMatchObject([
    { textContent: 'in 12 hours', state: 'future' },
  ]);
  expect(takenOver(<ui.Timer sinceMs={nowMs - 60_000} />, nowMs - dayMs)).toMatchObject([
    { textContent: '01:00', dateTime: 'PT60S' },
  ]);
});

const views = Object.entries(componentSamples).flatMap(([name, { component, props, views }]) =>
  views.map((view, index) => ({
    name,
    index,
    view: createElement(component, { ...props, ...view }),
  })),
);

describe('a page from a server elsewhere ends as one that was made here', () => {
  test.each(views)('$name, view $index', ({ view }) => {
    const after = takenOver(view, nowMs);
    const { container } = render(view);
    expect(after).toEqual(times(container));
  });
});
