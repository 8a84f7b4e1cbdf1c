import { expect, test, vi } from 'vitest';
import {
  sampleAlert,
  sampleManyCalls,
  sampleViewerId,
  sampleWallCall,
  sampleWallCalls,
  sampleWallNowMs,
} from '../stories/sample-wall.ts';
import { act, fireEvent, render, screen, userEvent, within } from '../testing/dom.ts';
import { CallWall, type CallWallProps } from './call-wall.tsx';
import type { WallCallItem } from './wall-item.ts';

function view(calls: readonly WallCallItem[], more: Partial<CallWallProps> = {}) {
  return (
    <CallWall
      calls={calls}
      viewerId={sampleViewerId}
      listenHref={(callId) => `/listen/${callId}`}
      nowMs={sampleWallNowMs}
      {...more}
    />
  );
}

const rowOf = (name: RegExp | string) =>
  within(screen.getByText(name).closest('[data-slot="call-wall-row"]') as HTMLElement);
const names = () =>
  [...document.querySelectorAll('[data-slot="call-wall-customer"]')].map((one) => one.textContent);
const tier = (name: string) => screen.getByRole('region', { name: new RegExp(`^${name}`) });

test('says why each call stands out, with the time, and who sees to it', () => {
  render(view(sampleWallCalls));
  expect(rowOf('Maria Santos').getByText('Asked for help 0:40 ago')).toBeTruthy();
  expect(rowOf('Maria Santos').getByText('Wants a refund over my limit')).toBeTruthy();
  expect(rowOf('Tom Becker').getByText('Customer sounds upset, falling for 5:10')).toBeTruthy();
  expect(rowOf('Tom Becker').getByText('You take it')).toBeTruthy();
  expect(rowOf('Nadia Haddad').getByText('Maria Ruiz takes it')).toBeTruthy();
  expect(rowOf('Jan Kowalski').getByText('On hold 3:10')).toBeTruthy();
  expect(rowOf('Jan Kowalski').getByText('Longer than 9 of 10 calls (9:00)')).toBeTruthy();
  expect(rowOf('Mei Lin').getByText('No text for 0:33 although somebody speaks')).toBeTruthy();
  expect(rowOf('Aroha Ngata').getByText(/^Text comes late for \d:\d\d$/)).toBeTruthy();
  expect(rowOf('Oluwaseun Adebayo').getByText('Later, in 4:10')).toBeTruthy();
  expect(rowOf('Oluwaseun Adebayo').getByText('Seen to')).toBeTruthy();
  expect(within(tier('Needs help')).getAllByRole('link')).toHaveLength(3);
  expect(within(tier('Watch')).getAllByRole('link')).toHaveLength(3);
});

test('leaves what somebody else has taken to them', () => {
  render(view(sampleWallCalls, { onAct: vi.fn() }));
  const buttons = (name: string) =>
    rowOf(name)
      .queryAllByRole('button')
      .map((one) => one.textContent);
  expect(buttons('Nadia Haddad')).toEqual([]);
  expect(buttons('Tom Becker')).toEqual(['Give it back', 'Later', 'Done']);
  expect(buttons('Mei Lin')).toEqual(['I take it', 'Later', 'Done']);
  expect(buttons('Oluwaseun Adebayo')).toEqual(['I take it', 'Done']);
});

test('tells what is done about which alert, and nothing while it is under way', async () => {
  const onAct = vi.fn();
  const [first] = sampleWallCalls;
  const { rerender } = render(view(sampleWallCalls, { onAct }));
  const [help, upset] = rowOf('Maria Santos').getAllByRole('button', { name: 'I take it' });
  await userEvent.click(help as HTMLElement);
  expect(onAct).toHaveBeenLastCalledWith(first?.callId, 'help:1', { act: 'take' });
  await userEvent.click(rowOf('Tom Becker').getByRole('button', { name: 'Give it back' }));
  expect(onAct.mock.lastCall?.slice(1)).toEqual(['upset:1', { act: 'release' }]);
  await userEvent.click(rowOf('Mei Lin').getByRole('button', { name: 'Done' }));
  expect(onAct.mock.lastCall?.slice(1)).toEqual(['no-text:1', { act: 'done' }]);
  rerender(view(sampleWallCalls, { onAct, pending: new Set([`${first?.callId} help:1`]) }));
  await userEvent.click(help as HTMLElement);
  expect(onAct).toHaveBeenCalledTimes(3);
  await userEvent.click(upset as HTMLElement);
  expect(onAct).toHaveBeenCalledTimes(4);
});

