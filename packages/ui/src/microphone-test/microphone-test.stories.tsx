import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
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
