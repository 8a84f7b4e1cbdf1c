import type { CallEventEnvelope, Session } from '@agent/protocol';
import { anEventId, aSegmentId } from '@agent/testing/ids';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NuqsTestingAdapter } from 'nuqs/adapters/testing';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { storedLog } from '../../agent/test-support/stored-call.ts';
import { ReplayScreen } from './replay-screen.tsx';
import { storedComments, storedSession } from './test-support/stored-session.ts';

const onUrlUpdate = vi.fn();

beforeEach(() => {
  // Nothing has a size here, and of a list only what is in view is in the page.
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(400);
  onUrlUpdate.mockClear();
  localStorage.clear();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function open(at: string, session: Session = storedSession, log = storedLog) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 1e9 } } });
  client.setQueryData(['session-comments', session.callId], storedComments);
  vi.stubGlobal('fetch', async () => Response.json({}, { status: 500 }));
  return render(
    <NuqsTestingAdapter searchParams={at && `?t=${at}`} onUrlUpdate={onUrlUpdate}>
      <QueryClientProvider client={client}>
        <ReplayScreen session={session} log={log} />
      </QueryClientProvider>
    </NuqsTestingAdapter>,
  );
}

const slider = () => screen.getByRole('slider', { name: 'Position in the call' });
const place = () => slider().getAttribute('aria-valuetext');
const desk = () => screen.getByRole('region', { name: 'The agent’s desk', hidden: true });

test('a link opens it paused at its second, with the desk as it was then', () => {
  open('0:31');
  expect(place()).toBe('0:31 of 1:04');
  expect(screen.getByRole('button', { name: 'Play' })).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'As it was at 0:31' })).toBeTruthy();
  expect(within(desk()).getByText(/Your order 4521 is late/)).toBeTruthy();
  expect(within(desk()).queryByText(/rather have my money back/)).toBeNull();
});

test.each(['', 'nonsense', '-5'])('what is no moment (%j) opens it at the beginning', (at) => {
  open(at);
  expect(place()).toBe('0:00 of 1:04');
});

test('a moment after the end is the end', () => {
  open('59:00');
  expect(place()).toBe('1:04 of 1:04');
});

test('keys step, go from mark to mark and from line to line', async () => {
  open('0:31');
  await userEvent.keyboard('{ArrowRight}');
  expect(place()).toBe('0:36 of 1:04');
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(place()).toBe('0:26 of 1:04');
  await userEvent.keyboard('{Home}{Shift>}{ArrowRight}{/Shift}');
  expect(place()).toBe('0:12 of 1:04');
  await userEvent.keyboard('{End}');
  expect(place()).toBe('1:04 of 1:04');
  await userEvent.keyboard(',');
  expect(place()).not.toBe('1:04 of 1:04');
});

test('a line, a moment and a comment lead to their moment', async () => {
  open('0:00');
  await userEvent.click(screen.getByRole('button', { name: /Sure, the order number/ }));
  expect(place()).toBe('0:20 of 1:04');
  await userEvent.click(screen.getByRole('tab', { name: /Moments/ }));
  await userEvent.click(
    within(screen.getByRole('tabpanel')).getByRole('button', { name: /^0:12 · Comment/ }),
  );
  expect(place()).toBe('0:12 of 1:04');
  await userEvent.click(screen.getByRole('tab', { name: /Comments/ }));
  await userEvent.click(screen.getByRole('button', { name: '0:31' }));
  expect(place()).toBe('0:31 of 1:04');
});

test('slash leads to the search, also from another panel', async () => {
  open('0:31');
  await userEvent.click(screen.getByRole('tab', { name: /Comments/ }));
  screen.getByRole('tab', { name: /Comments/ }).blur();
  await userEvent.keyboard('/');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('searchbox')));
  await userEvent.keyboard('money{Enter}');
  expect(place()).toBe('0:43 of 1:04');
});

