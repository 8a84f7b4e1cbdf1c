import { queueIdSchema } from '@agent/protocol';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { axeFaults } from '#client/test-support/axe-faults.ts';
import { fakeQueue } from '#client/test-support/fake-admin-queue.ts';
import { CHANGE, openQueues } from './test-support/open-queues.tsx';

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const empty = fakeQueue({
  ...{ id: queueIdSchema.parse('empty'), name: 'דואר 🛟', memberIds: [], agents: 0 },
  cardIds: ['late-order'],
});

it.each([
  ['with nothing chosen', ''],
  ['with a queue', '?queue=main'],
  ['with a queue that nobody takes', '?queue=empty'],
  ['with a new queue', '?queue=_new'],
  ['with a queue that is gone', '?queue=gone'],
])('has no fault that axe could find, %s', async (_what, address) => {
  openQueues({ queues: [fakeQueue(), empty], address });
  await screen.findByRole('button', { name: /^Main/ });
  if (address !== '' && address !== '?queue=gone') await screen.findByLabelText('Name');
  expect(await axeFaults()).toEqual([]);
});

it('has none where faults, a second step and another admin are told of', async () => {
  const { user, stored, lookAgain } = openQueues({
    queues: [fakeQueue(), empty],
    address: '?queue=main',
  });
  await user.clear(await screen.findByLabelText('Name'));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Enter the name.');
  stored.queues = [fakeQueue({ version: 2, name: 'Theirs', changedBy: 'Bo' }), empty];
  await act(() => lookAgain());
  await screen.findByRole('group', { name: 'the name' });
  expect(await axeFaults()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Remove' }));
  await screen.findByRole('dialog');
  expect(await axeFaults()).toEqual([]);
});

it('is worked by keyboard alone', async () => {
  const { user, server } = openQueues();
  await screen.findByRole('button', { name: /^Main/ });
  const tabTo = async (name: string | RegExp) => {
    for (let presses = 0; presses < 60; presses++) {
      await user.tab();
      const { activeElement } = document;
      const label = activeElement instanceof HTMLInputElement ? activeElement.labels?.[0] : null;
      const words = label?.textContent ?? activeElement?.textContent ?? '';
      const said = activeElement?.getAttribute('aria-label') ?? words;
      if (typeof name === 'string' ? said === name : name.test(said)) return;
    }
    throw new Error(`Nothing called ${name} was reached.`);
  };
  await tabTo(/^Main/);
  await user.keyboard('{Enter}');
  await screen.findByLabelText('Name');
  await tabTo('Name');
  await user.keyboard('{End} line');
  await tabTo('Move outcome 2 up');
  await user.keyboard('{Enter}');
  expect(await screen.findByText('Now outcome 1 of 2.')).toBeTruthy();
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Move outcome 1 down');
  await tabTo('Save');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(server.sent(CHANGE)).toHaveLength(1));
  expect(server.sent(CHANGE)).toMatchObject([
    { name: 'Main line', outcomes: [{ id: 'other' }, { id: 'resolved' }] },
  ]);
});
