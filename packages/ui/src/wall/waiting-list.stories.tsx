import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleWaiting, sampleWallNowMs } from '../stories/sample-wall.ts';
import { WaitingList } from './waiting-list.tsx';

const meta = {
  title: 'Wall/WaitingList',
  component: WaitingList,
  args: { waiting: sampleWaiting, nowMs: sampleWallNowMs, style: { inlineSize: 260 } },
} satisfies Meta<typeof WaitingList>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Ready: Story = {};
export const OneQueue: Story = { args: { showQueue: false } };
export const More: Story = { args: { limit: 2 } };
export const Nobody: Story = { args: { waiting: [] } };
export const Stale: Story = { args: { stale: true } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const HighContrast: Story = { globals: { theme: 'high-contrast' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
