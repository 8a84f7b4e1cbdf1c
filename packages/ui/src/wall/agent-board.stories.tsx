import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleAgents, sampleWallNowMs } from '../stories/sample-wall.ts';
import { AgentBoard } from './agent-board.tsx';

const meta = {
  title: 'Wall/AgentBoard',
  component: AgentBoard,
  args: { agents: sampleAgents, nowMs: sampleWallNowMs, style: { inlineSize: 260 } },
} satisfies Meta<typeof AgentBoard>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Ready: Story = {};
export const Nobody: Story = { args: { agents: [] } };
export const Stale: Story = { args: { stale: true } };
export const VeryLong: Story = {
  args: {
    agents: sampleAgents.map((agent) => ({
      ...agent,
      name: `${agent.name} Featherstonehaugh-Wolfeschlegelsteinhausen`,
      ...(agent.breakReason && { breakReason: 'meeting with everybody who has ever met anybody' }),
    })),
  },
};
export const Dark: Story = { globals: { theme: 'dark' } };
export const HighContrast: Story = { globals: { theme: 'high-contrast' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
