import type { Meta, StoryObj } from '@storybook/react-vite';
import { fakeLevels } from '../stories/fake-levels.ts';
import { AudioLevelMeter } from './audio-level-meter.tsx';

const meta = {
  title: 'Sound/AudioLevelMeter',
  component: AudioLevelMeter,
  args: { caption: 'You' },
} satisfies Meta<typeof AudioLevelMeter>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Silent: Story = {};
export const Loud: Story = { args: { level: 0.7 } };
export const Live: Story = { args: { subscribe: fakeLevels } };
export const Muted: Story = { args: { muted: true } };
export const RightToLeft: Story = { args: { level: 0.5 }, globals: { direction: 'rtl' } };
export const Dark: Story = { args: { level: 0.5 }, globals: { theme: 'dark' } };
