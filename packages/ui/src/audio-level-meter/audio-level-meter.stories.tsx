import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
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

/** Follows its source; a muted one says so and stands still. */
export const Following: Story = {
  ...Live,
  play: async ({ canvas }) => {
    const meter = canvas.getByRole('meter', { name: 'Sound level: You' });
    await waitFor(() => expect(Number(meter.getAttribute('aria-valuenow'))).toBeGreaterThan(20), {
      timeout: 5_000,
    });
    await expect(meter.dataset.state).toBe('audible');
  },
};
export const StandingStill: Story = {
  args: { subscribe: fakeLevels, muted: true },
  play: async ({ canvas }) => {
    const meter = canvas.getByRole('meter');
    await new Promise((resolve) => setTimeout(resolve, 400));
    await expect(meter).toHaveAttribute('aria-valuenow', '0');
    await expect(meter).toHaveAttribute('aria-valuetext', 'muted');
    await expect(canvas.getByText('You · muted')).toBeVisible();
  },
};
