import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleDayCalls, sampleDayMs, sampleSpans } from '../stories/sample-figures.ts';
import { DayTimeline } from './day-timeline.tsx';

const meta = {
  title: 'Figures/DayTimeline',
  component: DayTimeline,
  args: {
    ...{ spans: sampleSpans, calls: sampleDayCalls, timeZone: 'Europe/London' },
    startsAtMs: sampleDayMs,
    endsAtMs: sampleDayMs + 86_400_000,
    nowMs: sampleDayMs + 13.4 * 3_600_000,
  },
} satisfies Meta<typeof DayTimeline>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Ready: Story = { args: { callHref: (callId) => `#${callId}` } };
export const WithoutLinks: Story = {};
export const WholeDay: Story = {
  args: {
    spans: [
      {
        status: 'available',
        startMs: sampleDayMs + 60_000,
        endMs: sampleDayMs + 23.9 * 3_600_000,
      },
    ],
    calls: [],
  },
};
export const NotThere: Story = { args: { spans: [], calls: [] } };
export const Narrow: Story = { args: { ...Ready.args, style: { inlineSize: 326 } } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const HighContrast: Story = { globals: { theme: 'high-contrast' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
