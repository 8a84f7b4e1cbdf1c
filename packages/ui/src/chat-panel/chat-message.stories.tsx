import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { ChatMessage } from './chat-message.tsx';

const meta = {
  title: 'Call/ChatMessage',
  component: ChatMessage,
  args: { text: '4521-0098', name: 'Maria Santos', own: false, time: '14:03' },
} satisfies Meta<typeof ChatMessage>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Other: Story = {};
export const Own: Story = { args: { own: true, name: 'You', text: 'Thank you, I have it.' } };
export const Sending: Story = { args: { own: true, name: 'You', state: 'sending' } };
export const Failed: Story = { args: { own: true, name: 'You', state: 'failed', onRetry: fn() } };
export const VeryLong: Story = { args: { text: 'a'.repeat(400) } };

export const SendingAgain: Story = {
  ...Failed,
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Send again' }));
    await expect(args.onRetry).toHaveBeenCalledOnce();
  },
};
export const RightToLeft: Story = { args: { own: true }, globals: { direction: 'rtl' } };
export const Dark: Story = { args: { own: true }, globals: { theme: 'dark' } };