test('M copies a link to the second, which then stands in the address', async () => {
  const user = userEvent.setup();
  open('0:31');
  await user.keyboard('{ArrowRight}m');
  expect(await navigator.clipboard.readText()).toMatch(/\?t=0:36$/);
  expect(await screen.findByText('Link copied')).toBeTruthy();
  await waitFor(() => expect(onUrlUpdate).toHaveBeenCalled());
  expect(place()).toBe('0:36 of 1:04');
});

test('speed is remembered', async () => {
  const { unmount } = open('0:31');
  await userEvent.keyboard('>');
  unmount();
  open('0:31');
  await waitFor(() =>
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Speed' }).value).toBe('1.25'),
  );
});

test('it says why there is no sound', () => {
  open('0:31');
  expect(screen.getByText('The customer did not agree to be recorded.')).toBeTruthy();
});

test('a call that nobody took has no talk to be played', () => {
  open('', { ...storedSession, answeredAt: null, talkMs: null, status: 'abandoned' });
  expect(screen.getByText('Nobody took this call')).toBeTruthy();
});

test('of a call that was erased it says so', () => {
  open('0:31', storedSession, []);
  expect(screen.getByText('This call was erased')).toBeTruthy();
  expect(place()).toBe('0:00 of 0:00');
});

/** The stored call, taken from its agent after half a minute; nobody has taken it since. */
function requeuedLog(next: readonly (readonly [type: string, data: object, afterMs: number])[]) {
  const leftAtMs = Date.parse(storedSession.answeredAt ?? '') + 32_000;
  const before = storedLog.filter(({ event }) => Date.parse(event.at) <= leftAtMs);
  const since = next.map(([type, data, afterMs], index) => {
    const seq = before.length + index + 1;
    const at = new Date(leftAtMs + afterMs).toISOString();
    const { callId } = storedSession;
    const event = { ...{ eventId: anEventId(), callId, seq, at, actor: 'system' }, type, data };
    return { event, prevSeq: seq - 1 } as CallEventEnvelope;
  });
  return [...before, ...since];
}
const requeued = ['call.requeued', { reason: 'agent-left' }, 0] as const;

test('a call that its customer left while it waited for another agent is played to there', () => {
  const abandoned = [
    'call.abandoned',
    { reason: 'customer-left', waitedMs: 20_000 },
    20_000,
  ] as const;
  const session = {
    ...storedSession,
    status: 'abandoned',
    agentId: null,
    agentName: null,
  } as const;
  open('0:40', session, requeuedLog([requeued, abandoned]));
  expect(place()).toBe('0:40 of 0:52');
  expect(within(desk()).getByText('waiting for another agent')).toBeTruthy();
  expect(screen.getByText('1 wait for another agent')).toBeTruthy();
  expect(screen.getAllByText('Alex Agent').length).toBeGreaterThan(0);
  cleanup();
  open('0:52', session, requeuedLog([requeued, abandoned]));
  expect(within(desk()).getByText('Nobody wrapped this call up')).toBeTruthy();
  expect(within(desk()).getByText('the customer left the line')).toBeTruthy();
});

test('each agent of a call is named where it talked', () => {
  const accepted = ['call.accepted', { agentName: 'Sam Lee' }, 20_000] as const;
  const said = { speaker: 'agent', startMs: 53_000, endMs: 54_000, text: 'Sam here.' };
  const more = { segmentId: aSegmentId(), language: 'en', meanLogProbability: null };
  const final = ['segment.final', { ...said, ...more }, 23_000] as const;
  const ended = ['call.ended', { reason: 'agent-hung-up' }, 30_000] as const;
  const log = requeuedLog([requeued, accepted, final, ended]);
  open('0:20', { ...storedSession, agentName: 'Sam Lee' }, log);
  expect(within(desk()).getAllByText('Alex Agent').length).toBeGreaterThan(0);
  expect(within(desk()).queryByText('Sam Lee')).toBeNull();
  const words = within(screen.getByRole('tabpanel', { name: 'Transcript' }));
  expect(words.getAllByText('Alex Agent').length).toBeGreaterThan(0);
  expect(words.getByText('Sam Lee')).toBeTruthy();
});
