import { StrictMode } from 'react';
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

test('left to itself it is open from the start, and closes', async () => {
  const onClose = vi.fn();
  render(<Dialog defaultOpen onClose={onClose} title="What is new" />);
  const dialog = screen.getByRole('dialog');
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(dialog.hasAttribute('open')).toBe(false);
  expect(onClose).toHaveBeenCalledOnce();
});

test('closed by the browser it asks its owner, and stays open where the owner wants it', () => {
  const onClose = vi.fn();
  render(<Dialog open onClose={onClose} title="Hang up?" />);
  const dialog = screen.getByRole<HTMLDialogElement>('dialog');
  dialog.close();
  fireEvent(dialog, new Event('close'));
  expect(onClose).toHaveBeenCalledOnce();
  expect(dialog.open).toBe(true);
});

test('closed by its owner it does not ask again', () => {
  const onClose = vi.fn();
  const { rerender } = render(<Dialog open onClose={onClose} title="Hang up?" />);
  const dialog = screen.getByRole('dialog');
  rerender(<Dialog open={false} onClose={onClose} title="Hang up?" />);
  fireEvent(dialog, new Event('close'));
  expect(onClose).not.toHaveBeenCalled();
});

test('taken away while open it closes before, so that the browser gives focus back', () => {
  const { unmount } = render(<Dialog open onClose={vi.fn()} title="Hang up?" />);
  const dialog = screen.getByRole<HTMLDialogElement>('dialog');
  const close = vi.spyOn(dialog, 'close').mockImplementation(() => {
    expect(dialog.isConnected).toBe(true);
  });
  unmount();
  expect(close).toHaveBeenCalledOnce();
});

test('stays open in StrictMode, and does not ask its owner to close', () => {
  const onClose = vi.fn();
  render(
    <StrictMode>
      <Dialog open onClose={onClose} title="Hang up?" />
    </StrictMode>,
  );
  const dialog = screen.getByRole<HTMLDialogElement>('dialog');
  // The browser tells of the closing in between once everything is done.
  fireEvent(dialog, new Event('close'));
  expect(dialog.open).toBe(true);
  expect(onClose).not.toHaveBeenCalled();
});

test('keeps Escape, and takes no cancelling of something in it for its own', () => {
  const onClose = vi.fn();
  const onKeyDown = vi.fn();
  render(
    // biome-ignore lint/a11y/noStaticElementInteractions: stands for whatever listens around a dialog.
    <div onKeyDown={onKeyDown}>
      <Dialog open onClose={onClose} title="Send a file">
        <input type="file" aria-label="File" />
      </Dialog>
    </div>,
  );
  const file = screen.getByLabelText('File');
  fireEvent.keyDown(file, { key: 'Escape' });
  expect(onKeyDown).not.toHaveBeenCalled();
  fireEvent(file, new Event('cancel', { bubbles: true }));
  expect(onClose).not.toHaveBeenCalled();
});
