import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { Rating } from './rating.tsx';

const meta = {
  title: 'Customer/Rating',
  component: Rating,
  args: { onSubmit: fn() },
} satisfies Meta<typeof Rating>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Open: Story = {};
export const Scored: Story = { args: { defaultValue: 4 } };
export const Failed: Story = {
  args: { defaultValue: 2, error: 'We could not send it. Your words are kept; try again.' },
};
export const Submitted: Story = { args: { submitted: true } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Dark: Story = { args: { defaultValue: 5 }, globals: { theme: 'dark' } };
