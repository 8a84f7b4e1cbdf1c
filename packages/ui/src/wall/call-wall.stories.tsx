import type { Meta, StoryObj } from '@storybook/react-vite';
import { PhoneOff } from 'lucide-react';
import type { ComponentType } from 'react';
import { expect, fn, within } from 'storybook/test';
import { EmptyState } from '../empty-state/empty-state.tsx';
import {
  sampleLongCalls,
  sampleManyCalls,
  sampleViewerId,
  sampleWallCall,
  sampleWallCalls,
  sampleWallNowMs,
} from '../stories/sample-wall.ts';
import { CallWall } from './call-wall.tsx';

const narrow = { decorators: [inWidth(358)] };

const meta = {
  title: 'Wall/CallWall',
  component: CallWall,
  args: {
    calls: sampleWallCalls,
    viewerId: sampleViewerId,
    listenHref: (callId) => `#/supervisor/calls/${callId}`,
    onListen: fn(),
    onAct: fn(),
    nowMs: sampleWallNowMs,
  },
} satisfies Meta<typeof CallWall>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Ready: Story = {};
/** One of each. */
export const AFew: Story = {
  args: { calls: [0, 3, 7].flatMap((index) => sampleWallCalls[index] ?? []) },
};
export const AllFine: Story = { args: { calls: [sampleWallCall(1), sampleWallCall(2)] } };
export const HundredCalls: Story = { args: { calls: sampleManyCalls } };
export const Unfolded: Story = { args: { calls: sampleManyCalls, defaultUnfolded: true } };
export const OneQueue: Story = { args: { showQueue: false } };
export const OnlyToLookAt: Story = { render: (args) => <CallWall {...args} onAct={undefined} /> };
export const Pending: Story = {
  args: { pending: new Set([`${sampleWallCalls[0]?.callId} help:1`]) },
};
export const Stale: Story = { args: { status: 'stale' } };
export const Loading: Story = { args: { calls: [], status: 'loading' } };
export const Empty: Story = {
  args: {
    calls: [],
    empty: (
      <EmptyState
        icon={<PhoneOff />}
        title="No calls at the moment"
        description="A call stands here as soon as an agent has taken it."
      />
    ),
  },
};
export const VeryLong: Story = { args: { calls: sampleLongCalls } };
export const Tablet: Story = { decorators: [inWidth(720)] };
export const Narrow: Story = narrow;
export const NarrowVeryLong: Story = { ...narrow, args: { calls: sampleLongCalls } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const DarkStale: Story = { args: { status: 'stale' }, globals: { theme: 'dark' } };
export const HighContrast: Story = { globals: { theme: 'high-contrast' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };

/** ↓ and ↑ walk, T takes, L listens; a menu puts something off. */
export const Keys: Story = {
  play: async ({ args, canvas, userEvent }) => {
    const links = canvas.getAllByRole('link');
    const [first, second] = sampleWallCalls;
    await userEvent.keyboard('t');
    await expect(links[0]).toHaveFocus();
    await expect(args.onAct).not.toHaveBeenCalled();
    await userEvent.keyboard('t');
    await expect(args.onAct).toHaveBeenCalledWith(first?.callId, 'help:1', { act: 'take' });
    await userEvent.keyboard('{ArrowDown}l');
    await expect(args.onListen).toHaveBeenCalledWith(second?.callId);
    const row = within(links[1]?.closest('li') as HTMLElement);
    await userEvent.click(row.getByRole('button', { name: 'Later' }));
    await expect(row.getByRole('menuitem', { name: 'In 2 minutes' })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect(args.onAct).toHaveBeenLastCalledWith(second?.callId, 'upset:1', {
      act: 'snooze',
      minutes: 5,
    });
    await expect(row.getByRole('button', { name: 'Later' })).toHaveFocus();
  },
};

function inWidth(inlineSize: number) {
  return (StoryOf: ComponentType) => (
    <div style={{ inlineSize }}>
      <StoryOf />
    </div>
  );
}
