import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
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
export const RightToLeft: Story = {
  args: { label: 'الميكروفون', hint: 'سماعة أو ميكروفون مدمج' },
  globals: { direction: 'rtl' },
};
export const Dark: Story = {
  args: { hint: 'The one you speak into.' },
  globals: { theme: 'dark' },
};

/** Is called by its label, tells the value chosen, and says what is wrong. */
export const Choosing: Story = {
  ...Invalid,
  play: async ({ args, canvas, userEvent }) => {
    const list = canvas.getByRole('combobox', { name: 'Microphone' });
    await expect(list).toBeInvalid();
    await expect(list).toHaveAccessibleDescription('Choose a microphone.');
    await userEvent.tab();
    await expect(list).toHaveFocus();
    await userEvent.selectOptions(list, 'Built-in microphone');
    await expect(args.onValueChange).toHaveBeenLastCalledWith('b');
    await expect(list).toHaveValue('b');
  },
};
