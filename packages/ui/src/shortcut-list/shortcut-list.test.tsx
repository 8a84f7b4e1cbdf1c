import { expect, test, vi } from 'vitest';
import { render, screen, userEvent } from '../testing/dom.ts';
import { ShortcutList } from './shortcut-list.tsx';

const shortcuts = [{ keys: 'M', label: 'Mute' }];

test('left to itself it opens at its key and closes by its button', async () => {
  const onClose = vi.fn();
  render(<ShortcutList shortcuts={shortcuts} onClose={onClose} />);
  expect(screen.queryByRole('dialog')).toBeNull();
  await userEvent.keyboard('?');
  expect(screen.getByRole('dialog', { name: 'Keyboard shortcuts' }).textContent).toContain('Mute');
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(onClose).toHaveBeenCalledOnce();
});

test('is open from the start where it is told to be, at another key, or at none', async () => {
  const { unmount } = render(<ShortcutList shortcuts={shortcuts} defaultOpen />);
  expect(screen.getByRole('dialog')).toBeTruthy();
  unmount();
  const { rerender } = render(<ShortcutList shortcuts={shortcuts} openKeys={null} />);
  await userEvent.keyboard('?');
  expect(screen.queryByRole('dialog')).toBeNull();
  rerender(<ShortcutList shortcuts={shortcuts} openKeys="H" />);
  await userEvent.keyboard('h');
  expect(screen.getByRole('dialog')).toBeTruthy();
});

test('leaves opening and closing to its owner', async () => {
  const onClose = vi.fn();
  const { rerender } = render(
    <ShortcutList shortcuts={shortcuts} open={false} onClose={onClose} />,
  );
  await userEvent.keyboard('?');
  expect(screen.queryByRole('dialog')).toBeNull();
  rerender(<ShortcutList shortcuts={shortcuts} open onClose={onClose} />);
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(onClose).toHaveBeenCalledOnce();
  expect(screen.getByRole('dialog')).toBeTruthy();
});
