import { expect, test, vi } from 'vitest';
import { render, screen, userEvent, within } from '../testing/dom.ts';
import { DeskLayout } from './desk-layout.tsx';

test('offers a tab for each column that is there', async () => {
  const onActiveColumnChange = vi.fn();
  render(<DeskLayout left="L" main="M" onActiveColumnChange={onActiveColumnChange} />);
  const tabs = screen.getAllByRole('button');
  expect(tabs.map((tab) => tab.textContent)).toEqual(['Customer', 'Conversation']);
  await userEvent.click(screen.getByRole('button', { name: 'Customer' }));
  expect(onActiveColumnChange).toHaveBeenCalledWith('left');
  expect(screen.getByRole('button', { name: 'Customer' }).getAttribute('aria-current')).toBe(
    'true',
  );
});

test('falls back to the conversation when the active column goes away', () => {
  const { container, rerender } = render(
    <DeskLayout left="L" main="M" right="R" activeColumn="right" />,
  );
  rerender(<DeskLayout left="L" main="M" activeColumn="right" />);
  expect(container.querySelector<HTMLElement>('[data-slot=desk-layout]')?.dataset.active).toBe(
    'main',
  );
});

test('opens the drawer by its button and closes it by Escape inside', async () => {
  const { container } = render(
    <DeskLayout left="L" main="M" right={<button type="button">Inside</button>} />,
  );
  const root = container.querySelector<HTMLElement>('[data-slot=desk-layout]');
  await userEvent.click(screen.getAllByRole('button', { name: 'Assistant' })[0] as HTMLElement);
  expect(root?.dataset.state).toBe('drawer-open');
  screen.getByText('Inside').focus();
  await userEvent.keyboard('{Escape}');
  expect(root?.dataset.state).toBe('drawer-closed');
});

test('tells what waits in a column that is out of sight', () => {
  const notes = { right: { count: 2, text: '2 suggestions' } };
  const { container, rerender } = render(<DeskLayout left="L" main="M" right="R" notes={notes} />);
  const tabs = container.querySelector('nav') as HTMLElement;
  expect(within(tabs).getByRole('button', { name: 'Assistant, 2 suggestions' })).toBeTruthy();
  expect(within(tabs).getByRole('status').textContent?.trim()).toBe('2 suggestions');
  rerender(<DeskLayout left="L" main="M" right="R" notes={notes} activeColumn="right" />);
  expect(within(tabs).getByRole('button', { name: 'Assistant' })).toBeTruthy();
  expect(within(tabs).getByRole('status').textContent?.trim()).toBe('');
});
