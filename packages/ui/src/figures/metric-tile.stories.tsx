import type { Meta, StoryObj } from '@storybook/react-vite';
import { MetricTile } from './metric-tile.tsx';

const meta = {
  title: 'Figures/MetricTile',
  component: MetricTile,
  args: {
    name: 'Speed of answer',
    value: '0:33',
    sample: '37 answered calls',
    change: { words: '11 s shorter', tone: 'better' },
    points: [52, 48, null, 61, 44, 39, 33],
    callsHref: '#calls',
    definition: {
      sentence: 'How long customers waited until an agent took their call, on average.',
      formula: 'waits of answered calls ÷ answered calls',
      worked: '1,221 s ÷ 37 calls = 0:33',
    },
  },
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 220 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof MetricTile>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Ready: Story = {};
export const Worse: Story = { args: { change: { words: '14 s longer', tone: 'worse' } } };
export const Unchanged: Story = { args: { change: { words: 'As before', tone: 'neutral' } } };
export const WithoutValue: Story = {
  args: {
    ...{ name: 'CSAT', value: null, why: '4 ratings, 10 are needed', change: null },
    ...{ points: [null, null, null], callsHref: undefined },
  },
};
export const NothingBefore: Story = { args: { change: null, points: undefined } };
export const Updating: Story = { args: { updating: true } };
export const VeryLong: Story = {
  args: {
    name: 'Erstreaktionszeit einschließlich der ersten geschriebenen Nachricht',
    sample: '1,234,567 answered calls of all queues',
    change: { words: '11 minutes and 42 seconds shorter than before', tone: 'better' },
  },
};
export const Dark: Story = { globals: { theme: 'dark' } };
export const HighContrast: Story = { globals: { theme: 'high-contrast' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
