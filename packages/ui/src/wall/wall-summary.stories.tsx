import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleWallNowMs } from '../stories/sample-wall.ts';
import { WallSummary } from './wall-summary.tsx';

const meta = {
  title: 'Wall/WallSummary',
  component: WallSummary,
  args: {
    ...{ calls: 12, needHelp: 2, waiting: 3, available: 4, onDuty: 14, freshness: 'live' },
    longestSinceMs: sampleWallNowMs - 80_000,
    nowMs: sampleWallNowMs,
  },
} satisfies Meta<typeof WallSummary>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Live: Story = {};
export const Quiet: Story = {
  args: { calls: 1, needHelp: 0, waiting: 0, longestSinceMs: null, available: 0, onDuty: 0 },
};
export const Stale: Story = { args: { freshness: 'stale', silentMs: 7_400 } };
export const Offline: Story = { args: { freshness: 'offline', silentMs: 64_000 } };
export const Loading: Story = { args: { freshness: 'loading' } };
export const Narrow: Story = { args: { freshness: 'stale', style: { inlineSize: 358 } } };
export const Dark: Story = { args: Stale.args ?? {}, globals: { theme: 'dark' } };
export const HighContrast: Story = { globals: { theme: 'high-contrast' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
