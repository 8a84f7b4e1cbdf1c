import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { sampleItems } from '../stories/sample-items.ts';
import { withScriptedCall } from '../stories/with-scripted-call.tsx';
import { Captions } from './captions.tsx';

const meta = {
  title: 'Call/Captions',
  component: Captions,
  args: {
    items: sampleItems,
    names: { customer: 'You', agent: 'Daniel' },
    onVisibleChange: fn(),
    onSizeChange: fn(),
  },
} satisfies Meta<typeof Captions>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Live: Story = {};
export const ScriptedCall: Story = {
  decorators: [withScriptedCall],
  parameters: { scriptStartAtMs: 24_000 },
};
export const Empty: Story = { args: { items: [] } };
export const Off: Story = { args: { defaultVisible: false } };
export const Largest: Story = { args: { defaultSize: 3 } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Dark: Story = { globals: { theme: 'dark' } };
