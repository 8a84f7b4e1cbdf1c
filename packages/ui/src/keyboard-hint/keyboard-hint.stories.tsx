import type { Meta, StoryObj } from '@storybook/react-vite';
import { KeyboardHint } from './keyboard-hint.tsx';

const meta = {
  title: 'Foundations/KeyboardHint',
  component: KeyboardHint,
  args: { keys: 'Shift+Mod+E' },
} satisfies Meta<typeof KeyboardHint>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Mac: Story = { args: { platform: 'mac' } };
export const Other: Story = { args: { platform: 'other' } };
export const OneKey: Story = { args: { keys: 'M' } };
export const OtherLanguage: Story = {
  args: { platform: 'other', labels: { other: { Mod: 'Strg', Shift: 'Umschalt' } } },
};
