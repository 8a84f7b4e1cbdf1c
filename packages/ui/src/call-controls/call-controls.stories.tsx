import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { AudioLevelMeter } from '../audio-level-meter/audio-level-meter.tsx';
import { CallControls } from './call-controls.tsx';

const meta = {
  title: 'Call/CallControls',
  component: CallControls,
  args: {
    muted: false,
    held: false,
    onMutedChange: fn(),
    onHeldChange: fn(),
    onHangUp: fn(),
    children: (
      <>
        <AudioLevelMeter caption="You" level={0.6} />
        <AudioLevelMeter caption="Customer" level={0.3} />
      </>
    ),
  },
} satisfies Meta<typeof CallControls>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Talking: Story = {};
export const Muted: Story = { args: { muted: true } };
export const Held: Story = { args: { held: true } };
export const HangingUp: Story = { args: { pending: 'hang-up' } };
export const Customer: Story = {
  args: { shortcuts: null, size: 'lg', confirmHangUp: true },
};
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Dark: Story = { args: { muted: true }, globals: { theme: 'dark' } };
