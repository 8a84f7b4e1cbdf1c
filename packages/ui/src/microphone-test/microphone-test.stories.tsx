import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { fakeLevels } from '../stories/fake-levels.ts';
import { MicrophoneTest } from './microphone-test.tsx';

const meta = {
  title: 'Sound/MicrophoneTest',
  component: MicrophoneTest,
  args: {
    permission: 'granted',
    onRequest: fn(),
    devices: [{ id: 'a', label: 'Headset (USB)' }],
    deviceId: 'a',
  },
} satisfies Meta<typeof MicrophoneTest>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Listening: Story = { args: { level: 0.02 } };
export const Heard: Story = { args: { subscribeLevel: fakeLevels, heard: true } };
export const Live: Story = { args: { subscribeLevel: fakeLevels } };
export const Denied: Story = { args: { permission: 'denied' } };
export const Dark: Story = { args: { level: 0.5, heard: true }, globals: { theme: 'dark' } };

/** Speech is heard from the levels alone, and said once. */
export const Hearing: Story = {
  args: { subscribeLevel: fakeLevels, onHeard: fn() },
  play: async ({ args, canvas }) => {
    await expect(canvas.getByText('Say a few words.')).toBeVisible();
    await waitFor(() => expect(canvas.getByText('We can hear you.')).toBeVisible(), {
      timeout: 5_000,
    });
    await expect(args.onHeard).toHaveBeenCalledOnce();
  },
};
/** A blocked microphone leads to the way out, not to a meter that never moves. */
export const AskingAgain: Story = {
  ...Denied,
  play: async ({ args, canvas, userEvent }) => {
    await expect(canvas.queryByRole('meter')).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }));
    await expect(args.onRequest).toHaveBeenCalledOnce();
  },
};
export const Prompt: Story = { args: { permission: 'prompt' } };
export const RightToLeft: Story = {
  args: { level: 0.5, heard: true },
  globals: { direction: 'rtl' },
};
