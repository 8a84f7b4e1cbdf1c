import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ComponentProps, useState } from 'react';
import { expect, fn } from 'storybook/test';
import {
  manyMarks,
  sampleDurationMs,
  sampleMarks,
  samplePeaks,
  sampleTalk,
} from '../../stories/sample-replay.ts';
import { ReplayTimeline } from './replay-timeline.tsx';

const meta = {
  title: 'Replay/ReplayTimeline',
  component: ReplayTimeline,
  args: {
    durationMs: sampleDurationMs,
    positionMs: 91_000,
    marks: sampleMarks,
    peaks: samplePeaks,
    talk: sampleTalk,
    onSeek: fn(),
    onHiddenKindsChange: fn(),
  },
} satisfies Meta<typeof ReplayTimeline>;

export default meta;
type Story = StoryObj<typeof meta>;

export const WithWaveform: Story = {};
/** Declined, deleted, lost: when each side talked, as the transcript knows it. */
export const WithoutSound: Story = { args: { peaks: null } };
export const SoundEndsEarly: Story = { args: { soundEndsMs: 206_000 } };
export const Loading: Story = { args: { peaks: null, talk: undefined, status: 'loading' } };
export const NothingHappened: Story = { args: { marks: [] } };
export const LegendOnly: Story = {
  render: ({ onHiddenKindsChange: _none, ...args }) => <ReplayTimeline {...args} />,
};
export const AtTheBeginning: Story = { args: { positionMs: 0 } };
export const AtTheEnd: Story = { args: { positionMs: sampleDurationMs } };
export const NoLength: Story = { args: { durationMs: 0, positionMs: 0, marks: [], peaks: null } };
export const ThreeHours: Story = {
  args: {
    durationMs: 3 * 3_600_000,
    positionMs: 5_400_000,
    marks: manyMarks(300, 3 * 3_600_000),
    peaks: null,
    talk: undefined,
  },
};
export const Narrow: Story = {
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 360 }}>
        <Story />
      </div>
    ),
  ],
};
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const HighContrast: Story = { globals: { theme: 'high-contrast' } };

function Filtered(props: ComponentProps<typeof ReplayTimeline>) {
  const [hidden, setHidden] = useState<ReadonlySet<(typeof sampleMarks)[number]['kind']>>(
    new Set(),
  );
  const change: typeof props.onHiddenKindsChange = (next) => {
    setHidden(next);
    props.onHiddenKindsChange?.(next);
  };
  return <ReplayTimeline {...props} hiddenKinds={hidden} onHiddenKindsChange={change} />;
}

/** The legend filters. */
export const Filtering: Story = {
  render: (args) => <Filtered {...args} />,
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByRole('button', { name: /^1:34 · Alert/ })).toBeVisible();
    const alerts = canvas.getByRole('button', { name: '1 alert' });
    await expect(alerts).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(alerts);
    await expect(alerts).toHaveAttribute('aria-pressed', 'false');
    await expect(canvas.queryByRole('button', { name: /^1:34 · Alert/ })).toBeNull();
  },
};

/** The slider by keys, and the marks with one stop of the tab key. */
export const Keyboard: Story = {
  play: async ({ args, canvas, userEvent }) => {
    const slider = canvas.getByRole('slider', { name: 'Position in the call' });
    await expect(slider).toHaveAttribute('aria-valuetext', '1:31 of 4:12');
    slider.focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect(args.onSeek).toHaveBeenLastCalledWith(96_000);
    await userEvent.keyboard('{ArrowLeft}');
    await expect(args.onSeek).toHaveBeenLastCalledWith(86_000);
    await userEvent.keyboard('{PageUp}');
    await expect(args.onSeek).toHaveBeenLastCalledWith(116_200);
    await userEvent.keyboard('{Home}');
    await expect(args.onSeek).toHaveBeenLastCalledWith(0);
    await userEvent.keyboard('{End}');
    await expect(args.onSeek).toHaveBeenLastCalledWith(sampleDurationMs);
    await userEvent.tab();
    await expect(canvas.getByRole('button', { name: /^0:17 · Suggestion/ })).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{Enter}');
    await expect(canvas.getByRole('button', { name: /^0:34 · Hold for 0:42/ })).toHaveFocus();
    await expect(args.onSeek).toHaveBeenLastCalledWith(34_000);
    await userEvent.tab();
    await expect(canvas.getByRole('button', { name: '5 suggestions' })).toHaveFocus();
  },
};
