import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { trendPoints } from '../stories/sample-sentiment.ts';
import { withScriptedCall } from '../stories/with-scripted-call.tsx';
import { SentimentTrend } from './sentiment-trend.tsx';

const meta = {
  title: 'Assist/SentimentTrend',
  component: SentimentTrend,
  args: { points: trendPoints([-0.1, -0.5, -0.8, -0.7, -0.2, 0.1, 0.4, 0.7, 0.6]) },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 312 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof SentimentTrend>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Rising: Story = {};
export const Falling: Story = { args: { points: trendPoints([0.5, 0.2, -0.2, -0.6, -0.9, -1]) } };
export const Empty: Story = { args: { points: [] } };
export const OnePoint: Story = { args: { points: trendPoints([-0.4]) } };
export const TwoHundredPoints: Story = {
  args: { points: trendPoints(Array.from({ length: 200 }, (_, index) => Math.sin(index / 9))) },
};
export const Strip: Story = { args: { variant: 'strip' } };
export const StripEmpty: Story = { args: { variant: 'strip', points: [] } };
export const StripDark: Story = { ...Strip, globals: { theme: 'dark' } };
export const StripRightToLeft: Story = { ...Strip, globals: { direction: 'rtl' } };
export const WithoutAlert: Story = { args: { alertBelow: null } };
export const VeryNarrow: Story = {
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 180 }}>
        <Story />
      </div>
    ),
  ],
};
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const HighContrast: Story = { globals: { theme: 'high-contrast' } };

/** As in a call: the line begins with the first words of the customer, and each turn adds a point. */
export const ScriptedCall: Story = {
  args: { points: [] },
  decorators: [withScriptedCall],
  parameters: { scriptStartAtMs: 11_000 },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('img')).toBeNull();
    await canvas.findByRole(
      'img',
      { name: /^Sentiment of the customer: negative/ },
      { timeout: 8_000 },
    );
  },
};
