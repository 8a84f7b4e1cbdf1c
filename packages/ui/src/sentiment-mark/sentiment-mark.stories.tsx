import type { Meta, StoryObj } from '@storybook/react-vite';
import { SentimentMark } from './sentiment-mark.tsx';

const meta = {
  title: 'Assist/SentimentMark',
  component: SentimentMark,
  args: { label: 'negative', score: -0.64, confidence: 0.8 },
} satisfies Meta<typeof SentimentMark>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Negative: Story = {};
export const Neutral: Story = { args: { label: 'neutral', score: 0.1 } };
export const Positive: Story = { args: { label: 'positive', score: 0.7 } };
export const Compact: Story = { args: { compact: true } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const HighContrast: Story = { globals: { theme: 'high-contrast' } };
