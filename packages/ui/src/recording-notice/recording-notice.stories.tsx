import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { RecordingNotice } from './recording-notice.tsx';

const meta = {
  title: 'Customer/RecordingNotice',
  component: RecordingNotice,
  args: { onValueChange: fn() },
} satisfies Meta<typeof RecordingNotice>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Undecided: Story = {};
export const Accepted: Story = { args: { defaultValue: 'accepted' } };
export const Missing: Story = { args: { error: 'Choose one of the two.' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Dark: Story = { args: { defaultValue: 'declined' }, globals: { theme: 'dark' } };

/** Nothing is chosen for the customer; keys choose, and either way can be taken back. */
export const Choosing: Story = {
  play: async ({ args, canvas, userEvent }) => {
    const yes = canvas.getByRole('radio', { name: 'Yes, write it down' });
    const no = canvas.getByRole('radio', { name: 'No, only talk' });
    await expect(yes).not.toBeChecked();
    await expect(no).not.toBeChecked();
    await userEvent.click(yes);
    await expect(args.onValueChange).toHaveBeenLastCalledWith('accepted');
    await userEvent.keyboard('{ArrowDown}');
    await expect(no).toBeChecked();
    await expect(args.onValueChange).toHaveBeenLastCalledWith('declined');
    await expect(no).toHaveAccessibleDescription(/^Nothing you say is stored/);
  },
};

/** By keys alone: Tab leads to the choice, space and arrows choose. */
export const Keyboard: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.tab();
    await expect(canvas.getByRole('radio', { name: 'Yes, write it down' })).toHaveFocus();
    await expect(args.onValueChange).not.toHaveBeenCalled();
    await userEvent.keyboard(' ');
    await expect(args.onValueChange).toHaveBeenLastCalledWith('accepted');
    await userEvent.keyboard('{ArrowUp}');
    await expect(args.onValueChange).toHaveBeenLastCalledWith('declined');
  },
};
