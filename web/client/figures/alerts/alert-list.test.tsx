import type { FigureAlerts } from '@agent/protocol';
import { aUserId } from '@agent/testing/ids';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { axeFaults } from '../../test-support/axe-faults.ts';
import { fakeAlert, fakeAlerts } from '../../test-support/fake-alerts.ts';
import { fakeDialogs } from '../../test-support/fake-dialogs.ts';
import { AlertList } from './alert-list.tsx';

const me = aUserId();
const { id, text, href } = fakeAlert();
const none = fakeAlerts();

function show(alerts: FigureAlerts | null, isCurrent = true) {
  const onAct = vi.fn();
  const shown = { userId: me, pending: new Set<string>(), problem: null, onAct };
  render(<AlertList {...{ alerts, isCurrent }} {...shown} />);
  return { onAct, user: userEvent.setup() };
}
const button = (name: string) => screen.getByRole('button', { name });

beforeEach(fakeDialogs);
afterEach(cleanup);

it('says what is out of line, where its calls are, and that nobody sees to it yet', async () => {
  const { onAct, user } = show({ ...none, open: [fakeAlert()] });
  expect(screen.getByRole('listitem').textContent).toContain(`Main: ${text}`);
  expect(screen.getByText(/Nobody sees to it/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Its calls' }).getAttribute('href')).toBe(href);
  await user.click(button('I take it'));
  expect(onAct).toHaveBeenCalledExactlyOnceWith(id, 'take');
  expect(await axeFaults()).toEqual([]);
});

it('says what will happen before something becomes the new normal, or is left out', async () => {
  const { onAct, user } = show({ ...none, open: [fakeAlert()] });
  await user.click(button('This is the new normal'));
  expect(screen.getByRole('dialog').textContent).toContain('For four weeks there are no alerts');
  await user.click(button('Cancel'));
  expect(onAct).not.toHaveBeenCalled();
  await user.click(button('Leave these hours out'));
  const answers = screen.getAllByRole('button', { name: 'Leave these hours out' });
  await user.click(answers.at(-1) as HTMLElement);
  expect(onAct).toHaveBeenCalledExactlyOnceWith(id, 'leave-out');
});

it('lets nobody but its owner say what an alert is, though anybody may take it away', async () => {
  show({ ...none, open: [fakeAlert({ owner: { userId: aUserId(), name: 'Sam' } })] });
  expect(screen.getByText(/Sam sees to it/)).toBeTruthy();
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
    'Take away',
  ]);
  cleanup();
  const { onAct, user } = show({
    ...none,
    open: [fakeAlert({ owner: { userId: me, name: 'Maria' } })],
  });
  await user.click(button('Give back'));
  expect(onAct).toHaveBeenCalledExactlyOnceWith(id, 'give-back');
});

it('shows what is over, and undoes what somebody has said of it', async () => {
  const at = '2026-11-25T14:00:00Z';
  const { onAct, user } = show({
    ...none,
    closed: [
      fakeAlert({ closed: { at, how: 'new-normal', by: 'Sam' } }),
      fakeAlert({
        id: '0193d5d2-8a4e-4a3e-9c39-00000000a002',
        closed: { at, how: 'over', by: null },
      }),
    ],
  });
  expect(screen.getByText('Nothing is out of line.')).toBeTruthy();
  await user.click(screen.getByText('2 alerts of the last week'));
  expect(screen.getByText(/Sam: the new normal/)).toBeTruthy();
  await user.click(button('Undo'));
  expect(onAct).toHaveBeenCalledExactlyOnceWith(id, 'undo');
});

it('says that it learns, that there is no news, and that it waits for the first', () => {
  const figure = { queue: null, weeks: 2, of: 4 };
  const learning = [
    { metric: 'csat' as const, ...figure },
    { metric: 'offered' as const, ...figure, weeks: 3 },
  ];
  show({ ...none, learning }, false);
  expect(screen.getByText(/^Learning what is usual, 2 weeks of 4/)).toBeTruthy();
  expect(screen.getByRole('status').textContent).toContain('may be out of date');
  cleanup();
  show(null);
  expect(screen.getByRole('region', { name: 'Alerts' }).getAttribute('aria-busy')).toBe('true');
});
