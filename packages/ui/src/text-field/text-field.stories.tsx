import type { Meta, StoryObj } from '@storybook/react-vite';
import { TextField } from './text-field.tsx';

const meta = {
  title: 'Foundations/TextField',
  component: TextField,
  args: { label: 'Your name' },
} satisfies Meta<typeof TextField>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Empty: Story = {};
export const WithHint: Story = {
  args: { hint: 'The agent sees it.', defaultValue: 'Maria Santos' },
};
export const Invalid: Story = {
  args: { label: 'E-mail or phone', defaultValue: '?', error: 'Enter your e-mail or phone.' },
};
export const Disabled: Story = { args: { disabled: true, defaultValue: 'Maria Santos' } };
export const RightToLeft: Story = {
  args: { label: 'الاسم', defaultValue: 'ماريا' },
  globals: { direction: 'rtl' },
};
export const Dark: Story = { args: { error: 'Enter your name.' }, globals: { theme: 'dark' } };