test('puts something off by a menu that closes on Escape and on a choice', async () => {
  const onAct = vi.fn();
  render(view(sampleWallCalls, { onAct }));
  const row = rowOf('Mei Lin');
  const button = row.getByRole('button', { name: 'Later' });
  await userEvent.click(button);
  await userEvent.keyboard('{Escape}');
  expect(row.queryByRole('menu')).toBeNull();
  expect(document.activeElement).toBe(button);
  await userEvent.click(button);
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(onAct.mock.lastCall?.slice(1)).toEqual(['no-text:1', { act: 'snooze', minutes: 15 }]);
  expect(row.queryByRole('menu')).toBeNull();
});

test('folds many calls that are fine, and walks on to them once they are shown', async () => {
  render(view(sampleManyCalls));
  expect(names().length).toBeLessThan(30);
  await userEvent.keyboard('{End}');
  await userEvent.keyboard('k');
  const fold = screen.getByRole('button', { name: 'Show' });
  expect(document.activeElement).toBe(fold);
  await userEvent.keyboard('{Enter}{ArrowDown}');
  expect(names()).toHaveLength(100);
  expect(document.activeElement?.closest('[data-tier]')?.getAttribute('data-tier')).toBe('fine');
});

test('goes back by J to the call at which one was', async () => {
  render(
    <>
      <button type="button">Elsewhere</button>
      {view(sampleWallCalls)}
    </>,
  );
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  const second = document.activeElement;
  expect(second?.closest('li')?.textContent).toContain('Tom Becker');
  await userEvent.click(screen.getByRole('button', { name: 'Elsewhere' }));
  await userEvent.keyboard('j');
  expect(document.activeElement).toBe(second);
});

test('opens a call without a new page, but leaves a new tab to the browser', () => {
  const onListen = vi.fn();
  render(view(sampleWallCalls, { onListen }));
  const link = screen.getByRole('link', { name: 'Listen to Alex Agent and Maria Santos' });
  expect(link.getAttribute('href')).toBe(`/listen/${sampleWallCalls[0]?.callId}`);
  const stop = (event: Event) => event.preventDefault();
  document.addEventListener('click', stop);
  fireEvent.click(link, { ctrlKey: true });
  document.removeEventListener('click', stop);
  expect(onListen).not.toHaveBeenCalled();
  fireEvent.click(link);
  expect(onListen).toHaveBeenCalledExactlyOnceWith(sampleWallCalls[0]?.callId);
});

test('says that a call is over where somebody is at work, and takes it away when they pause', () => {
  vi.useFakeTimers();
  const [one, two] = [sampleWallCall(1), sampleWallCall(2, { customerName: 'Tom Becker' })];
  const { rerender, container } = render(view([one, two]));
  fireEvent.pointerMove(container.firstElementChild as Element);
  rerender(view([two]));
  expect(rowOf('Maria Santos').getByText('The call is over')).toBeTruthy();
  expect(rowOf('Maria Santos').queryByRole('link')).toBeNull();
  act(() => vi.advanceTimersByTime(1_600));
  expect(names()).toEqual(['Tom Becker']);
  vi.useRealTimers();
});

test('keeps the focus when the call that has it goes', async () => {
  const [one, two] = [sampleWallCall(1), sampleWallCall(2, { customerName: 'Tom Becker' })];
  const { rerender, container } = render(view([one, two]));
  screen.getAllByRole('link')[0]?.focus();
  rerender(view([two]));
  rerender(view([two], { status: 'loading' }));
  expect(document.activeElement).toBe(container.firstElementChild);
});

test('announces a call that begins to need help once, and none that did before', () => {
  const asking = sampleWallCall(1, { alerts: [sampleAlert({ kind: 'help' })] });
  const calm = sampleWallCall(2, { customerName: 'Tom Becker' });
  const upset = { ...calm, alerts: [sampleAlert({ kind: 'upset' })] };
  const { rerender } = render(view([], { status: 'loading' }));
  const said = () => screen.getAllByRole('status')[0]?.textContent;
  rerender(view([asking, calm]));
  expect(said()).toBe('');
  rerender(view([asking, upset]));
  expect(said()).toBe('Tom Becker sounds upset.');
  rerender(view([asking, { ...upset, sentiment: [-1] }]));
  rerender(view([asking, { ...upset, alerts: [sampleAlert({ kind: 'long' })] }]));
  expect(said()).toBe('Tom Becker sounds upset.');
});
