import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ComponentProps, useState } from 'react';
import { expect, fireEvent, fn, waitFor } from 'storybook/test';
import { manyLines, sampleLines } from '../../stories/sample-replay.ts';
import { ReplayTranscript } from './replay-transcript.tsx';

const meta = {
  title: 'Replay/ReplayTranscript',
  component: ReplayTranscript,
  args: {
    lines: sampleLines,
    positionMs: 93_000,
    query: '',
    onSeek: fn(),
    onQueryChange: fn(),
    labels: { speakers: { customer: 'Maria Santos', agent: 'Daniel', supervisor: 'Maria Ruiz' } },
  },
  decorators: [
    (Story) => (
      <div style={{ blockSize: 480, maxInlineSize: 400 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof ReplayTranscript>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Following: Story = {};
export const BeforeTheFirstLine: Story = { args: { positionMs: 0 } };
export const Found: Story = { args: { query: 'express' } };
export const NotFound: Story = { args: { query: 'aeroplane' } };
/** A term that was misheard, found in part. */
export const WithRestoredTerms: Story = {
  args: {
    query: 'kestrel',
    lines: [
      {
        ...{ id: 'a', kind: 'said', speaker: 'customer', startMs: 1_000 },
        text: 'My Kestrelon keeps dropping the connection.',
        corrections: [{ from: 'castrillon', to: 'Kestrelon', at: 3 }],
      },
    ],
  },
};
export const Empty: Story = { args: { lines: [] } };
export const Loading: Story = { args: { lines: [], status: 'loading' } };
export const Failed: Story = { args: { lines: [], status: 'error', onRetry: fn() } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Dark: Story = { args: { query: 'express' }, globals: { theme: 'dark' } };
export const HighContrast: Story = {
  args: { query: 'express' },
  globals: { theme: 'high-contrast' },
};
/** Of three thousand lines only those in view are in the page. */
export const ThreeHours: Story = {
  args: { lines: manyLines(3_000), positionMs: 5_400_000 },
  play: async ({ canvas }) => {
    const current = await canvas.findByRole('button', { current: true });
    await expect(current).toHaveTextContent('Line 1501');
    await waitFor(() => expect(current).toBeVisible());
    await expect(canvas.getAllByRole('listitem').length).toBeLessThan(80);
  },
};

/** It follows until the reader scrolls, and again when asked to. */
export const ScrolledAway: Story = {
  args: { lines: manyLines(300), positionMs: 540_000 },
  play: async ({ canvas, userEvent }) => {
    const list = canvas.getByRole('list', { name: 'Transcript' });
    await waitFor(() => expect(list.scrollTop).toBeGreaterThan(1_000));
    await expect(canvas.queryByRole('button', { name: 'Back to the playhead' })).toBeNull();
    fireEvent.wheel(list, { deltaY: -200 });
    list.scrollTop = 0;
    await userEvent.click(await canvas.findByRole('button', { name: 'Back to the playhead' }));
    await waitFor(() => expect(list.scrollTop).toBeGreaterThan(1_000));
  },
};

function Searching(props: ComponentProps<typeof ReplayTranscript>) {
  const [query, setQuery] = useState('');
  const [positionMs, setPositionMs] = useState(0);
  const seek = (ms: number) => {
    setPositionMs(ms);
    props.onSeek(ms);
  };
  return (
    <ReplayTranscript
      {...props}
      query={query}
      onQueryChange={setQuery}
      positionMs={positionMs}
      onSeek={seek}
    />
  );
}

/** Search, and lines, by keys alone. */
export const Keyboard: Story = {
  render: (args) => <Searching {...args} />,
  play: async ({ args, canvas, userEvent }) => {
    const field = canvas.getByRole('searchbox', { name: 'Search in this call' });
    await userEvent.type(field, 'EXPRESS{Enter}');
    await expect(args.onSeek).toHaveBeenLastCalledWith(101_000);
    await expect(canvas.getByText('1 of 2')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect(args.onSeek).toHaveBeenLastCalledWith(118_000);
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
    await expect(args.onSeek).toHaveBeenLastCalledWith(101_000);
    await userEvent.keyboard('{Escape}');
    await expect(field).toHaveValue('');
    await userEvent.tab();
    const current = canvas.getByRole('button', { current: true });
    await expect(current).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect(args.onSeek).toHaveBeenLastCalledWith(103_000);
  },
};
