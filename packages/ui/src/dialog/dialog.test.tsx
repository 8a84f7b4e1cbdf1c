import { expect, test, vi } from 'vitest';
import { fireEvent, render, screen, userEvent } from '../testing/dom.ts';
import { Dialog } from './dialog.tsx';

test('opens, is named by its title and puts focus where it is asked to', () => {
  render(
    <Dialog open onClose={vi.fn()} title="Hang up?" description="The call ends.">
      <button type="button" data-initial-focus>
        Stay
      </button>
    </Dialog>,
  );
  const dialog = screen.getByRole('dialog', { name: 'Hang up?' });
  expect(dialog.hasAttribute('open')).toBe(true);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Stay' }));
});

test('asks to close on Escape, its button and a press beside it, and waits for its owner', async () => {
  const onClose = vi.fn();
  render(<Dialog open onClose={onClose} title="Hang up?" />);
  const dialog = screen.getByRole('dialog');
  fireEvent(dialog, new Event('cancel', { cancelable: true }));
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  await userEvent.click(dialog);
  expect(onClose).toHaveBeenCalledTimes(3);
  expect(dialog.hasAttribute('open')).toBe(true);
});
