import { expect, test, vi } from 'vitest';
import { render, screen, userEvent } from '../testing/dom.ts';
import { AgentStatusPicker } from './agent-status-picker.tsx';

test('is changed with the keyboard alone, and focus comes back', async () => {
  const onStatusChange = vi.fn();
  render(<AgentStatusPicker status="available" onStatusChange={onStatusChange} />);
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  expect(document.activeElement?.textContent).toBe('Available');
  await userEvent.keyboard('{End}{ArrowDown}{ArrowDown}{Enter}');
  expect(onStatusChange).toHaveBeenCalledWith('break', 'break');
  expect(screen.queryByRole('menu')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button'));
});

test('Escape and a press elsewhere close the menu without a change', async () => {
  const onStatusChange = vi.fn();
  render(<AgentStatusPicker status="break" onStatusChange={onStatusChange} />);
  await userEvent.click(screen.getByRole('button'));
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('menu')).toBeNull();
  await userEvent.click(screen.getByRole('button'));
  await userEvent.click(document.body);
  expect(screen.queryByRole('menu')).toBeNull();
  expect(onStatusChange).not.toHaveBeenCalled();
});

test.each(['on-call', 'wrap-up', 'offered'] as const)('%s is shown but not chosen', (status) => {
  render(<AgentStatusPicker status={status} onStatusChange={vi.fn()} />);
  expect(screen.getByRole<HTMLButtonElement>('button').disabled).toBe(true);
});

test('keeps focus and does nothing while a change is under way', async () => {
  const onStatusChange = vi.fn();
  const { rerender } = render(
    <AgentStatusPicker status="available" onStatusChange={onStatusChange} />,
  );
  await userEvent.tab();
  await userEvent.keyboard('{Enter}{ArrowDown}{Enter}');
  expect(onStatusChange).toHaveBeenCalledOnce();
  rerender(<AgentStatusPicker status="available" onStatusChange={onStatusChange} pending />);
  const trigger = screen.getByRole<HTMLButtonElement>('button', { busy: true });
  expect(document.activeElement).toBe(trigger);
  // A disabled element loses focus in browsers.
  expect(trigger.disabled).toBe(false);
  expect(trigger.ariaDisabled).toBe('true');
  await userEvent.keyboard('{Enter}');
  expect(screen.queryByRole('menu')).toBeNull();
});

test('takes the choice away when a call comes in, and does not offer it again by itself', async () => {
  const onStatusChange = vi.fn();
  const { rerender } = render(
    <AgentStatusPicker status="available" onStatusChange={onStatusChange} />,
  );
  await userEvent.click(screen.getByRole('button'));
  expect(screen.getByRole('menu')).toBeTruthy();
  rerender(<AgentStatusPicker status="offered" onStatusChange={onStatusChange} />);
  expect(screen.queryByRole('menu')).toBeNull();
  rerender(<AgentStatusPicker status="available" onStatusChange={onStatusChange} />);
  expect(screen.queryByRole('menu')).toBeNull();
});

test('offers what it is given also during a call, and says what comes next', async () => {
  const onStatusChange = vi.fn();
  render(
    <AgentStatusPicker
      status="on-call"
      detail="then lunch"
      onStatusChange={onStatusChange}
      choices={[
        { id: 'back', status: 'available', label: 'Available after this call' },
        { id: 'lunch', status: 'break', label: 'Lunch after this call', chosen: true },
        { id: 'meeting', status: 'break', label: 'Meeting after this call' },
      ]}
    />,
  );
  await userEvent.click(
    screen.getByRole('button', { name: /^Your status: ?On call, ?then lunch/ }),
  );
  expect(document.activeElement?.textContent).toBe('Lunch after this call');
  await userEvent.keyboard('{Enter}');
  expect(onStatusChange).not.toHaveBeenCalled();
  await userEvent.keyboard('{Enter}{End}{Enter}');
  expect(onStatusChange).toHaveBeenCalledWith('break', 'meeting');
});
