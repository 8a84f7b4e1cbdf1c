import { AppShell } from '@agent/ui';
import type { Meta, StoryObj } from '@storybook/react-vite';
import '../app.css';
import './dashboard.css';
import { AgentFigures, AgentFilters } from '#client/figures/agent-figures.tsx';
import { AgentsPage } from './agents/agents-page.tsx';
import { DashboardPage } from './dashboard-page.tsx';
import { type StoryPast, WithFigures } from './test-support/with-figures.tsx';

interface ScreenProps {
  page: 'overview' | 'agents' | 'own';
  address?: string;
  past?: StoryPast;
}

/** A page of figures as somebody has opened it. */
function FiguresScreen({ page, ...opened }: ScreenProps) {
  return (
    <WithFigures here={page === 'own' ? 'my-figures' : 'figures'} {...opened}>
      <AppShell variant="desk">
        {page === 'overview' ? <DashboardPage /> : page === 'agents' ? <AgentsPage /> : <Own />}
      </AppShell>
    </WithFigures>
  );
}

function Own() {
  return (
    <div className="dashboard">
      <div className="dashboard-head">
        <h1>My figures</h1>
        <AgentFilters />
      </div>
      <div className="dashboard-body">
        <AgentFigures agentId="0193d5d2-8a4e-4a3e-9c39-00000000a001" isOwn />
      </div>
    </div>
  );
}

const meta = {
  title: 'Product/Figures',
  component: FiguresScreen,
  tags: ['!autodocs'],
  parameters: { layout: 'fullscreen' },
  args: { page: 'overview' },
} satisfies Meta<typeof FiguresScreen>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Today: Story = {};
export const TodayDark: Story = { globals: { theme: 'dark' } };
export const FourWeeks: Story = { args: { address: '?period=28-days' } };
export const FourWeeksDark: Story = { ...FourWeeks, globals: { theme: 'dark' } };
export const HighContrast: Story = { ...FourWeeks, globals: { theme: 'high-contrast' } };
export const ByAgent: Story = { args: { address: '?period=28-days&figure=handle-time&by=agent' } };
export const Loading: Story = { args: { past: 'slow' } };
export const Away: Story = { args: { past: 'away' } };
export const NoCallsYet: Story = { args: { past: 'none' } };
export const Agents: Story = { args: { page: 'agents', address: '?sort=csat&order=down' } };
export const AgentsDark: Story = { ...Agents, globals: { theme: 'dark' } };
export const OwnFigures: Story = { args: { page: 'own' } };
export const OwnFiguresDark: Story = { ...OwnFigures, globals: { theme: 'dark' } };
