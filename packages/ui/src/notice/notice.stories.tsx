import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { Button } from '../button/button.tsx';
import { Notice } from './notice.tsx';

const meta = {
  title: 'Foundations/Notice',
  component: Notice,
  args: { children: 'The queue opens at eight.' },
} satisfies Meta<typeof Notice>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Info: Story = {};
export const Success: Story = { args: { tone: 'success', title: 'Saved' } };
export const Warning: Story = {
  args: {
    tone: 'warning',
    title: 'Transcription is 6 s late',
    children: 'You can keep talking.',
    onDismiss: fn(),
  },
};
export const Failed: Story = {
  args: {
    tone: 'error',
    title: 'The call could not be started',
    children: 'We could not reach the server. Your details are kept.',
    action: <Button size="sm">Try again</Button>,
  },
};
export const Dark: Story = { ...Failed, globals: { theme: 'dark' } };
export const HighContrast: Story = { ...Failed, globals: { theme: 'high-contrast' } };

/** Says what happened to those who cannot see it, and can be put away. */
export const Dismissing: Story = {
  ...Warning,
  play: async ({ args, canvas, userEvent }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('Transcription is 6 s late');
    await userEvent.click(canvas.getByRole('button', { name: 'Dismiss' }));
    await expect(args.onDismiss).toHaveBeenCalledOnce();
  },
};
export const RightToLeft: Story = { ...Failed, globals: { direction: 'rtl' } };
