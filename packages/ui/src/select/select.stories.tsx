import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { Select } from './select.tsx';

const meta = {
  title: 'Foundations/Select',
  component: Select,
  args: {
    label: 'Microphone',
    onValueChange: fn(),
    options: [
      { value: 'a', label: 'Headset (USB)' },
      { value: 'b', label: 'Built-in microphone' },
    ],
  },
} satisfies Meta<typeof Select>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Ready: Story = {};
export const Invalid: Story = { args: { error: 'Choose a microphone.' } };
export const Disabled: Story = { args: { disabled: true } };
