import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { RecordingNotice } from './recording-notice.tsx';

const meta = {
  title: 'Customer/RecordingNotice',
  component: RecordingNotice,
  args: { onValueChange: fn() },
} satisfies Meta<typeof RecordingNotice>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Undecided: Story = {};
export const Accepted: Story = { args: { defaultValue: 'accepted' } };
export const Missing: Story = { args: { error: 'Choose one of the two.' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Dark: Story = { args: { defaultValue: 'declined' }, globals: { theme: 'dark' } };
