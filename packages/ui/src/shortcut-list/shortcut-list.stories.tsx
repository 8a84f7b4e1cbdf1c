import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor, within } from 'storybook/test';
import { ShortcutList } from './shortcut-list.tsx';

const meta = {
  title: 'Foundations/ShortcutList',
  component: ShortcutList,
  args: {
    open: true,
    onClose: fn(),
    shortcuts: [
      { keys: 'M', label: 'Mute or unmute' },
      { keys: 'H', label: 'Hold or resume' },
      { keys: 'Shift+Mod+E', label: 'Hang up' },
      { keys: '?', label: 'Show this list' },
    ],
  },
} satisfies Meta<typeof ShortcutList>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Open: Story = {};
export const Dark: Story = { globals: { theme: 'dark' } };

export const Closing: Story = {
  play: async ({ args, canvas, userEvent }) => {
    const list = within(canvas.getByRole('dialog', { name: 'Keyboard shortcuts' }));
    await expect(list.getAllByRole('term').map((term) => term.textContent)).toEqual(
      args.shortcuts.map(({ label }) => label),
    );
    await userEvent.click(list.getByRole('button', { name: 'Close' }));
    await expect(args.onClose).toHaveBeenCalledOnce();
  },
};
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
/** Left to itself it opens at its key, and gives the focus back as it closes. */
export const OpensAtItsKey: Story = {
  args: { open: undefined },
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.queryByRole('dialog')).toBeNull();
    await userEvent.keyboard('?');
    const list = within(await canvas.findByRole('dialog', { name: 'Keyboard shortcuts' }));
    await userEvent.click(list.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull());
  },
};
