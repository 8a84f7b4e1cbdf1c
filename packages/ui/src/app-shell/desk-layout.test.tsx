import { expect, test, vi } from 'vitest';
import { AgentStatusPicker } from '../agent-status-picker/agent-status-picker.tsx';
import { AISuggestionPanel } from '../ai-suggestion-panel/ai-suggestion-panel.tsx';
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

test('Escape that something in the drawer has dealt with does not close the drawer', async () => {
  const onDrawerOpenChange = vi.fn();
  const onStatusChange = vi.fn();
  render(
    <DeskLayout
      left="L"
      main="M"
      right={
        <>
          <AISuggestionPanel
            suggestions={[]}
            onUse={vi.fn()}
            onSaid={vi.fn()}
            onEdit={vi.fn()}
            onDismiss={vi.fn()}
            onWrong={vi.fn()}
            onDensityChange={vi.fn()}
          />
          <AgentStatusPicker status="available" onStatusChange={onStatusChange} />
        </>
      }
      defaultDrawerOpen
      onDrawerOpenChange={onDrawerOpenChange}
    />,
  );
  for (const menu of [/^How many/, /^Your status/]) {
    await userEvent.click(screen.getByRole('button', { name: menu }));
    await userEvent.keyboard('{Escape}');
    expect(screen.getByRole('button', { name: menu, expanded: false })).toBe(
      document.activeElement,
    );
  }
  expect(onDrawerOpenChange).not.toHaveBeenCalled();
  await userEvent.keyboard('{Escape}');
  expect(onDrawerOpenChange).toHaveBeenCalledExactlyOnceWith(false);
});

test('Escape moves no focus where there is no drawer to close', async () => {
  const onDrawerOpenChange = vi.fn();
  render(
    <DeskLayout
      left="L"
      main="M"
      right={<button type="button">Inside</button>}
      onDrawerOpenChange={onDrawerOpenChange}
    />,
  );
  const inside = screen.getByText('Inside');
  inside.focus();
  await userEvent.keyboard('{Escape}');
  expect(document.activeElement).toBe(inside);
  expect(onDrawerOpenChange).not.toHaveBeenCalled();
});
