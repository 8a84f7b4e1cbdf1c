import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { DevicePicker } from './device-picker.tsx';

const meta = {
  title: 'Sound/DevicePicker',
  component: DevicePicker,
  args: {
    kind: 'microphone',
    onValueChange: fn(),
    onRequest: fn(),
    devices: [
      { id: 'a', label: 'Headset (USB)' },
      { id: 'b', label: 'Built-in microphone' },
    ],
  },
} satisfies Meta<typeof DevicePicker>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Microphones: Story = {};
export const Speakers: Story = { args: { kind: 'speaker', devices: [{ id: 'c', label: '' }] } };
export const Prompt: Story = { args: { permission: 'prompt' } };
export const Denied: Story = { args: { permission: 'denied' } };
export const Missing: Story = { args: { permission: 'missing', devices: [] } };
export const InUse: Story = { args: { permission: 'in-use' } };
export const Dark: Story = { args: { permission: 'denied' }, globals: { theme: 'dark' } };
