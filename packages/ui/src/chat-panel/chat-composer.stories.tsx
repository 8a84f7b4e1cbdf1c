import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { ChatComposer } from './chat-composer.tsx';

const meta = {
  title: 'Call/ChatComposer',
  component: ChatComposer,
  args: { onSend: fn() },
} satisfies Meta<typeof ChatComposer>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Empty: Story = {};
export const Draft: Story = { args: { defaultValue: 'My order number is 4521' } };
export const TooLong: Story = { args: { defaultValue: 'abcdef', maxLength: 4 } };
export const Disabled: Story = { args: { disabled: true } };

/** Enter sends, Shift+Enter starts a line, nothing is sent that says nothing. */
export const Writing: Story = {
  play: async ({ args, canvas, userEvent }) => {
    const box = canvas.getByRole('textbox', { name: 'Message' });
    await expect(canvas.getByRole('button', { name: 'Send message' })).toBeDisabled();
    await userEvent.type(box, '  {Enter}');
    await expect(args.onSend).not.toHaveBeenCalled();
    await userEvent.clear(box);
    await userEvent.type(box, '4521{Shift>}{Enter}{/Shift}0098');
    await expect(box).toHaveValue('4521\n0098');
    await expect(args.onSend).not.toHaveBeenCalled();
    await userEvent.keyboard('{Enter}');
    await expect(args.onSend).toHaveBeenLastCalledWith('4521\n0098');
    await expect(box).toHaveValue('');
    await userEvent.type(box, 'Thanks');
    await userEvent.click(canvas.getByRole('button', { name: 'Send message' }));
    await expect(args.onSend).toHaveBeenLastCalledWith('Thanks');
  },
};

/** Says by how much it is too long, keeps the words and sends nothing. */
export const TypedTooLong: Story = {
  args: { maxLength: 4 },
  play: async ({ args, canvas, userEvent }) => {
    const box = canvas.getByRole('textbox', { name: 'Message' });
    await userEvent.type(box, 'abcdef{Enter}');
    await expect(args.onSend).not.toHaveBeenCalled();
    await expect(box).toHaveValue('abcdef');
    await expect(box).toHaveAccessibleDescription('2 characters too long.');
    await userEvent.type(box, '{Backspace}{Backspace}{Enter}');
    await expect(args.onSend).toHaveBeenLastCalledWith('abcd');
  },
};
export const RightToLeft: Story = {
  args: { defaultValue: 'رقم طلبي هو 4521' },
  globals: { direction: 'rtl' },
};
export const Dark: Story = { ...Draft, globals: { theme: 'dark' } };
