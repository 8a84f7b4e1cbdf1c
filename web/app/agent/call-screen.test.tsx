import type { CallEventEnvelope, CallView } from '@agent/protocol';
import {
  assistAt,
  CallFeed,
  useCallState,
  useSentimentAlert,
  useSuggestions,
} from '@agent/ui/live';
import { act, cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CallReplay } from '#client/call/call-replay.ts';
import { pastMoment } from './call-moment.ts';
import { CallScreen } from './call-screen.tsx';
import { storedCall, storedCustomer, storedLog } from './test-support/stored-call.ts';

/** What goes has faded by then. */
const FADED_MS = 200;
const customer = { data: storedCustomer, connection: 'open', retry: () => undefined } as const;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'setTimeout'] });
  // Without a height the transcript would show no row.
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(2_000);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** The screen of somebody on the call, without what only the room gives. */
function Live({ feed, view }: { feed: CallFeed; view: CallView }) {
  const { call } = useCallState(feed);
  const { alert } = useSentimentAlert(feed);
  const { suggestions, density, helper, unavailable } = useSuggestions(feed, {
    onOutcome: async () => undefined,
  });
  const { nowMs: _, ...moment } = pastMoment(view, call, 0);
  const assist = { suggestions, density, helper, unavailable, alert };
  return <CallScreen moment={moment} assist={assist} customer={customer} agentName="Alex" />;
}

function Past({ replay, atMs }: { replay: CallReplay; atMs: number }) {
  const { call } = useCallState(replay);
  return (
    <CallScreen
      moment={pastMoment(storedCall, call, atMs)}
      assist={assistAt(call, atMs)}
      customer={customer}
      agentName="Alex"
    />
  );
}

/**
 * What is to be seen, in words and structure: without what was only said to a screen reader when it
 * came, without ids that React counts up, and without heights, which jsdom has none of.
 */
function pictureOf(element: Element): unknown {
  if (element.getAttribute('data-slot') === 'visually-hidden') return [];
  const attributes = [...element.attributes]
    .filter(({ name }) => name !== 'style' && name !== 'checked')
    .map(({ name, value }) => `${name}=${value.replace(/_r_\w+_/g, 'id')}`);
  const children = [...element.childNodes].map((child) =>
    child instanceof Element ? pictureOf(child) : child.textContent,
  );
  const isChecked = element instanceof HTMLInputElement && element.checked;
  return [element.tagName, attributes.sort(), isChecked, children];
}

function screenAt(replay: CallReplay, atMs: number): unknown {
  replay.seek(atMs);
  const { container, unmount } = render(<Past replay={replay} atMs={atMs} />);
  const picture = pictureOf(container);
  unmount();
  return picture;
}

it('shows at each second of a stored call what its agent saw then, however one comes to it', () => {
  const feed = new CallFeed({ callId: storedCall.callId });
  feed.start();
  const replay = new CallReplay(storedCall.callId, storedLog);
  vi.setSystemTime(replay.fromMs - FADED_MS);
  const { container } = render(<Live feed={feed} view={storedCall} />);
  const unread = [...storedLog];
  const seen: { atMs: number; picture: unknown }[] = [];
  while (unread.length > 0) {
    act(() => void vi.advanceTimersByTime(1_000 - FADED_MS));
    const atMs = Date.now();
    const isPast = ({ event }: CallEventEnvelope) => Date.parse(event.at) <= atMs;
    act(() => {
      for (const envelope of unread.splice(0, unread.filter(isPast).length)) {
        feed.receiveEnvelope(envelope);
      }
    });
    act(() => void vi.advanceTimersByTime(FADED_MS));
    seen.push({ atMs, picture: pictureOf(container) });
  }
  const shown = JSON.stringify(seen);
  for (const words of ['coffee machine', 'My order is 4521', 'upset', 'on hold', 'Finish']) {
    expect(shown).toContain(words);
  }
  for (const { atMs, picture } of seen) expect(screenAt(replay, atMs)).toEqual(picture);
  const backwards = seen.filter((_, index) => index % 5 === 0).toReversed();
  for (const { atMs, picture } of backwards) {
    expect(screenAt(replay, atMs)).toEqual(picture);
  }
  const { atMs, picture } = seen[40] ?? { atMs: 0, picture: null };
  expect(screenAt(new CallReplay(storedCall.callId, storedLog), atMs)).toEqual(picture);
}, 120_000);
