import type { Meta, StoryObj } from '@storybook/react-vite';
import { SentimentSpark } from './sentiment-spark.tsx';

const meta = {
  title: 'History/SentimentSpark',
  component: SentimentSpark,
  args: { start: 0.1, end: -0.7, trend: [0.2, -0.1, -0.3, -0.2, -0.5, -0.8, -0.6] },
} satisfies Meta<typeof SentimentSpark>;

export default meta;
type Story = StoryObj<typeof meta>;

export const EndsUpset: Story = {};
export const UpsetThroughout: Story = {
  args: { start: -0.8, end: -0.6, trend: [-0.9, null, -0.5] },
};
export const CalmsDown: Story = { args: { start: -0.6, end: 0.1, trend: [-0.4, -0.1] } };
export const CalmThroughout: Story = { args: { start: 0, end: 0, trend: [] } };
export const EndsCalm: Story = { args: { start: 0.8, end: 0, trend: [0.5, 0.2] } };
export const TurnsAround: Story = { args: { start: -1, end: 1, trend: [-0.6, 0, 0.7] } };
export const EndsPleased: Story = { args: { start: 0, end: 0.6, trend: [0.1, 0.3] } };
export const PleasedThroughout: Story = { args: { start: 0.6, end: 0.8, trend: [0.7] } };
export const OneScore: Story = { args: { start: null, end: -0.6, trend: [] } };
export const Unknown: Story = { args: { start: null, end: null, trend: [] } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const HighContrast: Story = { globals: { theme: 'high-contrast' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
