import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { pausedPlayback } from '../playback/playback-state.ts';
import { PlayerControls } from './player-controls.tsx';

const meta = {
  title: 'Replay/PlayerControls',
  component: PlayerControls,
  args: {
    state: { ...pausedPlayback, sound: 'ready' },
    positionMs: 91_000,
    durationMs: 252_000,
    onToggle: fn(),
    onStep: fn(),
    onMark: fn(),
    onRateChange: fn(),
    onSkipsSilenceChange: fn(),
    onHeardChange: fn(),
    onCopyLink: fn(),
  },
} satisfies Meta<typeof PlayerControls>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Paused: Story = {};
export const Playing: Story = { args: { state: { ...pausedPlayback, status: 'playing' } } };
export const Buffering: Story = { args: { state: { ...pausedPlayback, status: 'buffering' } } };
export const SkippedSilence: Story = {
  args: {
    saysSkip: true,
    state: {
      ...pausedPlayback,
      status: 'playing',
      rate: 1.5,
      skipsSilence: true,
      lastSkip: { durationMs: 12_000, count: 1 },
    },
  },
};
export const OneSideAlone: Story = { args: { state: { ...pausedPlayback, heard: 'customer' } } };
export const LinkCopied: Story = { args: { isCopied: true } };
export const WithoutSound: Story = {
  args: { state: pausedPlayback },
  render: ({ onHeardChange: _none, ...args }) => <PlayerControls {...args} />,
};
export const WithoutMarks: Story = {
  render: ({ onMark: _none, ...args }) => <PlayerControls {...args} />,
};
export const ThreeHours: Story = { args: { positionMs: 9_000_000, durationMs: 10_800_000 } };
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

/** Each button tells what it is for. */
export const Pressing: Story = {
  play: async ({ args, canvas, userEvent }) => {
    const press = (name: string) => userEvent.click(canvas.getByRole('button', { name }));
    await press('Play');
    await expect(args.onToggle).toHaveBeenCalledOnce();
    await press('5 seconds back');
    await expect(args.onStep).toHaveBeenLastCalledWith(-5_000);
    await press('5 seconds forward');
    await expect(args.onStep).toHaveBeenLastCalledWith(5_000);
    await press('Previous mark');
    await expect(args.onMark).toHaveBeenLastCalledWith(-1);
    await press('Next mark');
    await expect(args.onMark).toHaveBeenLastCalledWith(1);
    await press('Skip silence');
    await expect(args.onSkipsSilenceChange).toHaveBeenLastCalledWith(true);
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Speed' }), '1.5×');
    await expect(args.onRateChange).toHaveBeenLastCalledWith(1.5);
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Listen to' }), 'Agent');
    await expect(args.onHeardChange).toHaveBeenLastCalledWith('agent');
    await press('Copy link');
    await expect(args.onCopyLink).toHaveBeenCalledOnce();
  },
};
