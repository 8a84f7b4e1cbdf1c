import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
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
export const RightToLeft: Story = {
  args: { label: 'ملاحظات', defaultValue: 'الطرد في ليدز.' },
  globals: { direction: 'rtl' },
};
export const Dark: Story = { ...Filled, globals: { theme: 'dark' } };

/** Is called by its label and described by its hint; grows with its lines. */
export const Writing: Story = {
  args: { hint: 'Only your team sees it.' },
  play: async ({ canvas, userEvent }) => {
    const box = canvas.getByRole('textbox', { name: 'Notes' });
    await expect(box).toHaveAccessibleDescription('Only your team sees it.');
    const beforePx = box.clientHeight;
    await userEvent.type(box, 'Parcel in Leeds.{Enter}'.repeat(6));
    await expect(box.clientHeight).toBeGreaterThan(beforePx);
  },
};
