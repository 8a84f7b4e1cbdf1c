import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
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

export const Choosing: Story = {
  play: async ({ args, canvas, userEvent }) => {
    const list = canvas.getByRole('combobox', { name: 'Microphone' });
    await userEvent.selectOptions(list, 'Built-in microphone');
    await expect(args.onValueChange).toHaveBeenLastCalledWith('b');
    await expect(list).toHaveValue('b');
  },
};
export const Asking: Story = {
  ...Prompt,
  play: async ({ args, canvas, userEvent }) => {
    await expect(canvas.queryByRole('combobox')).toBeNull();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect(args.onRequest).toHaveBeenCalledOnce();
  },
};
