import type { Meta, StoryObj } from '@storybook/react-vite';
import { PhoneOff, SearchX } from 'lucide-react';
import type { ComponentType } from 'react';
import { expect, fn, within } from 'storybook/test';
import { Button } from '../button/button.tsx';
import { EmptyState } from '../empty-state/empty-state.tsx';
import {
  sampleFound,
  sampleLong,
  sampleNowMs,
  sampleSessions,
} from '../stories/sample-sessions.ts';
import { SessionList } from './session-list.tsx';

const narrow = { decorators: [inWidth(358)] };

const meta = {
  title: 'History/SessionList',
  component: SessionList,
  args: {
    sessions: sampleSessions,
    sessionHref: (callId, atMs) => `#/calls/${callId}${atMs === null ? '' : `?t=${atMs}`}`,
    onOpen: fn(),
    nowMs: sampleNowMs,
    timeZone: 'UTC',
  },
} satisfies Meta<typeof SessionList>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Ready: Story = {};
export const Found: Story = { args: { sessions: sampleFound } };
export const OwnCalls: Story = { args: { showAgent: false } };
export const Selected: Story = { args: { selectedId: sampleSessions[1]?.callId } };
const loading = { sessions: [], status: 'loading' as const };
export const Loading: Story = { args: loading };
export const Updating: Story = { args: { status: 'updating' } };
export const Failed: Story = {
  args: {
    sessions: [],
    status: 'failed',
    problem: 'The server cannot be reached. Check your connection and try again.',
    onRetry: fn(),
  },
};
export const FailedLater: Story = { args: { ...Failed.args, sessions: sampleSessions } };
export const Offline: Story = { args: { sessions: [], status: 'paused' } };
export const NoneYet: Story = {
  args: {
    sessions: [],
    empty: (
      <EmptyState
        icon={<PhoneOff />}
        title="No calls yet"
        description="Calls stand here once they are over."
      />
    ),
  },
};
export const NothingFound: Story = {
  args: {
    sessions: [],
    empty: (
      <EmptyState
        icon={<SearchX />}
        title="No call was found"
        description="Look for fewer words, or take a filter away."
        action={<Button>Clear all</Button>}
      />
    ),
  },
};
export const More: Story = { args: { more: 'ready', onMore: fn() } };
export const MoreLoading: Story = { args: { more: 'loading', onMore: fn() } };
export const MoreFailed: Story = { args: { more: 'failed', onMore: fn() } };
export const VeryLong: Story = { args: { sessions: sampleLong } };
export const Tablet: Story = { decorators: [inWidth(820)] };
export const Narrow: Story = narrow;
export const NarrowOwnCalls: Story = { ...narrow, args: { showAgent: false } };
export const NarrowFound: Story = { ...narrow, args: { sessions: sampleFound } };
export const NarrowVeryLong: Story = { ...narrow, args: { sessions: sampleLong } };
export const NarrowLoading: Story = { ...narrow, args: loading };
export const Dark: Story = {
  args: { sessions: [...sampleFound, ...sampleSessions.slice(2)] },
  globals: { theme: 'dark' },
};
export const HighContrast: Story = { ...Dark, globals: { theme: 'high-contrast' } };
export const RightToLeft: Story = { ...Dark, globals: { direction: 'rtl' } };

/** J and K from anywhere, ↓ and ↑ in the list, Enter opens; a line that was found opens at its second. */
export const Keys: Story = {
  args: { sessions: sampleFound, more: 'ready', onMore: fn() },
  play: async ({ args, canvas, userEvent }) => {
    const [maria, tom] = canvas
      .getAllByRole('link')
      .filter((link) => link.dataset.slot === 'session-list-link');
    await userEvent.keyboard('j');
    await expect(maria).toHaveFocus();
    await userEvent.keyboard('j');
    await expect(tom).toHaveFocus();
    await expect(tom).toHaveAttribute('aria-current', 'true');
    await userEvent.keyboard('{ArrowDown}');
    await expect(canvas.getByRole('button', { name: 'Load more calls' })).toHaveFocus();
    await userEvent.keyboard('k{Home}{Enter}');
    await expect(args.onOpen).toHaveBeenLastCalledWith(sampleFound[0]?.callId, null);
    const lines = within(canvas.getAllByRole('list', { name: 'Found in' })[0] as HTMLElement);
    await userEvent.click(lines.getAllByRole('link')[0] as HTMLElement);
    await expect(args.onOpen).toHaveBeenLastCalledWith(sampleFound[0]?.callId, 9_000);
  },
};

function inWidth(inlineSize: number) {
  return (StoryOf: ComponentType) => (
    <div style={{ inlineSize }}>
      <StoryOf />
    </div>
  );
}
