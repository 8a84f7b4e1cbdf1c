import type { Meta, StoryObj } from '@storybook/react-vite';
import { TextArea } from './text-area.tsx';

const meta = {
  title: 'Foundations/TextArea',
  component: TextArea,
  args: { label: 'Notes' },
} satisfies Meta<typeof TextArea>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Empty: Story = {};
export const Filled: Story = {
  args: {
    defaultValue: 'Parcel stuck in Leeds.\nSecond one sent by express.',
    hint: 'Only your team sees it.',
  },
};
export const Invalid: Story = { args: { error: '12 characters too long.' } };
